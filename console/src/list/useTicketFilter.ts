import { useSearchParams } from 'react-router';
import type { TicketQuery } from '../api';
import { hasRole, isPortal, useMe } from '../session';
import { PRIORITIES, STATUSES } from '../status';
import { oneOf } from '../ui/said';
import { ORDERS, QUEUES } from './queues';

type Name = 'queue' | 'status' | 'priority' | 'order' | 'query' | 'scope';

const ENDED = ['CLOSED', 'CANCELLED'];
/** Queues in which time matters more than anything else. */
const BY_TIME = ['UNANSWERED', 'MINE', 'DUE_SOON', 'BREACHED'];

/** The filter lives in the address, so that it survives the back button and can be sent to a colleague. */
export function useTicketFilter() {
  const who = useMe();
  const [search, setSearch] = useSearchParams();
  const portal = isPortal(who);
  const given = (name: Name) => search.get(name) ?? undefined;
  const queue = portal ? undefined : oneOf(QUEUES, given('queue'));
  const status = oneOf(STATUSES, given('status'));
  // Engineers work on their own tickets, a desk on everybody's; a portal user has only his customer's anyway. A queue is everybody's unless it is said.
  const usual = !queue && hasRole(who, 'engineer') && !hasRole(who, 'agent', 'supervisor', 'manager', 'admin');
  const mine = !portal && (given('scope') ? given('scope') === 'mine' : usual);
  // What has ended has no order but its age.
  const ended = status !== undefined && ENDED.includes(status);
  const order = ended ? undefined : oneOf(ORDERS, given('order')) ?? (queue && BY_TIME.includes(queue) ? 'DUE' : undefined);
  const priority = ended ? undefined : oneOf(PRIORITIES, given('priority'));
  const filter: TicketQuery = { queue, status, priority, order, query: given('query'), mine: mine || undefined };
  const set = (changes: Partial<Record<Name, string | undefined>>) =>
    setSearch(before => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        if (value) after.set(name, value);
        else after.delete(name);
      }
      return after;
    }, { replace: true });
  const filtered = Boolean(queue || status || filter.query || priority || mine);
  return { filter, set, clear: () => setSearch(mine ? { scope: 'all' } : {}, { replace: true }), filtered, staff: !portal, mine, ended, order: order ?? 'NEWEST' };
}
