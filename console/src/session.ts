import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import { type Me, me } from './api';
import { onSessionLost, withQuery } from './http';
import { forgetAll } from './kept';
import { ProblemError } from './problem';

export const MeContext = createContext<Me | null>(null);

export function useMe(): Me {
  const known = useContext(MeContext);
  if (!known) throw new Error('used outside of a signed-in page');
  return known;
}

export const hasRole = (who: Me, ...roles: string[]) => roles.some(role => who.roles.includes(role));
/** A portal user: someone of a customer who holds no staff role. */
export const isPortal = (who: Me) => hasRole(who, 'customer') && !hasRole(who, 'agent', 'engineer', 'presales', 'supervisor', 'manager', 'admin');
export const seesVisits = (who: Me) => hasRole(who, 'supervisor', 'agent', 'manager', 'engineer');
export const seesCustomers = (who: Me) => hasRole(who, 'supervisor', 'agent', 'manager', 'admin');
export const mayOpen = (who: Me) => hasRole(who, 'customer', 'agent', 'supervisor');

/** The gateway comes back to this page after the sign-in. */
export function signIn(): void {
  location.assign(withQuery('/bff/login', { to: location.pathname + location.search }));
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
    if (query.data) setLast(query.data);
    setLost(query.data === null);
  }, [query.data, query.dataUpdatedAt]);
  useEffect(() => onSessionLost(() => setLost(true)), []);
  return { who: query.data ?? last, waiting: query.isPending, error: query.error, expired: lost && last !== null, retry: () => void query.refetch() };
}
