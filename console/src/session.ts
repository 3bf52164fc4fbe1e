import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import i18n from 'i18next';
import { type Me, me } from './api';
import { onSessionLost, withQuery } from './http';
import { followAccount } from './i18n';
import { forgetAll } from './kept';
import { ProblemError } from './problem';

export const MeContext = createContext<Me | null>(null);

export function useMe(): Me {
  const known = useContext(MeContext);
  if (!known) throw new Error('used outside of a signed-in page');
  return known;
}

/** The roles of people; integrating systems have none of these. */
export type Role = 'customer' | 'agent' | 'engineer' | 'presales' | 'supervisor' | 'manager' | 'admin';

export const hasRole = (who: Me, ...roles: readonly string[]) => roles.some(role => who.roles.includes(role));
/** A portal user: someone of a customer who holds no staff role. */
export const isPortal = (who: Me) => hasRole(who, 'customer') && !hasRole(who, 'agent', 'engineer', 'presales', 'supervisor', 'manager', 'admin');

/** Who reads what, as the services check it; pages and the links that lead to them ask the same. */
export const READS = {
  tickets: ['agent', 'engineer', 'supervisor', 'manager', 'admin', 'customer'],
  visits: ['agent', 'engineer', 'supervisor', 'manager'],
  customers: ['agent', 'supervisor', 'manager', 'admin'],
} satisfies Record<string, Role[]>;
export const OPENS: readonly Role[] = ['customer', 'agent', 'engineer', 'supervisor'];
export const seesVisits = (who: Me) => hasRole(who, ...READS.visits);
export const mayOpen = (who: Me) => hasRole(who, ...OPENS);

/** The gateway comes back to this page after the sign-in. */
export function signIn(): void {
  location.assign(withQuery('/bff/login', { to: location.pathname + location.search, ui_locales: i18n.language }));
}

export function signOut(): void {
  forgetAll();
  location.assign('/bff/logout');
}

export interface Session {
  who: Me | null;
  waiting: boolean;
  error: Error | null;
  /** Was signed in on this page, and the session is gone: the page stays as it is until the user signs in again. */
  expired: boolean;
  retry: () => void;
}

export function useSession(): Session {
  const [last, setLast] = useState<Me | null>(null);
  const [lost, setLost] = useState(false);
  const query = useQuery({
    queryKey: ['me'],
    queryFn: () => me().catch((error: unknown) => {
      if (error instanceof ProblemError && error.signedOut) return null;
      throw error;
    }),
    staleTime: 60_000,
    refetchOnWindowFocus: 'always',
  });
  useEffect(() => {
    if (query.data) {
      setLast(query.data);
      followAccount(query.data.language);
    }
    setLost(query.data === null);
  }, [query.data, query.dataUpdatedAt]);
  useEffect(() => onSessionLost(() => setLost(true)), []);
  return { who: query.data ?? last, waiting: query.isPending, error: query.error, expired: lost && last !== null, retry: () => void query.refetch() };
}
