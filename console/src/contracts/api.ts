import type { components as SlaContract } from '../../target/contracts/sla';
import type { Answer, Page } from '../api';
import { call, withQuery } from '../http';

type Contract = SlaContract['schemas'];

export type AgreementType = Contract['AgreementType'];
export const TYPES: AgreementType[] = ['SLA', 'OLA', 'SUPPLIER'];
export type VersionLine = Answer<Contract['VersionLine'], 'number' | 'status' | 'effectiveFrom'>;
export type Agreement = Answer<Omit<Contract['AgreementView'], 'versions'>, 'id' | 'version' | 'number' | 'type' | 'name' | 'zone'> & { versions: VersionLine[] };
/** As it is written and as it is answered; what is not said is missing or null. */
export type Content = Contract['Content'];
export type Service = Contract['Service'];
export type Level = Contract['Level'];
export type Version = Answer<Omit<Contract['VersionView'], 'content'>, 'id' | 'version' | 'number' | 'status' | 'effectiveFrom' | 'writtenBy' | 'writtenAt'> & { content: Content };
export type WriteVersion = Contract['WriteVersion'];
export type Moved = Answer<Contract['MovedClock'], 'clockId' | 'kind' | 'dueAt' | 'newDueAt' | 'breaksAtOnce'>;
type Verdicts = Answer<Contract['Verdicts'], 'met' | 'broken' | 'open' | 'voided'>;
export type Verdict = Contract['ClockStatus'];
export type SimulationRow = Answer<Omit<Contract['Row'], 'before' | 'after'>, 'kind' | 'promises'> & { before: Verdicts; after: Verdicts };
export type ChangedVerdict = Answer<Contract['ChangedVerdict'], 'clockId' | 'kind' | 'before' | 'after' | 'dueBefore' | 'dueAfter'>;
export interface Simulation {
  promises: number;
  retermed: number;
  rows: SimulationRow[];
  changes: ChangedVerdict[];
  compensationBefore: Record<string, string>;
  compensationAfter: Record<string, string>;
}
export type CalendarRow = Answer<Contract['CalendarRow'], 'name' | 'revision'>;
/** Which kinds an agreement of a type can speak of, and whether it allows a time. */
export type Kind = Answer<Contract['KindView'], 'kind' | 'promised'>;

const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, { signal });

export const agreements = (query: { customerId?: string; type?: string }, cursor: string | null, signal?: AbortSignal) =>
  get<Page<Agreement>>(withQuery('/api/agreements', { ...query, limit: 50, cursor }), signal);
export const agreement = (id: string, signal?: AbortSignal) => get<Agreement>(`/api/agreements/${id}`, signal);
export const version = (id: string, number: number, signal?: AbortSignal) => get<Version>(`/api/agreements/${id}/versions/${number}`, signal);
/** A draft: a new one, or one that is there. @param before what the writer saw of it */
export const saveVersion = (id: string, number: number | undefined, text: WriteVersion, key: string, before?: number) =>
  (number === undefined ? call<Version>('POST', `/api/agreements/${id}/versions`, { body: text, key }) : call<Version>('PUT', `/api/agreements/${id}/versions/${number}`, { body: text, key, version: before }));
/** Nothing is written but the audit. */
export const whatIf = (id: string, text: WriteVersion, cursor: string | null, signal?: AbortSignal) =>
  call<Page<Moved>>('POST', withQuery(`/api/agreements/${id}/versions/preview`, { limit: 50, cursor }), { body: text, signal });
export const simulate = (body: Contract['Simulate']) => call<Simulation>('POST', '/api/sla-simulations', { body });
export const calendars = (signal?: AbortSignal) => get<Page<CalendarRow>>('/api/calendars?limit=200', signal);
export const kinds = (signal?: AbortSignal) => get<{ items: Kind[] }>('/api/promises/kinds', signal);
