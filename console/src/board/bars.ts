import type { TFunction } from 'i18next';
import type { Ticket, Visit } from '../api';
import { inZone } from '../time';
import { wordOf } from '../ui/words';
import type { Engineer, Shift } from './api';
import { dutyOf, offDuty } from './duty';
import { movable } from './plan';
import type { Bar, Shade } from './ScheduleBoard';

const TONES: Record<Visit['status'], string> = {
  ORDERED: 'waits', SCHEDULED: 'waits', ACCEPTED: 'agreed', DEPARTED: 'under-way', STARTED: 'under-way', ABSENT: 'bad', REFUSED: 'bad', COMPLETED: 'done', SIGNED: 'done', SUBMITTED: 'done', CANCELLED: 'done',
};

const clock = (instant: string) => inZone(instant).format('HH:mm');

/** Whom a visit is for, as far as it is known here: the ticket's customer, otherwise whom it leads to. */
export const customerOf = (visit: Visit, ticket?: Ticket): string => ticket?.customerName ?? [visit.contactName, visit.salutation].filter(Boolean).join(' ') ?? '';

export const dueText = (ticket: Ticket | undefined, t: TFunction): string | undefined =>
  ticket?.resolveBy ? t('field.due', { time: inZone(ticket.resolveBy).format('MM-DD HH:mm') }) : undefined;

export const isLate = (visit: Visit, ticket: Ticket | undefined): boolean =>
  Boolean(ticket?.resolveBy && visit.windowStart && Date.parse(visit.windowStart) > Date.parse(ticket.resolveBy));

/** A visit as a bar: the customer, its window and status, and until when the ticket is promised. */
export function barOf(visit: Visit, ticket: Ticket | undefined, t: TFunction, mayMove: boolean): Bar {
  const due = dueText(ticket, t);
  const status = wordOf(t, 'visitStatus', visit.status);
  return {
    id: visit.id, engineerId: visit.engineerId!, start: visit.windowStart!, end: visit.windowEnd!, tone: TONES[visit.status] !== 'done' && isLate(visit, ticket) ? 'bad' : TONES[visit.status], movable: mayMove && movable(visit),
    lines: [customerOf(visit, ticket) || visit.number, `${clock(visit.windowStart!)}–${clock(visit.windowEnd!)} ${status}`, ...(due ? [due] : [])],
  };
}

/** When engineers of whom the roster speaks are not on duty. */
export const shadesOf = (engineers: readonly Engineer[], shifts: readonly Shift[], from: string, to: string, now: number): Shade[] =>
  engineers.flatMap(engineer => offDuty(dutyOf(engineer.username, shifts, now), [Math.max(Date.parse(from), Math.min(now, Date.parse(to))), Date.parse(to)])
    .map(([start, end]) => ({ engineerId: engineer.id, from: start, to: end })));
