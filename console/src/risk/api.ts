import type { components as SlaContract } from '../../target/contracts/sla';
import type { components as TicketContract } from '../../target/contracts/ticket';
import type { Answer, Page, Ticket } from '../api';
import { call, withQuery } from '../http';

type Contract = SlaContract['schemas'];

export type EngineerLoad = Answer<Contract['EngineerLoad'], 'engineerId' | 'promises' | 'visits' | 'due' | 'broken'>;
export type Risks = Answer<Omit<Contract['RisksView'], 'engineers'>, 'at' | 'due' | 'broken' | 'silent' | 'waiting' | 'escalations'> & { engineers: EngineerLoad[] };
export type RiskRow = Answer<Contract['RiskView'], 'clockId' | 'kind' | 'status' | 'startedAt' | 'dueAt'>;
export type Risk = Contract['Risk'];
export type OwnerLoad = Answer<TicketContract['schemas']['OwnerLoad'], 'open' | 'waiting' | 'breached'>;
export type Escalation = Answer<Omit<Contract['EscalationView'], 'answer'>, 'clockId' | 'number' | 'at' | 'toldAt' | 'step' | 'role' | 'kind' | 'dueAt' | 'state'> & {
  answer?: Answer<Contract['EscalationAnswer'], 'by' | 'at' | 'note'> | null;
};
export type EscalationState = Escalation['state'];

const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, { signal });
const LIMIT = 50;
/** The counts are small and asked for often, until one stream tells pages what has changed. */
export const REFRESH_MS = 5_000;

export const risks = (signal?: AbortSignal) => get<Risks>('/api/risks', signal);
export const riskRows = (query: { what?: Risk; engineerId?: string }, cursor: string | null, signal?: AbortSignal) =>
  get<Page<RiskRow>>(withQuery('/api/risks/promises', { ...query, limit: LIMIT, cursor }), signal);
export const owners = (signal?: AbortSignal) => get<{ items: OwnerLoad[] }>('/api/tickets/owners', signal);
/** Without a name: the tickets that nobody has. */
export const ticketsOf = (assignee: string | undefined, cursor: string | null, signal?: AbortSignal) =>
  get<Page<Ticket>>(withQuery('/api/tickets/owners/tickets', { assignee, limit: LIMIT, cursor }), signal);
export const escalations = (state: EscalationState, cursor: string | null, signal?: AbortSignal) =>
  get<Page<Escalation>>(withQuery('/api/escalations', { state, limit: LIMIT, cursor }), signal);
