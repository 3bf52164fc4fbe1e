import { PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Input, Modal, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../ui/draft';
import { TextField } from '../ui/fields';
import { useFocusBack } from '../ui/useFocusBack';
import { useLeave } from '../ui/useLeave';
import { wordOf } from '../ui/words';
import { type SpecialDay, type Weekday, WEEKDAYS } from './api';
import { intervalsOf } from './days';
import { dateWithWeekday } from './words';

/** The special days of a calendar, as one field of its form. */
export function DaysField({ value = [], onChange }: { value?: SpecialDay[]; onChange?: (days: SpecialDay[]) => void }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<{ before?: SpecialDay }>();
  const days = value.toSorted((a, b) => a.date.localeCompare(b.date));
  const without = (day?: SpecialDay) => value.filter(each => each.date !== day?.date);
  const what = (day: SpecialDay) => (day.hours?.length ? t('calendars.day.hours', { hours: day.hours.join(t('app.comma')) }) : day.as ? t('calendars.day.as', { weekday: wordOf(t, 'enums.weekday', day.as) }) : t('calendars.day.off'));
  return (
    <>
      {!days.length && <p className="quiet">{t('calendars.noDays')}</p>}
      <ul className="special" data-testid="own-days">
        {days.map(day => (
          <li key={day.date} data-testid="own-day" data-date={day.date}>
            <span className="nowrap">{dateWithWeekday(day.date, t)}</span> <strong>{day.name}</strong> <span>{what(day)}</span> <span className="quiet">{t(day.source ? 'calendars.day.source' : 'calendars.day.own')}</span>{' '}
            <Button size="small" type="link" onClick={() => setEditing({ before: day })} aria-label={`${t('calendars.editDay')} ${day.date}`}>{t('calendars.editDay')}</Button>
            <Button size="small" type="link" danger onClick={() => onChange?.(without(day))} aria-label={`${t('calendars.removeDay')} ${day.date}`} data-testid="remove-day">{t('calendars.removeDay')}</Button>
          </li>
        ))}
      </ul>
      <Button icon={<PlusOutlined />} onClick={() => setEditing({})} data-testid="add-day">{t('calendars.addDay')}</Button>
      {editing && <DayDialog before={editing.before} taken={without(editing.before).map(each => each.date)} onClose={() => setEditing(undefined)} onDay={day => { onChange?.([...without(editing.before), day]); setEditing(undefined); }} />}
    </>
  );
}

interface Values {
  date?: string;
  name?: string;
  kind: 'off' | 'as' | 'hours';
  as?: Weekday;
  hours?: string;
}

function DayDialog({ before, taken, onDay, onClose }: { before?: SpecialDay; taken: string[]; onDay: (day: SpecialDay) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  useFocusBack();
  const draft = useDraft(`day ${before?.date ?? 'new'}`);
  const leave = useLeave(draft.isBegun, onClose);
  const kind = Form.useWatch('kind', form);
  const start: Values = before ? { date: before.date, name: before.name ?? undefined, kind: before.hours?.length ? 'hours' : before.as ? 'as' : 'off', as: before.as ?? 'MONDAY', hours: before.hours?.join(', ') } : { kind: 'off', as: 'MONDAY' };
  // Entered by hand from now on: the next notice leaves it alone.
  const finish = ({ date, name, kind: what, as, hours }: Values) => { draft.sent(); onDay({ date: date!, name, ...(what === 'as' ? { as } : what === 'hours' ? { hours: intervalsOf(hours ?? '') } : {}) } as SpecialDay); };
  return (
    <Modal open title={before ? t('calendars.editDay') : t('calendars.addDay')} onCancel={leave} mask={{ closable: false }} onOk={() => form.submit()} okText={t('action.submit')} cancelText={t('action.cancel')} okButtonProps={{ ['data-testid' as string]: 'day-submit' }} data-testid="day-dialog">
      <Form form={form} component={false} layout="vertical" initialValues={{ ...start, ...draft.before }} onValuesChange={draft.note} onFinish={finish}>
        <Form.Item name="date" label={t('calendars.date')} getValueProps={(value?: string) => ({ value: value ? dayjs(value) : undefined })} normalize={(picked?: Dayjs | null) => picked?.format('YYYY-MM-DD')}
          rules={[{ required: true, message: t('open.required', { field: t('calendars.date') }) }, { validator: (_, value: string) => (taken.includes(value) ? Promise.reject(new Error(t('calendars.twice'))) : Promise.resolve()) }]}>
          <DatePicker style={{ width: '100%' }} data-testid="day-date" />
        </Form.Item>
        <TextField name="name" label={t('calendars.dayName')} testId="day-name" max={100} />
        <Form.Item name="kind" label={t('calendars.dayKind')}><Radio.Group data-testid="day-kind" options={(['off', 'as', 'hours'] as const).map(value => ({ value, label: t(`calendars.kind.${value}`) }))} /></Form.Item>
        {kind === 'as' && <Form.Item name="as" label={t('calendars.asWeekday')}><Select data-testid="day-as" options={WEEKDAYS.map(value => ({ value, label: wordOf(t, 'enums.weekday', value) }))} /></Form.Item>}
        {kind === 'hours' && (
          <Form.Item name="hours" label={t('calendars.hours')} rules={[{ validator: (_, value?: string) => (intervalsOf(value ?? '') ? Promise.resolve() : Promise.reject(new Error(t('calendars.hoursWrong')))) }]}>
            <Input placeholder={t('calendars.hoursHint')} maxLength={200} data-testid="day-hours" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
