import type { Ticket, Visit } from '../api';
import { inZone, instantOf, ZONE } from '../time';
import type { Engineer, Shift } from './api';
import { dutyOf, offDuty, type Stretch } from './duty';
import dayjs from 'dayjs';

/** As long as a visit is in one of these, its engineer is bound to its window. */
const BINDING: readonly Visit['status'][] = ['SCHEDULED', 'ACCEPTED', 'DEPARTED', 'STARTED'];
/** A dispatcher may still move it. */
const MOVABLE: readonly Visit['status'][] = ['SCHEDULED', 'ACCEPTED', 'DEPARTED', 'ABSENT', 'REFUSED'];

export const movable = (visit: Visit) => MOVABLE.includes(visit.status);

export const windowOf = (visit: Visit): Stretch | undefined =>
  visit.windowStart && visit.windowEnd ? [Date.parse(visit.windowStart), Date.parse(visit.windowEnd)] : undefined;

export const overlap = (one: Stretch, other: Stretch) => one[0] < other[1] && other[0] < one[1];

/** Whether somebody can be sent within a window, as dispatch-service will see it. */
export type Fit = 'free' | 'busy' | 'offDuty';

export interface Known {
  visits: readonly Visit[];
  shifts: readonly Shift[];
}

/** @param except the visit that is being moved */
export function fitOf(engineer: Engineer, window: Stretch, { visits, shifts }: Known, now: number, except?: string): Fit {
  const bound = visits.filter(visit => visit.engineerId === engineer.id && visit.id !== except && BINDING.includes(visit.status)).map(windowOf);
  if (bound.some(each => each && overlap(each, window))) return 'busy';
  return offDuty(dutyOf(engineer.username, shifts, now), window).length > 0 ? 'offDuty' : 'free';
}

/** The days of a board, as instants; a week begins on Monday. */
export function rangeOf(day: string, span: 'day' | 'week'): { first: string; from: string; to: string } {
  const date = dayjs.tz(day, ZONE);
  const first = span === 'day' ? date : date.subtract((date.day() + 6) % 7, 'day');
  return { first: first.format('YYYY-MM-DD'), from: first.toISOString(), to: first.add(span === 'day' ? 1 : 7, 'day').toISOString() };
}

export const today = () => inZone(Date.now()).format('YYYY-MM-DD');
export const dayAfter = (day: string, days: number) => dayjs.tz(day, ZONE).add(days, 'day').format('YYYY-MM-DD');

/** The clock on the wall of the business's zone, for a calendar that knows only the browser's zone; and the way back. */
export const wallOf = (instant: string | number) => inZone(instant).format('YYYY-MM-DD HH:mm:ss');
export const instantAt = (wall: Date) => instantOf(dayjs(wall));

/** Visits of an engineer in the order of their windows. */
export const ofEngineer = (visits: readonly Visit[], id: string) =>
  visits.filter(visit => visit.engineerId === id && visit.windowStart && visit.status !== 'CANCELLED').toSorted((one, other) => one.windowStart!.localeCompare(other.windowStart!));

/** Those whose promise is due first come first; without one they come last, the oldest first. */
export const byUrgency = (visits: readonly Visit[], tickets: ReadonlyMap<string, Ticket>) => {
  const due = (visit: Visit) => tickets.get(visit.ticketId)?.resolveBy ?? '9999';
  return visits.toSorted((one, other) => due(one).localeCompare(due(other)) || (one.orderedAt ?? '').localeCompare(other.orderedAt ?? ''));
};

/** A visit that is moved by keys: where it would go. */
export interface Draft { id: string; engineerId: string; start: string }

const QUARTER_MS = 900_000;
const HOUR_MS = 3_600_000;
const STEPS = new Map<string, readonly [time: number, engineer: number]>([['ArrowLeft', [-1, 0]], ['ArrowRight', [1, 0]], ['ArrowUp', [0, -1]], ['ArrowDown', [0, 1]]]);

/** What a key makes of it: a quarter of an hour earlier or later, with Shift an hour, or the engineer above or below. Nothing when the key means something else. */
export function movedBy({ key, shiftKey }: { key: string; shiftKey: boolean }, draft: Draft, engineers: readonly { id: string }[]): Draft | undefined {
  const step = STEPS.get(key);
  if (!step) return undefined;
  const [time, person] = step;
  const place = engineers.findIndex(each => each.id === draft.engineerId) + person;
  const start = new Date(Date.parse(draft.start) + time * (shiftKey ? HOUR_MS : QUARTER_MS)).toISOString();
  return { ...draft, start: time === 0 ? draft.start : start, engineerId: engineers[Math.min(Math.max(place, 0), engineers.length - 1)]?.id ?? draft.engineerId };
}
