import type { Page } from '../api';

/** How often lists ask what is new. */
export const REFRESH_MS = 15_000;

/** The cursor of the page after this one, or `undefined` at the end (what TanStack Query wants). */
export const nextCursor = (page: Page<unknown>): string | undefined => page.next ?? undefined;

/** All loaded pages as one list. A row that moved to another page between two loads appears once, at its first place. */
export function rowsOf<T extends { id: string }>(pages: readonly Page<T>[] | undefined): T[] {
  const rows = new Map<string, T>();
  for (const page of pages ?? []) for (const item of page.items) if (!rows.has(item.id)) rows.set(item.id, item);
  return [...rows.values()];
}
