import dayjs from 'dayjs';
import type { Shift } from '../board/api';
import { served } from '../board/duty';
import { inZone, ZONE } from '../time';
import type { Gap, Hours } from './api';

/** The days of a month, and where it begins and ends as instants. */
export function monthOf(month: string) {
  const first = dayjs.tz(`${month}-01`, ZONE);
  const days = Array.from({ length: first.daysInMonth() }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
  return { days, from: first.toISOString(), to: dayjs.tz(`${days.at(-1)}`, ZONE).add(1, 'day').toISOString(), last: days.at(-1)! };
}

/** From which day of a month on something can still be planned: of the present one from tomorrow on; a shift that is over cannot be published. */
export function firstAhead(days: readonly string[], now: number): string {
  const today = inZone(now).format('YYYY-MM-DD');
  return days.find(day => day > today) ?? days.find(day => day === today) ?? days[0]!;
}

/** What can still be filled; in a month that is over, what could not. */
export const gapsAhead = (gaps: readonly Gap[], last: string, now: number): Gap[] =>
  gaps.filter(gap => last < inZone(now).format('YYYY-MM-DD') || Date.parse(gap.to) > now);

/** From which day on the drafts can be published: that of the first which is not over. */
export const firstDraft = (shifts: readonly Shift[], now: number): string | undefined =>
  shifts.filter(shift => shift.status === 'DRAFTED' && Date.parse(shift.endsAt) > now).map(dayOfShift).toSorted()[0];

export const thisMonth = () => inZone(Date.now()).format('YYYY-MM');
export const dayOfShift = ({ startsAt }: Pick<Shift, 'startsAt'>) => inZone(startsAt).format('YYYY-MM-DD');
export const isWeekend = (day: string) => [0, 6].includes(dayjs(day).day());

/** `08:00–16:00`, short where it stands in a narrow cell: `8–16`. */
export function hoursOf({ startsAt, endsAt }: Pick<Shift, 'startsAt' | 'endsAt'>, short = false): string {
  const text = (instant: string) => {
    const time = inZone(instant);
    return !short ? time.format('HH:mm') : time.minute() === 0 ? String(time.hour()) : time.format('H:mm');
  };
  return `${text(startsAt)}–${text(endsAt)}`;
}

export interface Timetable {
  people: string[];
  at: (person: string, day: string) => Shift[];
}

/** Who has which shift on which day; one that was withdrawn before it began is gone. */
export function timetableOf(shifts: readonly Shift[]): Timetable {
  const cells = new Map<string, Shift[]>();
  for (const shift of shifts.filter(each => each.status === 'DRAFTED' || served(each))) {
    const key = `${shift.person} ${dayOfShift(shift)}`;
    cells.set(key, [...(cells.get(key) ?? []), shift]);
  }
  return { people: [...new Set(shifts.map(each => each.person))].toSorted(), at: (person, day) => cells.get(`${person} ${day}`) ?? [] };
}

/** Days on which too few people are on duty at some time. */
export const gapDays = (gaps: readonly Gap[], days: readonly string[]): Set<string> =>
  new Set(days.filter(day => gaps.some(gap => gap.from < dayjs.tz(day, ZONE).add(1, 'day').toISOString() && gap.to > dayjs.tz(day, ZONE).toISOString())));

/** `早 早 - -` as the service takes it; any space or comma between. */
export const patternOf = (text: string): string[] => text.split(/[\s,，、]+/).filter(Boolean);

export interface Rhythm {
  turns: { name: string; start: string; end: string }[];
  pattern: string;
}

/** Rotations that are usual here; a first try, to be changed. */
export const RHYTHMS: Record<'office' | 'two' | 'four', Rhythm> = {
  office: { turns: [{ name: '白', start: '09:00', end: '18:00' }], pattern: '白 白 白 白 白 - -' },
  two: { turns: [{ name: '白', start: '08:00', end: '20:00' }, { name: '夜', start: '20:00', end: '08:00' }], pattern: '白 夜 - -' },
  four: {
    turns: [{ name: '早', start: '00:00', end: '08:00' }, { name: '中', start: '08:00', end: '16:00' }, { name: '晚', start: '16:00', end: '00:00' }],
    pattern: '早 早 中 中 晚 晚 - -',
  },
};

/** Days of the week with the same hours stand together, as people say them. */
export function weekOf(hours: readonly Hours[]): { days: Hours['day'][]; from: string; to: string }[] {
  const rows = new Map<string, { days: Hours['day'][]; from: string; to: string }>();
  for (const { day, from, to } of hours) {
    const key = `${from} ${to}`;
    rows.set(key, { days: [...(rows.get(key)?.days ?? []), day], from: from.slice(0, 5), to: to.slice(0, 5) });
  }
  return [...rows.values()];
}
