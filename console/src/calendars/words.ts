import dayjs from 'dayjs';
import type { TFunction } from 'i18next';
import { millisOf } from '../time';
import { wordOf } from '../ui/words';
import { type Day, weekdayOf } from './days';

/** Why there is a revision; what is newer than this console is “other”. */
export function reasonOf(reason: string, t: TFunction): string {
  const notice = /^notice-(\d{4})$/.exec(reason);
  if (notice) return t('calendars.reason.notice', { year: notice[1] });
  return reason.startsWith('base ') ? t('calendars.reason.base') : wordOf(t, 'calendars.reason', reason);
}

export const saverOf = (name: string, t: TFunction): string => (name === 'system' ? t('calendars.system') : name);

/** What a day is, in words. */
export function sentenceOf({ special, hours }: Day, t: TFunction): string {
  if (!special) return t('calendars.effect.usual');
  if (!hours.length) return t('calendars.day.off');
  return special.as && !special.hours?.length ? t('calendars.day.as', { weekday: wordOf(t, 'enums.weekday', special.as) }) : t('calendars.day.hours', { hours: hours.join(t('app.comma')) });
}

/** Counted time is told in hours: a day of it would be read as a date. */
export function spanOf(length: string, t: TFunction): string {
  const minutes = Math.round(millisOf(length) / 60_000);
  const hours = Math.floor(minutes / 60);
  if (!hours) return t('calendars.due.span.M', { minutes });
  return minutes % 60 ? t('calendars.due.span.both', { hours, minutes: minutes % 60 }) : t('calendars.due.span.H', { hours });
}

/** `2026-10-08T12:00:00+08:00` as the clock on the calendar's wall shows it. */
export const wallOf = (offsetTime: string): string => offsetTime.slice(0, 16).replace('T', ' ');
export const dateWithWeekday = (date: string, t: TFunction): string => `${date} ${wordOf(t, 'enums.weekday', weekdayOf(date))}`;
export const localTime = (time: string | undefined) => (time && dayjs(time).isValid() ? dayjs(time) : undefined);
