import { useSearchParams } from 'react-router';
import { dayOf, idOf, monthOf } from '../ui/said';

/** Names that mean the same on every page; what cannot be read as that counts as not said. */
const READ: Record<string, (said: string | undefined) => string | undefined> = { month: monthOf, day: dayOf, customer: idOf, ticketId: idOf };

/** What a list is narrowed to stands in the address: the way back, a refresh and a colleague's link show the same. */
export function useFilter<Name extends string>(...names: Name[]) {
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries(names.map(name => [name, (READ[name] ?? (said => said))(search.get(name) || undefined)])) as Record<Name, string | undefined>;
  /** Several at once: two steps of their own would forget each other. */
  const set = (changes: Partial<Record<Name, string | undefined>>) =>
    setSearch(before => {
      const after = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes) as [Name, string | undefined][]) {
        if (value) after.set(name, value);
        else after.delete(name);
      }
      return after;
    }, { replace: true });
  return { filter, set, clear: () => set(Object.fromEntries(names.map(name => [name, undefined])) as Partial<Record<Name, undefined>>), filtered: names.some(name => filter[name]) };
}
