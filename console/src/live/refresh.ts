import type { Query, QueryClient } from '@tanstack/react-query';
import type { Change } from './stream';

/** Queries about one thing, whose id is the second part of their key. A page that shows more of a ticket or a visit adds its query here. */
const OF_TICKET = new Set(['ticket', 'story', 'clocks']);
const OF_VISIT = new Set(['visit']);
/** Queries that many things may be in. */
const LISTS = new Set(['tickets', 'visits', 'shifts', 'gaps', 'handover', 'risks', 'risk-rows', 'owners', 'tickets-of', 'escalations', 'promises', 'drafts', 'breaches', 'customers']);
/** Lists are asked for again no oftener than this, however much happens. */
const LIST_PAUSE_MS = 1_000;
/** What one service hears of another is in its own answers by then. */
const HEARSAY_MS = 1_000;

const about = ({ queryKey }: Query, { tickets, visits, many }: Change) => {
  const [name, id] = queryKey as [string, string?];
  return (OF_TICKET.has(name) && (many || tickets.includes(id!))) || (OF_VISIT.has(name) && (many || visits.includes(id!)));
};

/** Asks again for what is on the screen and may have changed; what is not looked at is only marked as old. */
export function refresher(client: QueryClient): { heard: (change: Change) => void; all: () => void; stop: () => void } {
  let listsLast = -LIST_PAUSE_MS;
  let lists: ReturnType<typeof setTimeout> | undefined;
  const later = new Set<ReturnType<typeof setTimeout>>();
  const again = (which: (query: Query) => boolean) =>
    void client.invalidateQueries({ predicate: which, refetchType: document.hidden ? 'none' : 'active' }, { cancelRefetch: false });
  const againLists = () => {
    lists = undefined;
    listsLast = performance.now();
    again(({ queryKey }) => LISTS.has(queryKey[0] as string));
  };
  const heard = (change: Change) => {
    again(query => about(query, change));
    const second = setTimeout(() => {
      later.delete(second);
      again(query => about(query, change));
    }, HEARSAY_MS);
    later.add(second);
    const wait = listsLast + LIST_PAUSE_MS - performance.now();
    if (lists === undefined) lists = setTimeout(againLists, Math.max(0, wait));
  };
  return {
    heard,
    all: () => heard({ events: [], tickets: [], visits: [], many: true }),
    stop: () => {
      clearTimeout(lists);
      later.forEach(clearTimeout);
    },
  };
}
