import type { Visit } from '../api';

/** An engineer's visits as his day shows them. */
export interface Day {
  /** Of earlier days, with something still to be done: to be carried out, signed or handed in. */
  before: Visit[];
  /** Today, in the order of their windows; what is done stays where it was. */
  today: Visit[];
  /** Later ones, the next first. */
  after: Visit[];
}

/** @param from and to: where today begins and ends, as instants */
export function dayOf(visits: readonly Visit[], from: string, to: string): Day {
  const planned = [...new Map(visits.map(visit => [visit.id, visit])).values()].filter(visit => visit.windowStart && visit.windowEnd && visit.status !== 'CANCELLED');
  const inOrder = planned.toSorted((one, other) => Date.parse(one.windowStart!) - Date.parse(other.windowStart!) || one.id.localeCompare(other.id));
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const isBefore = (visit: Visit) => Date.parse(visit.windowEnd!) <= start;
  const isAfter = (visit: Visit) => Date.parse(visit.windowStart!) >= end;
  return {
    before: inOrder.filter(visit => isBefore(visit) && visit.status !== 'SUBMITTED'),
    today: inOrder.filter(visit => !isBefore(visit) && !isAfter(visit)),
    after: inOrder.filter(isAfter),
  };
}

/** Where a map finds the address; nothing while it is masked or not known. */
export const mapOf = (address?: string | null): string | undefined =>
  address && !address.includes('*') ? `https://uri.amap.com/search?keyword=${encodeURIComponent(address)}` : undefined;
