import { useEngineers } from '../board/useBoard';
import { usePeople } from '../people/usePeople';
import { useMe } from '../session';

/** What people are called whom the roster knows by their user names, as far as we know them by name. */
export function useColleagues() {
  const me = useMe();
  const people = usePeople();
  const engineers = useEngineers().data ?? [];
  const names = new Map<string, string>([...engineers.flatMap(({ username, name }) => (username ? [[username, name] as const] : [])), [me.username, me.name]]);
  return { nameOf: (username?: string | null) => (username ? names.get(username) ?? people(username) : '—'), known: [...names].map(([value, label]) => ({ value, label: `${label}（${value}）` })) };
}
