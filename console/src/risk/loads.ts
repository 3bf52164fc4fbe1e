import type { EngineerLoad, OwnerLoad } from './api';

/** What somebody has on his hands: his tickets as ticket-service counts them, his promises as sla-service does. */
export interface Load {
  who: string;
  tickets: number;
  waiting: number;
  breached: number;
  promises: number;
  visits: number;
  due: number;
  broken: number;
  next?: string;
}

const none = (who: string): Load => ({ who, tickets: 0, waiting: 0, breached: 0, promises: 0, visits: 0, due: 0, broken: 0 });
const earlier = (one?: string | null, other?: string | null) => [one, other].filter((each): each is string => Boolean(each)).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];

/** Both lists as one, whoever is latest first; what nobody has is not in it. */
export function loadsOf(engineers: readonly EngineerLoad[], owners: readonly OwnerLoad[]): Load[] {
  const all = new Map<string, Load>();
  for (const { engineerId, promises, visits, due, broken, nextDue } of engineers) all.set(engineerId, { ...none(engineerId), promises, visits, due, broken, next: nextDue ?? undefined });
  for (const { assignee, open, waiting, breached, nextDue } of owners) {
    if (!assignee) continue;
    const before = all.get(assignee) ?? none(assignee);
    all.set(assignee, { ...before, tickets: open, waiting, breached, next: earlier(before.next, nextDue) });
  }
  return [...all.values()].toSorted((a, b) => b.broken + b.breached - a.broken - a.breached || b.due - a.due || b.tickets + b.promises - a.tickets - a.promises || a.who.localeCompare(b.who));
}

export const unownedIn = (owners: readonly OwnerLoad[]): number => owners.find(each => !each.assignee)?.open ?? 0;
