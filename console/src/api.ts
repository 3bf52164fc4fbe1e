import type { components as DispatchContract } from '../target/contracts/dispatch';
import type { components as KnowledgeContract } from '../target/contracts/knowledge';
import type { components as SlaContract } from '../target/contracts/sla';
import type { components as TicketContract } from '../target/contracts/ticket';
import { call, withQuery } from './http';

export interface Me {
  subject: string;
  name: string;
  username: string;
  roles: string[];
  customers: string[];
  /** The one in the account. */
  language?: string | null;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

/**
 * What a service answers, as its contract says. The contract does not say which fields are always there: those the console relies on are named,
 * the others may be missing or null.
 */
export type Answer<View, Always extends keyof View> = { [Field in Always]-?: NonNullable<View[Field]> } & { [Field in Exclude<keyof View, Always>]?: View[Field] | null };

type InTickets = TicketContract['schemas'];
type InVisits = DispatchContract['schemas'];
type InClocks = SlaContract['schemas'];

export type Ticket = Answer<Omit<InTickets['TicketView'], 'resolution'>,
  'id' | 'version' | 'number' | 'customerId' | 'channel' | 'source' | 'summary' | 'impact' | 'urgency' | 'priority' | 'status' | 'openedAt'> & {
  resolution?: Answer<InTickets['ResolutionView'], 'category' | 'cause' | 'fix' | 'method'> | null;
};

export type Customer = Answer<Omit<InTickets['CustomerView'], 'sites' | 'contacts' | 'products' | 'callers'>, 'id' | 'name' | 'version'> & {
  /** Lists are missing in search results. */
  sites?: Answer<InTickets['SiteView'], 'id' | 'name'>[] | null;
  /** Of an erased contact there is no more than the id. */
  contacts?: Answer<InTickets['ContactView'], 'id'>[] | null;
  products?: Answer<InTickets['ProductView'], 'id' | 'name'>[] | null;
  /** Only in search results: who calls from the number that was asked for. */
  callers?: Answer<InTickets['ContactView'], 'id'>[] | null;
};

/** A contact in full, for who said why. */
export type RevealedContact = Answer<InTickets['ContactView'], 'id' | 'name' | 'phone'>;

export type NewTicket = InTickets['OpenTicket'];
/** The contract calls `data` a text; it is the event itself. */
export type StoryItem = Answer<Omit<InTickets['Line'], 'data'>, 'seq' | 'at' | 'type'> & { data?: Record<string, unknown> | null };
export type Article = Answer<KnowledgeContract['schemas']['FoundArticle'], 'id' | 'title'>;

export type Queue = InTickets['Queue'];
export type TicketOrder = InTickets['TicketOrder'];

export interface TicketQuery {
  status?: string;
  query?: string;
  mine?: boolean;
  queue?: string;
  priority?: string;
  order?: string;
}

type Check = Answer<InVisits['ChecklistItem'], 'item'>;

/** A visit at the customer's; what the caller need not know is masked or missing. */
export type Visit = Answer<Omit<InVisits['VisitView'], 'checklist'>, 'id' | 'version' | 'number' | 'ticketId' | 'ticketNumber' | 'status' | 'missing'> & {
  checklist: Check[];
};

export interface VisitQuery {
  status?: string[];
  ticketId?: string;
  customerId?: string;
}

/** A promise and its clock. */
export type Clock = Answer<InClocks['ClockView'], 'id' | 'kind' | 'status' | 'startedAt' | 'dueAt'>;

/** What a kind of promise is called. */
export type PromiseKind = Answer<InClocks['KindView'], 'kind' | 'zh' | 'en'>;

export type Explanation = Answer<Omit<InClocks['ExplanationView'], 'steps'>, 'sentence'> & { steps: Answer<InClocks['StepView'], 'at' | 'sentence'>[] };

/** A finished visit as it is put before the customer to sign. The contract does not describe it: it is answered with headers of its own. */
export interface SignOffer {
  number: string;
  ticketNumber: string;
  need?: string | null;
  windowStart?: string | null;
  windowEnd?: string | null;
  engineerName?: string | null;
  checklist: Check[];
  work?: string | null;
  outcome?: string | null;
  cause?: string | null;
  fix?: string | null;
  arrivedAt?: string | null;
  completedAt?: string | null;
  documentHash: string;
  expiresAt: string;
}

export interface Signed {
  number: string;
  signerName: string;
  signedAt: string;
  documentHash: string;
}

const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, { signal });

/** The gateway names a customer by id, with or without its alias. */
type MeAnswer = Omit<Me, 'customers'> & { customers?: (string | { id: string })[] };

export async function me(): Promise<Me> {
  const answer = await call<MeAnswer>('GET', '/bff/me', { quiet: true });
  return { ...answer, roles: answer.roles ?? [], customers: (answer.customers ?? []).map(each => (typeof each === 'string' ? each : each.id)) };
}

/** In the account, for other devices and the sign-in page. */
export const keepLanguage = (language: string) => call('PUT', withQuery('/bff/me/language', { to: language }));

export const tickets = (query: TicketQuery, cursor: string | null, signal?: AbortSignal) =>
  get<Page<Ticket>>(withQuery('/api/tickets', { ...query, limit: 50, cursor }), signal);
