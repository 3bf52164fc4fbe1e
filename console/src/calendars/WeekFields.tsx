import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { wordOf } from '../ui/words';
import { type Weekday, WEEKDAYS } from './api';
import { intervalsOf } from './days';
import { freshWeek } from './form';

/** Usual weeks, each from a day on. */
export function WeekFields({ overlay }: { overlay: boolean }) {
  const { t } = useTranslation();
  return (
    <Form.List name="weeks">
      {(fields, { add, remove }) => (
        <section className="panel" aria-labelledby="week-title">
          <h2 id="week-title">{t('calendars.week')}</h2>
          {fields.map(({ key, name }) => (
            <div key={key} className="week" role="group" aria-label={`${t('calendars.week')} ${name + 1}`}>
              <Form.Item name={[name, 'from']} label={t('calendars.from')} extra={t('calendars.fromHint')} getValueProps={(value?: string) => ({ value: value ? dayjs(value) : undefined })} normalize={(picked?: Dayjs | null) => picked?.format('YYYY-MM-DD')}><DatePicker data-testid={`week-${name}-from`} onKeyDown={event => { if (event.key === 'Enter') event.preventDefault(); }} /></Form.Item>
              {WEEKDAYS.map(day => <DayRow key={day} week={name} day={day} overlay={overlay} />)}
              {(fields.length > 1 || overlay) && <Button danger icon={<DeleteOutlined />} onClick={() => remove(name)} data-testid={`week-${name}-remove`}>{t('calendars.removeWeek')}</Button>}
            </div>
          ))}
          <Button icon={<PlusOutlined />} onClick={() => add(freshWeek(overlay))} data-testid="add-week">{t('calendars.addWeek')}</Button>
        </section>
      )}
    </Form.List>
  );
}

function DayRow({ week, day, overlay }: { week: number; day: Weekday; overlay: boolean }) {
  const { t } = useTranslation();
  const mode = Form.useWatch<string | undefined>(['weeks', week, 'days', day, 'mode']);
  const name = wordOf(t, 'enums.weekday', day);
  const modes = [...(overlay ? [{ value: 'base', label: t('calendars.sameAsBase') }] : []), { value: 'work', label: t('calendars.worked') }, { value: 'free', label: t('calendars.free') }];
  return (
    <div className="day-row">
      <Form.Item name={[week, 'days', day, 'mode']} label={name}><Select options={modes} data-testid={`week-${week}-${day}`} /></Form.Item>
      {mode === 'work' && (
        <Form.Item name={[week, 'days', day, 'hours']} label={`${name} ${t('calendars.hours')}`} rules={[{ validator: (_, value?: string) => (intervalsOf(value ?? '') ? Promise.resolve() : Promise.reject(new Error(t('calendars.hoursWrong')))) }]}>
          <Input placeholder={t('calendars.hoursHint')} maxLength={200} data-testid={`week-${week}-${day}-hours`} />
        </Form.Item>
      )}
    </div>
  );
}
