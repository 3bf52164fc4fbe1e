import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { inZone } from '../time';
import { InstantPicker } from '../ui/InstantPicker';

export function ExpectedBy({ required }: { required: boolean }) {
  const { t } = useTranslation();
  const field = t('open.expectedBy');
  const now = inZone(Date.now());
  const today = now.hour(18).minute(0).second(0);
  const presets = [
    ...(today.isAfter(now) ? [{ label: t('open.today'), time: today }] : []),
    { label: t('open.tomorrow'), time: now.add(1, 'day').hour(12).minute(0).second(0) },
    { label: t('open.day'), time: now.add(24, 'hour').second(0) },
  ];
  return (
    <Form.Item name="expectedBy" label={field} required={required}
      rules={[{
        validator: (_, value?: string) =>
          required && !value ? Promise.reject(new Error(t('open.required', { field })))
          : value && Date.parse(value) <= Date.now() ? Promise.reject(new Error(t('open.future')))
          : Promise.resolve(),
      }]}>
      <InstantPicker testId="expectedBy" side="future" presets={presets} />
    </Form.Item>
  );
}
