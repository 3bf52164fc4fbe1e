import type { components as SlaContract } from '../../target/contracts/sla';
import type { components as TicketContract } from '../../target/contracts/ticket';
import type { Answer, Page } from '../api';
import { call, withQuery } from '../http';

type Sla = SlaContract['schemas'];
type Surveys = TicketContract['schemas'];

/** Kept and broken promises of one value of a dimension; without a kind of all kinds together. */
export type Attainment = Answer<Sla['Attainment'], 'total' | 'met' | 'breached' | 'open'>;
export type Dimension = Sla['Dimension'];
export type Distribution = Answer<Omit<Sla['Distribution'], 'buckets'>, 'kind' | 'measure' | 'count'> & { buckets: Bucket[] };
export type Bucket = Answer<Sla['Bucket'], 'from' | 'count'>;
export type CauseCount = Answer<Sla['CauseCount'], 'cause' | 'count' | 'found' | 'share'>;
export type Causes = Answer<Omit<Sla['CauseSummary'], 'items'>, 'broken' | 'complete'> & { items: CauseCount[] };
export type Punctuality = Answer<Sla['Punctuality'], 'visits' | 'early' | 'onTarget' | 'tight' | 'late' | 'absent' | 'ahead' | 'unannounced'>;
export type Notices = Answer<Sla['Notices'], 'notices' | 'kept' | 'broken'>;
/** A promise that stands behind a figure. */
export type CountedPromise = Answer<Sla['CountedPromise'], 'clockId' | 'kind' | 'dueAt' | 'verdict'>;
export type Verdict = CountedPromise['verdict'];
export type Arrival = Sla['Arrival'];
export type Breach = Answer<Omit<Sla['BreachCause'], 'derived'>, 'clockId' | 'kind' | 'dueAt' | 'cause'>;

export type Report = Answer<Sla['ReportLine'], 'id' | 'version' | 'type' | 'month' | 'number' | 'status' | 'latest'>;
export type MonthFigures = Answer<
  Omit<Sla['MonthFigures'], 'volume' | 'kinds' | 'priorities' | 'services' | 'customers' | 'engineers' | 'trend' | 'times' | 'broken' | 'causes' | 'punctuality' | 'notices' | 'open' | 'owed' | 'targets'>,
  'month' | 'asOf' | 'brokenCount'
> & {
  volume: Answer<Sla['Volume'], 'month' | 'tickets'>[];
  kinds: Attainment[]; priorities: Attainment[]; services: Attainment[]; customers: Attainment[]; engineers: Attainment[]; trend: Attainment[];
  times: Distribution[]; broken: Breach[]; causes: CauseCount[]; punctuality: Punctuality[]; notices: Notices[];
  open: { count: number; overdue: number; promises: Answer<Sla['OpenPromise'], 'clockId' | 'kind' | 'dueAt' | 'status'>[] };
  owed: Answer<Sla['Owed'], 'currency' | 'amount' | 'entries'>[];
  targets: Answer<Sla['Target'], 'kind' | 'least' | 'most'>[];
};
/** Figures are missing while the report is only planned. */
export interface ReportWithFigures { report: Report; figures?: MonthFigures | null }

export type Compensation = Answer<Omit<Sla['CompensationView'], 'steps' | 'facts'>, 'id' | 'version' | 'customerId' | 'agreement' | 'agreementVersion' | 'month' | 'kind' | 'status' | 'amount' | 'currency' | 'settled'> & {
  steps: Answer<Sla['CompensationStep'], 'amount' | 'sentence'>[];
  /** For us only. */
  facts?: CompensationFact[] | null;
};
/** The contract calls `data` any JSON; it is what was said, by its names. */
export type CompensationFact = Answer<Omit<Sla['CompensationFact'], 'data'>, 'at' | 'by' | 'fact'> & { data?: Partial<Record<'cause' | 'reason' | 'evidence', string>> | null };
export type CompensationStatus = Compensation['status'];

