import dayjs from 'dayjs';
import { type Content, type SpecialDay, type Week, type Weekday, WEEKDAYS } from './api';

/** What a day is in a calendar that is told without its base. */
export interface Day {
  hours: string[];
  special?: SpecialDay;
  /** Only of a special day: nobody works, people work although they usually do not, or at other hours. */
  mark?: 'off' | 'work' | 'other';
}

export const weekdayOf = (date: string): Weekday => WEEKDAYS[(dayjs(date).day() + 6) % 7]!;

/** The pattern that holds on a day: the last one that has begun. */
export function weekOn(weeks: readonly Week[], date: string): Week | undefined {
  return weeks.filter(week => !week.from || week.from <= date).toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? '')).at(-1);
}

const hoursOf = (week: Week | undefined, weekday: Weekday): string[] => week?.hours?.[weekday] ?? [];

export function dayOf(whole: Content, date: string): Day {
  const week = weekOn(whole.weeks ?? [], date);
  const usual = hoursOf(week, weekdayOf(date));
  const special = (whole.days as SpecialDay[] | undefined)?.find(each => each.date === date);
  if (!special) return { hours: usual };
  const hours = special.hours?.length ? special.hours : special.as ? hoursOf(week, special.as) : [];
  return { hours, special, mark: hours.length === 0 ? 'off' : special.as || usual.length === 0 ? 'work' : 'other' };
}

export const specialDaysOf = (whole: Content, year: number): SpecialDay[] => ((whole.days ?? []) as SpecialDay[]).filter(each => each.date.startsWith(`${year}-`)).toSorted((a, b) => a.date.localeCompare(b.date));

/** Days that follow each other and are the same: a holiday of a week is one thing. */
export interface Stretch {
  first: SpecialDay;
  last: SpecialDay;
}

const likeness = ({ name, hours, as, source }: SpecialDay) => JSON.stringify([name, hours ?? [], as, source]);

export function stretchesOf(days: readonly SpecialDay[]): Stretch[] {
  const found: Stretch[] = [];
  for (const day of days) {
    const before = found.at(-1);
    if (before && likeness(before.last) === likeness(day) && dayjs(before.last.date).add(1, 'day').format('YYYY-MM-DD') === day.date) before.last = day;
    else found.push({ first: day, last: day });
  }
  return found;
}

export interface DayChange {
  date: string;
  before: Day;
  after: Day;
}

const same = (one: SpecialDay | undefined, other: SpecialDay | undefined) => JSON.stringify([one?.name, one?.hours ?? [], one?.as]) === JSON.stringify([other?.name, other?.hours ?? [], other?.as]);

/** Special days that one calendar has and the other has not, or has otherwise. */
export function changedDays(before: Content, after: Content): DayChange[] {
  const dates = new Set([...(before.days ?? []), ...(after.days ?? [])].map(each => (each as SpecialDay).date));
  return [...dates].toSorted().map(date => ({ date, before: dayOf(before, date), after: dayOf(after, date) })).filter(change => !same(change.before.special, change.after.special));
}

const HOURS = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/;

/** `09:00-12:00, 13:30-18:00` as intervals; nothing when one is not written like that. */
export function intervalsOf(typed: string): string[] | undefined {
  const parts = typed.replaceAll('：', ':').replaceAll(/[–—－]/g, '-').split(/[,，;；\s]+/).filter(Boolean);
  return parts.length && parts.every(part => HOURS.test(part)) ? parts : undefined;
}

/** Years that say something, and this one with its neighbours. */
export function yearsOf(whole: Content, now: number): number[] {
  const told = ((whole.days ?? []) as SpecialDay[]).map(each => Number(each.date.slice(0, 4)));
  return [...new Set([now - 1, now, now + 1, ...told])].toSorted((a, b) => a - b);
}
