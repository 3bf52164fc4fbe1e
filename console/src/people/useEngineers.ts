import { useQuery } from '@tanstack/react-query';
import { engineers } from '../api';
import { isPortal, useMe } from '../session';

const REMEMBERED_MS = 300_000;

/** What an engineer is called, by his id; undefined while that is not known, and for customers, who may not ask. */
export type Engineers = (id: string) => string | undefined;

/** For figures of services that know engineers by their ids only. */
export function useEngineers(): Engineers {
  const who = useMe();
  const list = useQuery({ queryKey: ['engineers'], queryFn: ({ signal }) => engineers(signal), enabled: !isPortal(who), retry: false, staleTime: REMEMBERED_MS });
  const names = new Map((list.data?.items ?? []).map(each => [each.id, each.name]));
  return id => names.get(id);
}
