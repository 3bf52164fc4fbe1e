import type { components as DispatchContract } from '../../target/contracts/dispatch';
import { type Answer, engineers, type Page, type Ticket, type Visit } from '../api';
import { call, withQuery } from '../http';

type Contract = DispatchContract['schemas'];

export type Engineer = Answer<Contract['EngineerView'], 'id' | 'version' | 'name'>;
export type Shift = Answer<Contract['ShiftView'], 'id' | 'version' | 'duty' | 'person' | 'startsAt' | 'endsAt' | 'status' | 'handover'>;

const LARGEST = 200;
/** What a page of ours can show at once; who has more narrows the time down. */
const MOST_PAGES = 10;

/** All rows of a list that is bounded by time, page by page. */
export async function all<T>(path: string, query: Record<string, string | string[] | undefined>, signal?: AbortSignal): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    // oxlint-disable-next-line no-await-in-loop -- each page says where the next one begins.
    const answer: Page<T> = await call<Page<T>>('GET', withQuery(path, { ...query, limit: LARGEST, cursor }), { signal });
    rows.push(...answer.items);
    cursor = answer.next;
    if (!cursor) break;
  }
  return rows;
}

export const visitsBetween = (from: string, to: string, engineerId?: string, signal?: AbortSignal) => all<Visit>('/api/visits', { from, to, engineerId }, signal);
export const visitsIn = (status: string[], engineerId?: string, signal?: AbortSignal) => all<Visit>('/api/visits', { status, engineerId }, signal);
export const shiftsBetween = (from: string, to: string, signal?: AbortSignal) => all<Shift>('/api/shifts', { from, to }, signal);
/** Tickets that somebody is to be sent for: who the customer is, and until when we promised. */
export const ticketsOnSite = (signal?: AbortSignal) => all<Ticket>('/api/tickets', { status: ['ON_SITE'] }, signal);
export const allEngineers = async (signal?: AbortSignal): Promise<Engineer[]> => (await engineers(signal)).items;
