import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePolling } from '../live/Live';
import { promisesAbout } from './api';

const REFRESH_MS = 60_000;
/** They are made a moment after the report, by another service. */
const SOON_MS = 1_500;

/** What we promised about a ticket. */
export function usePromises(ticketId: string) {
  const { i18n } = useTranslation();
  const polling = usePolling(REFRESH_MS);
  return useQuery({
    queryKey: ['promises', 'about', ticketId, i18n.language],
    queryFn: async ({ signal }) => (await promisesAbout(ticketId, signal)).items,
    refetchInterval: query => (query.state.data?.length === 0 ? SOON_MS : polling),
    retry: false,
  });
}