export type SurveySummary = Answer<Omit<Surveys['SurveySummary'], 'aspects' | 'customers'>, 'answers'> & {
  aspects: Answer<Surveys['AspectScores'], 'aspect' | 'answers' | 'average' | 'scores' | 'low'>[];
  customers: Answer<Surveys['CustomerScores'], 'customerId' | 'customerName' | 'answers' | 'average' | 'low'>[];
};
export type SurveyAnswer = Answer<Surveys['SurveyAnswer'], 'ticketId' | 'number' | 'customerName' | 'at' | 'scores'>;

const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, { signal });
const FEW = 20;

/** Whose figures of which time; instants. */
export interface Asked { from: string; to: string; customerId?: string }

export const attainment = (by: Dimension, asked: Asked, signal?: AbortSignal) => get<{ items: Attainment[] }>(withQuery(`/api/sla-reports/attainment/${by.toLowerCase()}`, { ...asked }), signal);
export const distributions = (asked: Asked, signal?: AbortSignal) => get<{ items: Distribution[] }>(withQuery('/api/sla-reports/distributions', { ...asked }), signal);
export const causes = (asked: Asked, signal?: AbortSignal) => get<Causes>(withQuery('/api/sla-reports/causes/summary', { ...asked }), signal);
export const punctuality = (asked: Asked, signal?: AbortSignal) => get<{ items: Punctuality[] }>(withQuery('/api/sla-reports/punctuality', { ...asked }), signal);
export const notices = (asked: Asked, signal?: AbortSignal) => get<{ items: Notices[] }>(withQuery('/api/sla-reports/notices', { ...asked }), signal);
export const surveySummary = (asked: Asked, signal?: AbortSignal) => get<SurveySummary>(withQuery('/api/surveys/summary', { ...asked }), signal);

/** Which promises stand behind a figure; `by` without `key` are those for which nobody told a value. */
export interface Behind { by?: string; key?: string; kind?: string; verdict?: string; arrival?: string; tookFrom?: string; tookTo?: string }
export const countedPromises = (asked: Asked, behind: Behind, cursor: string | null, signal?: AbortSignal) =>
  get<Page<CountedPromise>>(withQuery('/api/sla-reports/promises', { ...asked, ...behind, limit: FEW, cursor }), signal);
export const breachesOf = (asked: Asked, cause: string | undefined, cursor: string | null, signal?: AbortSignal) =>
  get<Page<Breach>>(withQuery('/api/sla-reports/causes', { ...asked, cause, limit: FEW, cursor }), signal);
export const surveys = (asked: Asked, which: { aspect?: string; low?: string }, cursor: string | null, signal?: AbortSignal) =>
  get<Page<SurveyAnswer>>(withQuery('/api/surveys', { ...asked, ...which, limit: FEW, cursor }), signal);

export interface ReportQuery { type?: string; customerId?: string; month?: string; status?: string }
export const reports = (query: ReportQuery, cursor: string | null, signal?: AbortSignal) => get<Page<Report>>(withQuery('/api/sla-reports/monthly', { ...query, limit: FEW, cursor }), signal);
export const report = (id: string, signal?: AbortSignal) => get<ReportWithFigures>(`/api/sla-reports/monthly/${id}`, signal);

export interface CompensationQuery { customerId?: string; month?: string; status?: string }
export const compensations = (query: CompensationQuery, cursor: string | null, signal?: AbortSignal) => get<Page<Compensation>>(withQuery('/api/compensations', { ...query, limit: FEW, cursor }), signal);
export const compensation = (id: string, signal?: AbortSignal) => get<Compensation>(`/api/compensations/${id}`, signal);
export const compensationCounts = (query: Omit<CompensationQuery, 'status'>, signal?: AbortSignal) =>
  get<{ items: { status: CompensationStatus; entries: number }[] }>(withQuery('/api/compensations/counts', { ...query }), signal);
