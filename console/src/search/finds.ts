import type { ReactNode } from 'react';
import { fold } from '../ui/fold';

/** Something that answers what was typed, and what choosing it does. */
export interface Find {
  key: string;
  title: string;
  hint?: string;
  icon: ReactNode;
  run: () => void;
}

export const KINDS = ['pages', 'commands', 'tickets', 'visits', 'customers'] as const;
export type Kind = (typeof KINDS)[number];
export interface FoundKind {
  kind: Kind;
  finds: Find[];
}

/** What can be found without asking anybody: a page or a command that is called so, in any of the languages. */
export const called = (typed: string, names: readonly string[]) => names.some(name => fold(name).includes(fold(typed)));

/** The number of a visit, when it may be one. */
export const visitNumber = (typed: string): string | undefined => (/^v\d{4}-\d+$/i.test(typed) ? typed.toUpperCase() : undefined);

/** The next one up or down, round the ends. */
export function step(finds: readonly Find[], chosen: string | undefined, by: 1 | -1): string | undefined {
  const at = finds.findIndex(find => find.key === chosen);
  return finds.at(at < 0 ? (by > 0 ? 0 : -1) : (at + by) % finds.length)?.key;
}
