import { DatePicker, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { inZone, instantOf, pickerTime } from '../time';
import { useWide } from './useWide';

interface Props {
  id?: string;
  value?: string;
  onChange?: (instant?: string) => void;
  testId: string;
  /** Which days make sense. */
  side: 'future' | 'past';
  presets?: { label: string; time: Dayjs }[];
}

/** Gives and takes an ISO instant; what is seen and typed is the wall clock of the business's zone. */
export function InstantPicker({ id, value, onChange, testId, side, presets = [] }: Props) {
  const today = dayjs(inZone(Date.now()).format('YYYY-MM-DD'));
  const wide = useWide();
  // The calendar is wider than a phone, and a phone's own wheel is better for thumbs.
  if (!wide) {
    return (
      <Input type="datetime-local" id={id} data-testid={testId} value={value ? pickerTime(value).format('YYYY-MM-DDTHH:mm') : ''}
        onChange={event => onChange?.(event.target.value ? instantOf(dayjs(event.target.value)) : undefined)} />
    );
  }
  return (
    <DatePicker id={id} data-testid={testId} showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" needConfirm={false} showNow={false}
      presets={presets.map(({ label, time }) => ({ label, value: pickerTime(time.toISOString()) }))}
      value={value ? pickerTime(value) : undefined} onChange={picked => onChange?.(picked ? instantOf(picked) : undefined)}
      disabledDate={day => (side === 'future' ? day.isBefore(today, 'day') : day.isAfter(today, 'day'))} style={{ width: '100%' }}
      // Enter takes the typed time; it must not send the form at the same stroke.
      onKeyDown={event => { if (event.key === 'Enter') event.preventDefault(); }} />
  );
}

/** When the dialog was opened: by the time it is sent that is in the past, and never before what the user has just done. */
export const justNow = () => new Date().toISOString();
