import type { TFunction } from 'i18next';
import { remaining } from '../time';

/** “2 天 3 小时”, “3 小时 20 分”, “20 分”: as exact as it matters. */
export function spanOf(due: string, now: number, t: TFunction): string {
  const { days, hours, minutes } = remaining(due, now);
  if (days) return t('desk.days', { days, hours });
  return hours ? t('desk.hours', { hours, minutes }) : t('desk.minutes', { minutes });
}

export interface Left {
  /** How much of the time is gone, 0 to 100. */
  percent: number;
  state: 'calm' | 'soon' | 'over';
}

const SOON_MS = 3_600_000;
const NEARLY = 80;

/** Soon: within the hour, or when four fifths of the time are gone. */
export function leftOf(from: string, due: string, now: number): Left {
  const end = Date.parse(due);
  const start = Math.min(Date.parse(from), end);
  const percent = end <= now ? 100 : Math.round(Math.max(0, Math.min(100, ((now - start) / (end - start)) * 100)));
  return { percent, state: end <= now ? 'over' : end - now <= SOON_MS || percent >= NEARLY ? 'soon' : 'calm' };
}
