import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { usePolling } from '../live/Live';
import { allEngineers, shiftsBetween, ticketsOnSite, visitsBetween, visitsIn } from './api';
import { NEAR_MS } from './duty';

const REFRESH_MS = 10_000;
const SLOW_MS = 60_000;
const near = (instant: string, by: number) => new Date(Date.parse(instant) + by).toISOString();

export const useEngineers = () => useQuery({ queryKey: ['engineers', 'all'], queryFn: ({ signal }) => allEngineers(signal), staleTime: SLOW_MS });

/** What is planned within a time, and who is on duty around it. */
export function usePlan(from: string, to: string) {
  const visits = useQuery({ queryKey: ['visits', 'between', from, to], queryFn: ({ signal }) => visitsBetween(from, to, undefined, signal), refetchInterval: usePolling(REFRESH_MS), placeholderData: keepPreviousData });
  const shifts = useQuery({ queryKey: ['shifts', 'near', from, to], queryFn: ({ signal }) => shiftsBetween(near(from, -NEAR_MS), near(to, NEAR_MS), signal), refetchInterval: SLOW_MS, placeholderData: keepPreviousData });
  return { visits, shifts };
}

/** Tickets that wait for somebody on site, by id: who the customer is, and until when we promised. */
export function useTicketsOnSite() {
  const tickets = useQuery({ queryKey: ['tickets', 'on-site'], queryFn: ({ signal }) => ticketsOnSite(signal), refetchInterval: SLOW_MS });
  return { tickets, byId: new Map((tickets.data ?? []).map(ticket => [ticket.id, ticket])) };
}

/** Everything a board shows; the parts come from their owners, and one that fails hides nothing of the others. */
export function useBoard(from: string, to: string) {
  const engineers = useEngineers();
  const { visits, shifts } = usePlan(from, to);
  const waiting = useQuery({ queryKey: ['visits', 'waiting'], queryFn: ({ signal }) => visitsIn(['ORDERED'], undefined, signal), refetchInterval: usePolling(REFRESH_MS) });
  const { tickets, byId } = useTicketsOnSite();
  return { engineers, visits, shifts, waiting, tickets, byId, asked: [engineers, visits, shifts, waiting, tickets] };
}
