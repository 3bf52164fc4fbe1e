import type { Customer, Me } from '../api';
import { hasRole } from '../session';

export type PartKind = 'sites' | 'contacts' | 'products';

export const pathOf = (customer: Pick<Customer, 'id'>, verb: string, kind?: PartKind, part?: string) =>
  `/api/customers/${customer.id}${kind ? `/${kind}/${part}` : ''}/${verb}`;

/** Everything that shows the file, lists and forms of new tickets too. */
export const refreshed = (customer: Pick<Customer, 'id'>) => [['customer', customer.id], ['customers']];

/** What this person may do; the service decides in the end. */
export const mayChange = (who: Me) => hasRole(who, 'agent', 'supervisor', 'admin');
export const mayWithdrawCustomer = (who: Me) => hasRole(who, 'supervisor', 'admin');
export const mayReveal = (who: Me) => hasRole(who, 'agent', 'supervisor', 'admin');
export const mayErase = (who: Me) => hasRole(who, 'supervisor', 'manager');

type Form = Record<string, unknown>;

/** A change names only what was typed: what is left empty stays as it is. */
export const given = (values: Form): Form =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false));

/** What may still be chosen for a new ticket. */
export const offered = <T extends { withdrawnAt?: string | null; erasedAt?: string | null }>(parts?: readonly T[] | null): T[] =>
  (parts ?? []).filter(part => !part.withdrawnAt && !part.erasedAt);
