import { useQuery } from '@tanstack/react-query';
import { story, type StoryItem } from '../api';
import { useLink, usePolling } from '../live/Live';

const NONE: StoryItem[] = [];
/** While nobody tells us that the story goes on, it is asked for now and then. */
const POLL_MS = 10_000;

/** The story of a ticket, growing as things happen. */
export function useStory(ticketId: string) {
  const query = useQuery({
    queryKey: ['story', ticketId],
    queryFn: async ({ signal }) => (await story(ticketId, signal)).items,
    refetchInterval: usePolling(POLL_MS),
  });
  return { items: query.data ?? NONE, link: useLink(), error: query.data ? null : query.error, pending: query.isPending, retry: () => void query.refetch() };
}
