import { useQueries, type UseQueryResult } from '@tanstack/react-query';

/** The five that the operators look after; each answers for itself. */
export const SERVICES = ['ticket-service', 'dispatch-service', 'sla-service', 'knowledge-service', 'notification-service'] as const;
export type Service = (typeof SERVICES)[number];

export const isService = (text: string | null): text is Service => (SERVICES as readonly string[]).includes(text ?? '');

export interface Asked<T> {
  service: Service;
  query: UseQueryResult<T>;
}

/** Asks all services the same: one that is down hides nothing of the others. */
export function useServices<T>(name: string, ask: (service: Service, signal: AbortSignal) => Promise<T>, refetchInterval: number | false = false): Asked<T>[] {
  const answers = useQueries({
    queries: SERVICES.map(service => ({ queryKey: [name, service], queryFn: ({ signal }: { signal: AbortSignal }) => ask(service, signal), refetchInterval })),
  });
  return SERVICES.map((service, index) => ({ service, query: answers[index] as UseQueryResult<T> }));
}
