import { DatePicker, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
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
  if (!wide) return <Typed id={id} value={value} onChange={onChange} testId={testId} />;
  return (
    <DatePicker id={id} data-testid={testId} showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" needConfirm={false} showNow={false}
      presets={presets.map(({ label, time }) => ({ label, value: pickerTime(time.toISOString()) }))}
      value={value ? pickerTime(value) : undefined} onChange={picked => onChange?.(picked ? instantOf(picked) : undefined)}
      disabledDate={day => (side === 'future' ? day.isBefore(today, 'day') : day.isAfter(today, 'day'))} style={{ width: '100%' }}
      // Enter takes the typed time; it must not send the form at the same stroke.
      onKeyDown={event => { if (event.key === 'Enter') event.preventDefault(); }} />
  );
}

/**
 * The browser's own field. While a year is typed it says 0002, 0020, 0202: years that libraries take for 1902, so that until the year has four digits
 * the field shows what was typed, and not what could be made of it.
 */
function Typed({ id, value, onChange, testId }: Pick<Props, 'id' | 'value' | 'onChange' | 'testId'>) {
  const [typed, setTyped] = useState<{ text: string; instant: string }>();
  const shown = typed && typed.instant === value ? typed.text : value ? pickerTime(value).format('YYYY-MM-DDTHH:mm') : '';
  const take = (text: string) => {
    if (!text) return onChange?.(undefined);
    const instant = /^[1-9]\d{3}-/.test(text) ? instantOf(dayjs(text)) : new Date(`${/^\d{4}-/.test(text) ? text : UNMEANT}Z`).toISOString();
    setTyped({ text, instant });
    onChange?.(instant);
  };
  return <Input type="datetime-local" id={id} data-testid={testId} value={shown} onChange={event => take(event.target.value)} />;
}

/** For a year of more than four digits. */
const UNMEANT = '9999-12-31T00:00';

/** When the dialog was opened: by the time it is sent that is in the past, and never before what the user has just done. */
export const justNow = () => new Date().toISOString();
