import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type StoryItem, story, storyStream } from '../api';
import { follow, type Link } from './follow';
import { merge } from './merge';

const NONE: StoryItem[] = [];
/** While the stream is down the story is asked for now and then. */
const POLL_MS = 10_000;
/** Several facts often arrive together: the ticket is read again once after them. */
const SETTLE_MS = 250;

/** The story of a ticket, growing as things happen. Loaded once as a list, and again after every reconnect to close the gap. */
export function useStory(ticketId: string) {
  const client = useQueryClient();
  const [link, setLink] = useState<Link>('connecting');
  const query = useQuery({
    queryKey: ['story', ticketId],
    queryFn: async ({ signal }) => {
      const loaded = await story(ticketId, signal);
      return merge(client.getQueryData<StoryItem[]>(['story', ticketId]) ?? NONE, loaded.items);
    },
    refetchInterval: link === 'live' ? false : POLL_MS,
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = follow(storyStream(ticketId), {
      item: item => {
        client.setQueryData<StoryItem[]>(['story', ticketId], known => merge(known ?? NONE, [item]));
        clearTimeout(timer);
        timer = setTimeout(() => ['ticket', 'clocks'].forEach(what => void client.invalidateQueries({ queryKey: [what, ticketId] })), SETTLE_MS);
      },
      link: now => {
        setLink(now);
        if (now === 'live') void client.invalidateQueries({ queryKey: ['story', ticketId] });
      },
      // Finds out whether the session is gone: an XHR can tell, an EventSource cannot.
      refused: () => void client.invalidateQueries({ queryKey: ['ticket', ticketId] }),
    });
    return () => { stop(); clearTimeout(timer); };
  }, [client, ticketId]);
  return { items: query.data ?? NONE, link, error: query.data ? null : query.error, pending: query.isPending, retry: () => void query.refetch() };
}
