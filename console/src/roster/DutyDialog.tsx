import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ZONE } from '../time';
import { CommandDialog } from '../ui/CommandDialog';
import { TextField } from '../ui/fields';
import type { Duty } from './api';
import { ClockField } from './fields';
import { weekOf } from './month';

const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
const OFFICE = [{ days: DAYS.slice(0, 5), from: '09:00', to: '18:00' }];

interface Row {
  days: string[];
  from: string;
  to: string;
}

/** What somebody is on duty for: what he answers for, and when how many must be there. @param taken codes of all duties: a new one must not replace another */
export function DutyDialog({ duty, taken, onClose }: { duty?: Duty; taken: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState(duty?.code ?? '');
  const week = duty ? weekOf(duty.hours) : OFFICE;
  return (
    <CommandDialog path={`/api/duties/${encodeURIComponent(code || '-')}`} method="PUT" name="duty" title={duty ? t('customer.changeAsk', { name: duty.name }) : t('field.newDuty')} version={duty?.version} forgetful={!duty}
      refresh={[['duties'], ['gaps']]} onClose={onClose} start={{ name: duty?.name, responsibilities: duty?.responsibilities, needed: duty?.needed ?? 1, when: week.length > 0 ? 'hours' : 'always', week: week.length > 0 ? week : OFFICE, code }}
      body={values => ({
        name: values.name, responsibilities: values.responsibilities, needed: values.needed, zone: duty?.zone ?? ZONE,
        hours: values.when === 'always' ? [] : (values.week as Row[]).flatMap(({ days, from, to }) => days.map(day => ({ day, from, to }))),
      })}>
      {() => (
        <>
          {!duty && (
            <Form.Item name="code" label={t('field.code')} rules={[{ required: true, pattern: /^[A-Z][A-Z0-9_]{0,39}$/, message: t('field.codeWrong') }, { validator: (_, typed: string) => (taken.includes(typed) ? Promise.reject(new Error(t('field.codeTaken'))) : Promise.resolve()) }]}>
              <Input data-testid="duty-code" maxLength={40} placeholder="ON_SITE" onChange={event => setCode(event.target.value)} />
            </Form.Item>
          )}
          <TextField name="name" label={t('customer.name')} testId="duty-name" max={100} />
          <TextField name="responsibilities" label={t('field.responsibilities')} testId="duty-responsibilities" max={4000} rows={2} />
          <Form.Item name="needed" label={t('field.needed')}><InputNumber min={1} max={100} data-testid="duty-needed" /></Form.Item>
          <Form.Item name="when" label={t('field.when')}><Segmented data-testid="duty-when" options={[{ value: 'always', label: t('field.aroundTheClock') }, { value: 'hours', label: t('field.byHours') }]} /></Form.Item>
          <Form.Item noStyle shouldUpdate={(before, now) => before.when !== now.when}>
            {form => form.getFieldValue('when') === 'hours' && (
              <fieldset className="checklist">
                <legend>{t('field.byHours')}</legend>
                <Form.List name="week">
                  {(rows, { add, remove }) => (
                    <>
                      {rows.map(({ key, name }) => (
                        <div className="turn-row" key={key}>
                          <Form.Item name={[name, 'days']} rules={[{ required: true, message: t('field.daysMissing') }]}><Select mode="multiple" aria-label={t('field.days')} data-testid={`duty-days-${name}`} options={DAYS.map(value => ({ value, label: t(`enums.weekday.${value}`) }))} /></Form.Item>
                          <ClockField name={[name, 'from']} label={t('field.startsAt')} testId={`duty-from-${name}`} />
                          <ClockField name={[name, 'to']} label={t('field.endsAt')} testId={`duty-to-${name}`} />
                          <Button type="text" icon={<DeleteOutlined />} aria-label={t('visit.removeItem')} onClick={() => remove(name)} disabled={rows.length < 2} />
                        </div>
                      ))}
                      <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({ from: '09:00', to: '18:00' })}>{t('field.addHours')}</Button>
                    </>
                  )}
                </Form.List>
              </fieldset>
            )}
          </Form.Item>
        </>
      )}
    </CommandDialog>
  );
}
