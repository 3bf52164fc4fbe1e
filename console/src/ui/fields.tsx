import { Form, Input } from 'antd';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { InstantPicker } from './InstantPicker';
import { EARLIEST, LATEST } from './said';

interface Named {
  name: string;
  label: string;
  testId: string;
  required?: boolean;
}

/** Free text, of one line or of several. */
export function TextField({ name, label, testId, required = true, max, rows, hint }: Named & { max: number; rows?: number; hint?: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} label={label} rules={required ? [{ required: true, whitespace: true, message: t('open.required', { field: label }) }] : []}>
      {rows ? <Input.TextArea data-testid={testId} autoSize={{ minRows: rows, maxRows: 10 }} maxLength={max} placeholder={hint} /> : <Input data-testid={testId} maxLength={max} placeholder={hint} />}
    </Form.Item>
  );
}

/** A digit of the year was hit twice, or is missing. */
export const mistyped = (value: string) => { const year = new Date(value).getUTCFullYear(); return year < EARLIEST || year >= LATEST; };

/** A time that lies ahead, or one that has passed. */
export function InstantField({ name, label, testId, required = true, side, presets }: Named & { side: 'future' | 'past'; presets?: ComponentProps<typeof InstantPicker>['presets'] }) {
  const { t } = useTranslation();
  const wrong = (value: string) => (side === 'future' ? Date.parse(value) <= Date.now() : Date.parse(value) > Date.now());
  return (
    <Form.Item name={name} label={label} required={required}
      rules={[{
        validator: (_, value?: string) =>
          required && !value ? Promise.reject(new Error(t('open.required', { field: label })))
          : value && mistyped(value) ? Promise.reject(new Error(t('open.year')))
          : value && wrong(value) ? Promise.reject(new Error(t(side === 'future' ? 'open.future' : 'open.past')))
          : Promise.resolve(),
      }]}>
      <InstantPicker testId={testId} side={side} presets={presets} />
    </Form.Item>
  );
}
