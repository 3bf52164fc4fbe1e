import type { ParkedKey } from '../api';
import type { Asked, Service } from '../services';

export interface ParkedRow extends ParkedKey {
  service: Service;
  /** Names the row on the page and in the address. */
  id: string;
}

export interface ParkedFilter { service?: string; topic?: string; cause?: string }

/** How many a service lists at most. */
export const MOST = 200;

/** The keys of all services that answered, those that have waited longest first. */
export function parkedRows(asked: Asked<ParkedKey[]>[]): ParkedRow[] {
  return asked.flatMap(({ service, query }) => (query.data ?? []).map(key => Object.assign({ service, id: [service, key.consumer, key.key].join('/') }, key)))
    .sort((one, other) => one.since.localeCompare(other.since));
}

export const narrowed = (rows: ParkedRow[], { service, topic, cause }: ParkedFilter) =>
  rows.filter(row => (!service || row.service === service) && (!topic || row.consumer === topic) && (!cause || row.cause === cause));

/** What the address names; null when it names nothing. */
export function named(id: string | undefined): { service: string; consumer: string; key: string } | null {
  const [service, consumer, ...key] = (id ?? '').split('/');
  return service && consumer && key.length ? { service, consumer, key: key.join('/') } : null;
}
