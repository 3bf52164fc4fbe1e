import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call, withQuery } from '../http';
import { isPortal, useMe } from '../session';

interface Person {
  user: string;
  name: string;
}

/** In one question; more names make another. */
const MOST = 200;
const REMEMBERED_MS = 600_000;

/** What somebody is called, by his user name. */
export type People = (user: string) => string;

/**
 * The names of these accounts, asked for in one go. Until they are known, and for accounts that are gone, the user name stands for the person;
 * customers are told that it is one of ours.
 */
export function usePeople(users: readonly unknown[]): People {
  const { t } = useTranslation();
  const who = useMe();
  const portal = isPortal(who);
  const asked = [...new Set(users.filter((user): user is string => typeof user === 'string' && user !== '' && user !== who.username))].toSorted().slice(0, MOST);
  const found = useQuery({
    queryKey: ['people', ...asked],
    queryFn: ({ signal }) => call<{ items: Person[] }>('GET', withQuery('/bff/people', { user: asked }), { signal }),
    enabled: !portal && asked.length > 0,
    staleTime: REMEMBERED_MS,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const names = new Map(found.data?.items.map(({ user, name }) => [user, name]));
  return user => (user === who.username ? t('ticket.me') : portal ? t('people.ours') : names.get(user) ?? user);
}
