import { useSearchParams } from 'react-router';
import type { TicketQuery } from '../api';
import { hasRole, isPortal, useMe } from '../session';

/** The filter lives in the address, so that it survives the back button and can be sent to a colleague. */
export function useTicketFilter() {
  const who = useMe();
  const [search, setSearch] = useSearchParams();
  // Engineers work on their own tickets, a desk on everybody's; a portal user has only his customer's anyway.
  const usual = hasRole(who, 'engineer') && !hasRole(who, 'agent', 'supervisor', 'manager', 'admin');
  const scope = search.get('scope');
  const mine = !isPortal(who) && (scope ? scope === 'mine' : usual);
  const filter: TicketQuery = { status: search.get('status') ?? undefined, query: search.get('query') ?? undefined, mine: mine || undefined };
  const set = (name: string, value: string | undefined) =>
    setSearch(before => {
      const after = new URLSearchParams(before);
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    }, { replace: true });
  return { filter, set, clear: () => setSearch(mine ? { scope: 'all' } : {}, { replace: true }), filtered: Boolean(filter.status || filter.query || mine), staff: !isPortal(who), mine };
}
