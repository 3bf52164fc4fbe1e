import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import type { Ticket } from '../api';
import { useCommand } from '../ui/useCommand';

export const pathOf = (ticketId: string, verb: string) => `/api/tickets/${ticketId}/${verb}`;
export const refreshed = (ticketId: string): QueryKey[] => [['ticket', ticketId], ['story', ticketId], ['tickets']];

/** A transition answers with the ticket as it is now; what stands beside the ticket answers with itself. */
export const afterTransition = (client: QueryClient, ticketId: string) => (answer: Ticket | undefined) => {
  if (answer?.id === ticketId && answer.status) client.setQueryData<Ticket>(['ticket', ticketId], answer);
};

/** A transition that asks for nothing. */
export function useTransition(ticketId: string, verb: string) {
  const client = useQueryClient();
  return useCommand<Ticket | undefined>(pathOf(ticketId, verb), { refresh: refreshed(ticketId), then: afterTransition(client, ticketId) });
}
