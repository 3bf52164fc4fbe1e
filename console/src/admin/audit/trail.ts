import type { Page } from '../../api';
import { type AuditRow } from '../api';
import { SERVICES, type Service } from '../services';

/** Where each service's list goes on: a cursor, null for its beginning, `end` where nothing is left. */
export type Places = Record<Service, string | null>;
const END = 'end';

export const START = Object.fromEntries(SERVICES.map(service => [service, null])) as Places;

export interface TrailRow extends AuditRow {
  service: Service;
  /** Ids of rows are numbers of their service. */
  rowKey: string;
}

/** One step into the past, of all services at once. */
export interface Step {
  rows: TrailRow[];
  places: Places;
  failures: { service: Service; error: unknown }[];
}

/** Reads the next rows of each service that has more; what one refuses is told and asked again at the next step. */
export async function step(places: Places, only: Service | undefined, read: (service: Service, cursor: string | null) => Promise<Page<AuditRow>>): Promise<Step> {
  const next: Places = { ...places };
  const result: Step = { rows: [], places: next, failures: [] };
  await Promise.all(SERVICES.map(async service => {
    if (places[service] === END || (only && service !== only)) {
      next[service] = END;
      return;
    }
    try {
      const page = await read(service, places[service]);
      next[service] = page.next ?? END;
      result.rows.push(...page.items.map(row => Object.assign({ service, rowKey: `${service}/${row.id}` }, row)));
    } catch (error) {
      result.failures.push({ service, error });
    }
  }));
  return result;
}

/** Where the next step begins; nothing when all services are at their ends, or those that are not have failed. */
export function after(last: Step): Places | undefined {
  const failed = new Set(last.failures.map(({ service }) => service));
  return SERVICES.some(service => last.places[service] !== END && !failed.has(service)) ? last.places : undefined;
}

/**
 * All that was read as one list, the newest first, and no further back than every service has been read: what lies behind that may still have something
 * of another service before it.
 */
export function trail(steps: readonly Step[]): TrailRow[] {
  const rows = steps.flatMap(one => one.rows).sort((one, other) => other.at.localeCompare(one.at) || other.id - one.id);
  const last = steps.at(-1);
  if (!last) return [];
  const failed = new Set(last.failures.map(({ service }) => service));
  const oldest = SERVICES.filter(service => last.places[service] !== END && !failed.has(service))
    .map(service => rows.findLast(row => row.service === service)?.at).filter(at => at !== undefined);
  const limit = oldest.sort().at(-1);
  return limit === undefined ? rows : rows.filter(row => row.at >= limit);
}