export const ticketQueues = (signal?: AbortSignal) => get<{ items: Answer<InTickets['QueueView'], 'queue' | 'count'>[] }>('/api/tickets/queues', signal);
/** What a customer has with us that has not ended. */
export const openTicketsOf = (customerId: string, signal?: AbortSignal) =>
  get<Page<Ticket>>(withQuery('/api/tickets', { customerId, status: ['OPEN', 'IN_PROGRESS', 'WAITING', 'ON_SITE'], limit: 5 }), signal);
export const ticket = (id: string, signal?: AbortSignal) => get<Ticket>(`/api/tickets/${id}`, signal);
export const story = (id: string, signal?: AbortSignal) => get<{ items: StoryItem[] }>(`/api/tickets/${id}/story`, signal);
export const openTicket = (body: NewTicket, key: string) => call<Ticket>('POST', '/api/tickets', { body, key });
/** Runs a command: the verb is a sub-resource of what it changes. @param version what the user saw, when that matters */
export const command = <T>(path: string, body: unknown, key: string, version?: number, method: 'POST' | 'PUT' | 'DELETE' = 'POST') =>
  call<T>(method, path, { body: method === 'DELETE' ? undefined : body, key, version });

export const visits = (query: VisitQuery, cursor: string | null, signal?: AbortSignal) =>
  get<Page<Visit>>(withQuery('/api/visits', { ...query, limit: 20, cursor }), signal);
export const visit = (id: string, signal?: AbortSignal) => get<Visit>(`/api/visits/${id}`, signal);

export const clocks = (ticketId: string, signal?: AbortSignal) => get<Page<Clock>>(withQuery('/api/clocks', { ticketId, limit: 50 }), signal);
export const promiseKinds = (signal?: AbortSignal) => get<{ items: PromiseKind[] }>('/api/promises/kinds', signal);
export const explanation = (clockId: string, signal?: AbortSignal) => get<Explanation>(`/api/clocks/${clockId}/explanation`, signal);

/** A promise as it is kept in the ledger. */
export type Promised = Answer<InClocks['PromiseView'], 'id' | 'kind' | 'state' | 'madeAt' | 'promisedFor'>;
export type Agreement = Answer<Omit<InClocks['AgreementView'], 'versions'>, 'id' | 'number' | 'name' | 'type'> & { versions: Answer<InClocks['VersionLine'], 'number' | 'status'>[] };
export const promisesTo = (customerId: string, state: string | undefined, cursor: string | null, signal?: AbortSignal) =>
  get<Page<Promised>>(withQuery('/api/promises', { customerId, state, limit: 20, cursor }), signal);
export const agreementsWith = (customerId: string, signal?: AbortSignal) => get<Page<Agreement>>(withQuery('/api/agreements', { customerId, limit: 20 }), signal);
export const ticketsOf = (customerId: string, status: string[], cursor: string | null, signal?: AbortSignal) =>
  get<Page<Ticket>>(withQuery('/api/tickets', { customerId, status, limit: 20, cursor }), signal);

export const customers = (query: string, signal?: AbortSignal) =>
  get<{ items: Customer[] }>(withQuery('/api/customers', { query, limit: 20 }), signal);
/** A few of each for the field that finds everything. */
const FEW = 5;
export const findTickets = (query: string, signal?: AbortSignal) => get<Page<Ticket>>(withQuery('/api/tickets', { query, limit: FEW }), signal);
export const findCustomers = (query: string, signal?: AbortSignal) => get<Page<Customer>>(withQuery('/api/customers', { query, limit: FEW }), signal);
export const findVisits = (number: string, signal?: AbortSignal) => get<Page<Visit>>(withQuery('/api/visits', { number, limit: FEW }), signal);
export const customerPage = (query: { query?: string; withdrawn?: boolean; level?: string }, cursor: string | null, signal?: AbortSignal) =>
  get<Page<Customer>>(withQuery('/api/customers', { ...query, limit: 20, cursor }), signal);
export const customer = (id: string, signal?: AbortSignal) => get<Customer>(`/api/customers/${id}`, signal);
export const engineers = (signal?: AbortSignal) => get<{ items: Answer<InVisits['EngineerView'], 'id' | 'version' | 'name'>[] }>('/api/engineers?limit=200', signal);
export const articles = (query: string, signal?: AbortSignal) =>
  get<{ items: Article[] }>(withQuery('/api/articles', { query, limit: 5 }), signal);

export type Asked = Answer<InTickets['AskedView'], 'number' | 'summary' | 'method' | 'confirmed' | 'surveyed' | 'expiresAt'>;
const answers = (token: string) => `/api/answers/${encodeURIComponent(token)}`;
/** What is asked by a link of a mail. The token is the only right that counts here: whoever is signed in stays out of it. */
export const asked = (token: string, signal?: AbortSignal) => call<Asked>('GET', answers(token), { signal, quiet: true });
export const answer = (token: string, verb: 'confirm' | 'reopen' | 'survey', body: object) =>
  call<Asked>('POST', `${answers(token)}/${verb}`, { body, quiet: true, withoutSession: true });

const signature = (token: string) => `/api/signatures/${encodeURIComponent(token)}`;
/** The token is the only right that counts here, so a missing session is no event. */
export const signOffer = (token: string, signal?: AbortSignal) => call<SignOffer>('GET', signature(token), { signal, quiet: true });
export const sign = (token: string, body: { signerName: string; strokes: string }, withoutSession: boolean) =>
  call<Signed>('POST', signature(token), { body, quiet: true, withoutSession });
