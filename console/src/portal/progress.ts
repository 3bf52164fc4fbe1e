import type { TFunction } from 'i18next';
import type { Ticket, Visit } from '../api';
import { windowOf } from './when';

export type Step = 'received' | 'working' | 'visit' | 'solved' | 'done';

const BEFORE_VISIT: Partial<Record<Ticket['status'], Step>> = { OPEN: 'received', IN_PROGRESS: 'working', RESOLVED: 'solved', CLOSED: 'done' };

/** Somebody comes or has come; one that was called off is no step. */
const hasVisit = ({ visitId, visitStatus }: Ticket) => Boolean(visitId) && visitStatus !== 'CANCELLED';

/** The way of a report and where it stands; what was withdrawn stands nowhere. */
export function progressOf(ticket: Ticket): { steps: Step[]; at: number } {
  const steps: Step[] = ['received', 'working', ...(hasVisit(ticket) ? ['visit' as const] : []), 'solved', 'done'];
  if (ticket.status === 'CANCELLED') return { steps, at: -1 };
  return { steps, at: steps.indexOf(BEFORE_VISIT[ticket.status] ?? (hasVisit(ticket) ? 'visit' : 'working')) };
}

const OF_VISIT: Partial<Record<Visit['status'], string>> = {
  SCHEDULED: 'booked', ACCEPTED: 'booked', DEPARTED: 'coming', STARTED: 'here', COMPLETED: 'sign', ABSENT: 'absent', REFUSED: 'refused', SIGNED: 'visited', SUBMITTED: 'visited',
};

/** Where it stands, in one sentence. @param visit the one that belongs to it, as far as it is known */
export function nowOf(ticket: Ticket, visit: Visit | undefined, now: number, t: TFunction): string {
  if (ticket.status === 'WAITING') return t(`portal.now.${ticket.waitingFor ?? 'WAITING'}`);
  const what = ticket.status === 'ON_SITE' && visit ? OF_VISIT[visit.status] : undefined;
  if (!visit || !what) return t(`portal.now.${ticket.status}`);
  const when = visit.windowStart ? windowOf(visit.windowStart, visit.windowEnd, now, t) : '';
  return t(`portal.now.${what}`, { who: visit.engineerName ?? t('portal.engineer'), when });
}
