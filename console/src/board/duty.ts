import type { Shift } from './api';

/** A stretch of time, in milliseconds since 1970; the end is not in it. */
export type Stretch = readonly [from: number, to: number];

/** The roster speaks of whoever has a shift so near to the time asked for, as dispatch-service reads it. */
export const NEAR_MS = 7 * 86_400_000;

/** When its person is on duty by a shift; nothing when he never is. */
export function served({ status, startsAt, endsAt, withdrawnAt }: Shift): Stretch | undefined {
  const from = Date.parse(startsAt);
  const to = Math.min(Date.parse(endsAt), withdrawnAt ? Date.parse(withdrawnAt) : Infinity);
  return status === 'DRAFTED' || to <= from ? undefined : [from, to];
}

/** When somebody is on duty, as far as it is not over; nothing when the roster does not speak of him. */
export function dutyOf(person: string | null | undefined, shifts: readonly Shift[], now: number): Stretch[] {
  if (!person) return [];
  const times = shifts.filter(shift => shift.person === person).map(served).filter(time => time !== undefined && time[1] > now) as Stretch[];
  const joined: Stretch[] = [];
  for (const [from, to] of times.toSorted((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

/** What of a stretch lies outside of somebody's duty. Of whom the roster does not speak nobody knows: nothing. */
export function offDuty(duty: readonly Stretch[], [from, to]: Stretch): Stretch[] {
  if (duty.length === 0) return [];
  const off: Stretch[] = [];
  let since = from;
  for (const [start, end] of duty) {
    if (start > since) off.push([since, Math.min(start, to)]);
    since = Math.max(since, end);
    if (since >= to) return off.filter(each => each[0] < each[1]);
  }
  off.push([since, to]);
  return off.filter(each => each[0] < each[1]);
}
