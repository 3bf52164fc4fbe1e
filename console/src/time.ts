import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Every date is shown and typed in this zone, whatever the browser's own is. */
export const ZONE = 'Asia/Shanghai';

export const inZone = (instant: string | number) => dayjs(instant).tz(ZONE);

export function showTime(instant: unknown): string {
  if (typeof instant !== 'string' && typeof instant !== 'number') return '—';
  const time = inZone(instant);
  return time.isValid() ? time.format('YYYY-MM-DD HH:mm') : '—';
}

/** `2026-11-23 14:00–16:00`, with both dates when the window spans midnight. */
export function showWindow(start: unknown, end: unknown): string {
  const from = showTime(start);
  const to = showTime(end);
  if (from === '—' || to === '—') return from === '—' ? to : from;
  return from.slice(0, 10) === to.slice(0, 10) ? `${from}–${to.slice(11)}` : `${from} – ${to}`;
}

/** The instant of a wall-clock time picked in a date picker (which knows only the browser's zone). */
export const instantOf = (picked: Dayjs): string => dayjs.tz(picked.format('YYYY-MM-DDTHH:mm:ss'), ZONE).toISOString();

/** The opposite: the wall-clock time of an instant, to put into a date picker. */
export const pickerTime = (instant: string | number): Dayjs => dayjs(inZone(instant).format('YYYY-MM-DDTHH:mm:ss'));

export interface Remaining {
  overdue: boolean;
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

export function remaining(due: string, now: number): Remaining {
  const left = Date.parse(due) - now;
  const total = Math.floor(Math.abs(left) / 1000);
  return {
    overdue: left < 0,
    days: Math.floor(total / 86_400),
    hours: Math.floor(total / 3600) % 24,
    minutes: Math.floor(total / 60) % 60,
    seconds: total % 60,
  };
}

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/;

/** Of an ISO-8601 length such as `PT1H30M`. */
export function millisOf(length: string): number {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(length) ?? [];
  return (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
