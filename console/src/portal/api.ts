import type { components as SlaContract } from '../../target/contracts/sla';
import { type Answer, customer, type Page, type Promised, type Ticket, type Visit, visits } from '../api';
import { call, withQuery } from '../http';
import { useQueries } from '@tanstack/react-query';
import { useMe } from '../session';

const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, { signal });

export const OPEN: Ticket['status'][] = ['OPEN', 'IN_PROGRESS', 'WAITING', 'ON_SITE', 'RESOLVED'];
export const FINISHED: Ticket['status'][] = ['CLOSED', 'CANCELLED'];
/** He waits for somebody, or somebody is there. */
const UNDER_WAY: Visit['status'][] = ['SCHEDULED', 'ACCEPTED', 'DEPARTED', 'STARTED', 'COMPLETED', 'ABSENT', 'REFUSED'];
const SIGNED: Visit['status'][] = ['SIGNED', 'SUBMITTED'];

export const myTickets = (status: string[], siteId: string | undefined, limit: number, cursor: string | null, signal?: AbortSignal) =>
  get<Page<Ticket>>(withQuery('/api/tickets', { status, siteId, limit, cursor }), signal);
export const visitsUnderWay = (signal?: AbortSignal) => visits({ status: UNDER_WAY }, null, signal);
export const visitsOf = (ticketId: string, signal?: AbortSignal) => visits({ ticketId }, null, signal);
export const signedVisits = (cursor: string | null, signal?: AbortSignal) => visits({ status: SIGNED }, cursor, signal);

/** What was promised to him about a ticket, and what became of it. */
export type MyPromise = Promised & Answer<Pick<SlaContract['schemas']['PromiseView'], 'name' | 'dueAt' | 'endedAt' | 'late'>, 'name'>;
export const promisesAbout = (ticketId: string, signal?: AbortSignal) => get<Page<MyPromise>>(withQuery('/api/promises', { ticketId, limit: 50 }), signal);

/** The files of the companies he belongs to, nearly always one. */
export function useMyCompanies() {
  const found = useQueries({ queries: useMe().customers.map(id => ({ queryKey: ['customer', id], queryFn: ({ signal }: { signal: AbortSignal }) => customer(id, signal), retry: false, staleTime: 60_000 })) });
  return found.flatMap(each => (each.data ? [each.data] : []));
}
