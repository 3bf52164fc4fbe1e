import i18n from 'i18next';
import type { TFunction } from 'i18next';
import { inZone, ZONE } from '../time';

const DAY_NAMES = ['portal.day.today', 'portal.day.tomorrow', 'portal.day.after'];
const WEEK = 7;

/** “今天”, “周四”, “12月5日”: the day as people say it. */
function dayOf(instant: string, now: number, t: TFunction): string {
  const days = inZone(instant).startOf('day').diff(inZone(now).startOf('day'), 'day');
  const name = DAY_NAMES[days];
  if (name) return t(name);
  const sameYear = inZone(instant).year() === inZone(now).year();
  const parts: Intl.DateTimeFormatOptions = days > 0 && days < WEEK ? { weekday: 'short' } : { year: sameYear ? undefined : 'numeric', month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(i18n.language, { ...parts, timeZone: ZONE }).format(Date.parse(instant));
}

const clock = (instant: string) => inZone(instant).format('HH:mm');

/** “周四 14:00”. */
export const momentOf = (instant: string, now: number, t: TFunction): string => `${dayOf(instant, now, t)} ${clock(instant)}`;

/** “周四 14:00–16:00”. */
export function windowOf(start: string, end: string | null | undefined, now: number, t: TFunction): string {
  if (!end) return momentOf(start, now, t);
  const sameDay = inZone(start).isSame(inZone(end), 'day');
  return `${momentOf(start, now, t)}–${sameDay ? clock(end) : momentOf(end, now, t)}`;
}
