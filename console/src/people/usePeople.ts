import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, withQuery } from '../http';
import { isPortal, useMe } from '../session';

interface Person {
  user: string;
  name: string;
}

/** In one question; a screen shows fewer. */
const MOST = 200;
const REMEMBERED_MS = 600_000;

/** Accounts of other companies' systems are named by Keycloak: this and the system's own name. */
const SYSTEM = 'service-account-';

/** Whoever answered by a link of a mail, without an account. */
export const BY_LINK = 'customer-link';

/** What somebody is called, by his user name. */
export type People = (user: string) => string;

/**
 * What people are called whom the page knows by their user names. The names that were asked for while it was drawn are fetched in one go. Until they are
 * known, and for accounts that are gone, the user name stands for the person; customers are told that it is one of ours.
 */
export function usePeople(): People {
  const { t } = useTranslation();
  const who = useMe();
  const portal = isPortal(who);
  const asked = useRef(new Set<string>());
  const [wanted, want] = useState<readonly string[]>([]);
  // After each drawing, since it is the drawing that asks; it ends when no name is new.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => {
    if (asked.current.size > wanted.length) want([...asked.current].toSorted());
  });
  const found = useQuery({
    queryKey: ['people', ...wanted],
    queryFn: ({ signal }) => call<{ items: Person[] }>('GET', withQuery('/bff/people', { user: [...wanted] }), { signal }),
    enabled: wanted.length > 0,
    staleTime: REMEMBERED_MS,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const names = new Map(found.data?.items.map(({ user, name }) => [user, name]));
  return user => {
    if (user === who.username) return t('ticket.me');
    if (user === BY_LINK) return t('people.byLink');
    if (user.startsWith(SYSTEM)) return t('people.system', { name: user.slice(SYSTEM.length) });
    if (portal) return t('people.ours');
    if (asked.current.size < MOST) asked.current.add(user);
    return names.get(user) ?? user;
  };
}
