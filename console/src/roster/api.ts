import type { components as DispatchContract } from '../../target/contracts/dispatch';
import type { Answer } from '../api';
import { all, type Shift } from '../board/api';
import { call, withQuery } from '../http';

type Contract = DispatchContract['schemas'];

export type Hours = Answer<Contract['Hours'], 'day' | 'from' | 'to'>;
export type Duty = Answer<Omit<Contract['DutyView'], 'hours'>, 'code' | 'version' | 'name' | 'responsibilities' | 'zone' | 'needed'> & { hours: Hours[] };
/** The contract does not describe the note: it is answered with an entity tag of its own. */
export interface Handover {
  status: Shift['handover'];
  note?: string | null;
  items?: { text: string; ticketId?: string | null }[];
  writtenAt?: string | null;
  answeredBy?: string | null;
  answeredAt?: string | null;
  refusal?: string | null;
}
export type Gap = Answer<Contract['Gap'], 'from' | 'to' | 'missing'>;
export interface Drafted { shifts: number; gaps: Gap[] }

const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, { signal });

export const duties = async (signal?: AbortSignal) => (await get<{ items: Duty[] }>('/api/duties', signal)).items;
export const gaps = async (duty: string, from: string, to: string, drafts: boolean, signal?: AbortSignal) =>
  (await get<{ items: Gap[] }>(withQuery(`/api/duties/${duty}/gaps`, { from, to, drafts }), signal)).items;
export const shiftsOf = (duty: string, from: string, to: string, signal?: AbortSignal) => all<Shift>('/api/shifts', { duty, from, to }, signal);
export const handover = (shift: string, signal?: AbortSignal) => get<Handover>(`/api/shifts/${shift}/handover`, signal);
