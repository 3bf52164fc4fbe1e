import { Button, Form } from 'antd';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { inZone } from '../time';
import { mistyped } from '../ui/fields';
import { InstantPicker } from '../ui/InstantPicker';

type Picker = ComponentProps<typeof InstantPicker>;

/** The times that are said most often are one click away. */
function QuickPicker({ presets = [], ...picker }: Picker) {
  const { t } = useTranslation();
  return (
    <>
      <InstantPicker {...picker} />
      <div className="quick" role="group" aria-label={t('desk.quick')}>
        {presets.map(({ label, time }) => <Button key={label} size="small" data-testid="quick-time" onClick={() => picker.onChange?.(time.toISOString())}>{label}</Button>)}
      </div>
    </>
  );
}

export function ExpectedBy({ required, label }: { required: boolean; label?: string }) {
  const { t } = useTranslation();
  const field = label ?? t('open.expectedBy');
  const now = inZone(Date.now());
  const today = now.hour(18).minute(0).second(0).millisecond(0);
  const presets = [
    ...(today.isAfter(now) ? [{ label: t('open.today'), time: today }] : []),
    { label: t('open.tomorrow'), time: now.add(1, 'day').hour(12).minute(0).second(0).millisecond(0) },
    { label: t('open.day'), time: now.add(24, 'hour').second(0).millisecond(0) },
  ];
  return (
    <Form.Item name="expectedBy" label={field} required={required}
      rules={[{
        validator: (_, value?: string) =>
          required && !value ? Promise.reject(new Error(t('open.required', { field })))
          : value && mistyped(value) ? Promise.reject(new Error(t('open.year')))
          : value && Date.parse(value) <= Date.now() ? Promise.reject(new Error(t('open.future')))
          : Promise.resolve(),
      }]}>
      <QuickPicker testId="expectedBy" side="future" presets={presets} />
    </Form.Item>
  );
}
