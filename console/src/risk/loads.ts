import type { EngineerLoad, OwnerLoad } from './api';

/** What somebody has on his hands: his tickets as ticket-service counts them, his promises as sla-service does. */
export interface Load {
  who: string;
  /** By which his tickets name him: an engineer's id, his user name, or both. */
  assignees: string[];
  tickets: number;
  waiting: number;
  breached: number;
  promises: number;
  visits: number;
  due: number;
  broken: number;
  next?: string;
}

const none = (who: string): Load => ({ who, assignees: [], tickets: 0, waiting: 0, breached: 0, promises: 0, visits: 0, due: 0, broken: 0 });
const earlier = (one?: string | null, other?: string | null) => [one, other].filter((each): each is string => Boolean(each)).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];

/** Both lists as one, whoever is latest first; what nobody has is not in it. @param ids of engineers by their user names */
export function loadsOf(engineers: readonly EngineerLoad[], owners: readonly OwnerLoad[], ids: ReadonlyMap<string, string> = new Map()): Load[] {
  const all = new Map<string, Load>();
  for (const { engineerId, promises, visits, due, broken, nextDue } of engineers) all.set(engineerId, { ...none(engineerId), promises, visits, due, broken, next: nextDue ?? undefined });
  for (const { assignee, open, waiting, breached, nextDue } of owners) {
    if (!assignee) continue;
    const who = ids.get(assignee) ?? assignee;
    const before = all.get(who) ?? none(who);
    all.set(who, { ...before, assignees: [...before.assignees, assignee], tickets: before.tickets + open, waiting: before.waiting + waiting, breached: before.breached + breached, next: earlier(before.next, nextDue) });
  }
  return [...all.values()].toSorted((a, b) => b.broken + b.breached - a.broken - a.breached || b.due - a.due || b.tickets + b.promises - a.tickets - a.promises || a.who.localeCompare(b.who));
}

export const unownedIn = (owners: readonly OwnerLoad[]): number => owners.find(each => !each.assignee)?.open ?? 0;
