import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';

/** A day as the roster names it, `2026-11-27`, without any time. */
export function DayField({ name, label, testId }: { name: string; label: string; testId: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('open.required', { field: label }) }]}
      getValueProps={(value?: string) => ({ value: value ? dayjs(value) : undefined })} normalize={(picked?: Dayjs) => picked?.format('YYYY-MM-DD')}>
      <DatePicker data-testid={testId} style={{ width: '100%' }} />
    </Form.Item>
  );
}

/** A time on the wall, `09:00`. */
export function ClockField({ name, label, testId }: { name: (string | number)[]; label: string; testId: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} rules={[{ required: true, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: t('field.clockWrong') }]}>
      <Input data-testid={testId} aria-label={label} placeholder="09:00" maxLength={5} inputMode="numeric" />
    </Form.Item>
  );
}
