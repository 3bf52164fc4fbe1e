import type { Me, Visit } from '../api';
import { hasRole } from '../session';

/** The statuses of dispatch-service in the order a visit passes them, with the colour they are shown in. */
export const VISIT_COLOURS: Record<Visit['status'], string> = {
  ORDERED: 'orange',
  SCHEDULED: 'blue',
  ACCEPTED: 'geekblue',
  DEPARTED: 'cyan',
  STARTED: 'purple',
  ABSENT: 'red',
  REFUSED: 'red',
  COMPLETED: 'lime',
  SIGNED: 'green',
  SUBMITTED: 'green',
  CANCELLED: 'default',
};

export const VISIT_STATUSES = Object.keys(VISIT_COLOURS) as Visit['status'][];
/** Something is still to be done about it, the signature included. */
export const UNDER_WAY = VISIT_STATUSES.filter(status => status !== 'SIGNED' && status !== 'SUBMITTED' && status !== 'CANCELLED');

export type VisitAction = 'schedule' | 'accept' | 'depart' | 'arrive' | 'complete' | 'signature' | 'submission' | 'delay' | 'decline' | 'absent' | 'refused' | 'reschedule' | 'reassign' | 'cancel';

/** The visit's own engineer carries it out, the most likely first. */
const ENGINEER: Partial<Record<Visit['status'], VisitAction[]>> = {
  SCHEDULED: ['accept', 'delay', 'decline'],
  ACCEPTED: ['depart', 'delay', 'decline', 'refused'],
  DEPARTED: ['arrive', 'delay', 'absent', 'refused'],
  STARTED: ['complete', 'absent', 'refused'],
  COMPLETED: ['signature'],
  SIGNED: ['submission'],
};

const DISPATCHER: Partial<Record<Visit['status'], VisitAction[]>> = {
  ORDERED: ['schedule', 'cancel'],
  SCHEDULED: ['reschedule', 'reassign', 'cancel'],
  ACCEPTED: ['reschedule', 'reassign', 'cancel'],
  DEPARTED: ['reschedule', 'cancel'],
  STARTED: ['cancel'],
  ABSENT: ['reschedule', 'cancel'],
  REFUSED: ['reschedule', 'cancel'],
  COMPLETED: ['signature'],
};

/** What this person may do now; the service decides in the end. */
export function visitActionsFor({ status, engineerId }: Pick<Visit, 'status' | 'engineerId'>, who: Me): VisitAction[] {
  const own = hasRole(who, 'engineer') && engineerId === who.subject ? ENGINEER[status] ?? [] : [];
  const planned = hasRole(who, 'supervisor') ? DISPATCHER[status] ?? [] : [];
  return [...new Set([...own, ...planned])];
}

export const pathOf = (visit: Pick<Visit, 'id'>, verb: string) => `/api/visits/${visit.id}/${verb}`;
export const refreshed = (visit: Pick<Visit, 'id' | 'ticketId'>) => [['visit', visit.id], ['visits'], ['ticket', visit.ticketId], ['story', visit.ticketId]];

/** The end of a window that starts then and is so many hours long. */
export const windowEnd = (start: string, hours: number) => new Date(Date.parse(start) + hours * 3_600_000).toISOString();

/** Whole hours between two instants, as far as a window may have them. */
export function hoursBetween(start?: string | null, end?: string | null): number | undefined {
  const hours = start && end ? Math.round((Date.parse(end) - Date.parse(start)) / 3_600_000) : 0;
  return hours >= 1 && hours <= 8 ? hours : undefined;
}
