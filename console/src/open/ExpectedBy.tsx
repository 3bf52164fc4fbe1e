import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { inZone, instantOf, pickerTime } from '../time';

interface Props {
  id?: string;
  value?: string;
  onChange?: (instant?: string) => void;
}

/** Gives and takes an ISO instant; what is seen and typed is the wall clock of the business's zone. */
function InstantPicker({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const now = inZone(Date.now());
  const at = (label: string, time: Dayjs) => ({ label: t(label), value: pickerTime(time.toISOString()) });
  const today = now.hour(18).minute(0).second(0);
  const presets = [
    ...(today.isAfter(now) ? [at('open.today', today)] : []),
    at('open.tomorrow', now.add(1, 'day').hour(12).minute(0).second(0)),
    at('open.day', now.add(24, 'hour').second(0)),
  ];
  return (
    <DatePicker id={id} data-testid="expectedBy" showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" needConfirm={false} showNow={false} presets={presets}
      value={value ? pickerTime(value) : undefined} onChange={picked => onChange?.(picked ? instantOf(picked) : undefined)}
      disabledDate={day => day.isBefore(dayjs(now.format('YYYY-MM-DD')), 'day')} style={{ width: '100%' }}
      // Enter takes the typed time; it must not send the form at the same stroke.
      onKeyDown={event => { if (event.key === 'Enter') event.preventDefault(); }} />
  );
}

export function ExpectedBy({ required }: { required: boolean }) {
  const { t } = useTranslation();
  const field = t('open.expectedBy');
  return (
    <Form.Item name="expectedBy" label={field} required={required}
      rules={[{
        validator: (_, value?: string) =>
          required && !value ? Promise.reject(new Error(t('open.required', { field })))
          : value && Date.parse(value) <= Date.now() ? Promise.reject(new Error(t('open.future')))
          : Promise.resolve(),
      }]}>
      <InstantPicker />
    </Form.Item>
  );
}
