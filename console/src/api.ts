import { call, withQuery } from './http';

export interface Me {
  subject: string;
  name: string;
  username: string;
  roles: string[];
  customers: string[];
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Ticket {
  id: string;
  version: number;
  number: string;
  customerId: string;
  customerName?: string;
  siteId?: string | null;
  contactId?: string | null;
  productId?: string | null;
  channel: string;
  source: string;
  summary: string;
  symptom?: string | null;
  impact: string;
  urgency: string;
  priority: string;
  status: string;
  assignee?: string | null;
  openedAt: string;
  openedBy?: string | null;
  expectedBy?: string | null;
  resolveBy?: string | null;
  breached?: boolean;
  resolution?: { category: string; cause: string; fix: string; method: string; articleId?: string | null } | null;
  visitId?: string | null;
  visitStatus?: string | null;
  /** Name of the product, for those who cannot read the customer's file. */
  product?: string | null;
  surveyed?: boolean;
}

export interface Customer {
  id: string;
  name: string;
  level?: string;
  /** Lists are missing in search results. */
  sites?: { id: string; name: string; address?: string }[] | null;
  contacts?: { id: string; name: string; salutation?: string; phone?: string; siteId?: string | null }[] | null;
  products?: { id: string; name: string; serial?: string; siteId?: string | null }[] | null;
}

export interface Article {
  id: string;
  title: string;
  symptom?: string;
  cause?: string;
  fix?: string;
}

export interface StoryItem {
  seq: number;
  at: string;
  type: string;
  actor?: string | null;
  source?: string | null;
  data?: Record<string, unknown> | null;
}

export interface NewTicket {
  customerId: string;
  siteId?: string;
  contactId?: string;
  productId?: string;
  channel: 'PHONE' | 'PORTAL';
  source: 'USER';
  summary: string;
  symptom?: string;
  impact: string;
  urgency: string;
  expectedBy?: string;
}

export interface TicketQuery {
  status?: string;
  query?: string;
  mine?: boolean;
}

/** A visit at the customer's; what the caller need not know is masked or missing. */
export interface Visit {
  id: string;
  version: number;
  number: string;
  ticketId: string;
  ticketNumber: string;
  status: string;
  need?: string | null;
  skipReason?: string | null;
  contactName?: string | null;
  salutation?: string | null;
  phone?: string | null;
  /** What to dial, as RFC 3966 writes it. */
  phoneNumber?: string | null;
  address?: string | null;
  /** Compulsory data nobody has asked for yet. */
  missing: string[];
  preferredFrom?: string | null;
  preferredTo?: string | null;
  engineerId?: string | null;
  engineerName?: string | null;
  windowStart?: string | null;
  windowEnd?: string | null;
  /** Who of the customer agreed to the window when it was moved. */
  windowConsentBy?: string | null;
  /** What the engineer says on the phone. */
  customerSentence?: string | null;
  arrivedAt?: string | null;
  punctuality?: string | null;
  checklist: { item: string; done: boolean | null }[];
  work?: string | null;
  outcome?: string | null;
  cause?: string | null;
  fix?: string | null;
  remark?: string | null;
  completedAt?: string | null;
  signedAt?: string | null;
}

export interface VisitQuery {
  status?: string[];
  ticketId?: string;
}

/** A promise and its clock. */
export interface Clock {
  id: string;
  kind: string;
  status: string;
  startedAt: string;
  dueAt: string;
  endedAt?: string | null;
  breachedAt?: string | null;
}

export interface Explanation {
  sentence: string;
  steps: { at: string; sentence: string }[];
}

/** A finished visit as it is put before the customer to sign. */
export interface SignOffer {
  number: string;
  ticketNumber: string;
  need?: string | null;
  windowStart?: string | null;
  windowEnd?: string | null;
  engineerName?: string | null;
  checklist: { item: string; done: boolean | null }[];
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

export const tickets = (query: TicketQuery, cursor: string | null, signal?: AbortSignal) =>
  get<Page<Ticket>>(withQuery('/api/tickets', { ...query, limit: 20, cursor }), signal);
export const ticket = (id: string, signal?: AbortSignal) => get<Ticket>(`/api/tickets/${id}`, signal);
export const story = (id: string, signal?: AbortSignal) => get<{ items: StoryItem[] }>(`/api/tickets/${id}/story`, signal);
export const storyStream = (id: string) => `/api/tickets/${id}/story/stream`;
export const openTicket = (ticket: NewTicket, key: string) => call<Ticket>('POST', '/api/tickets', { body: ticket, key });
/** Runs a command: the verb is a sub-resource of what it changes. @param version what the user saw, when that matters */
export const command = <T>(path: string, body: unknown, key: string, version?: number) => call<T>('POST', path, { body, key, version });

export const visits = (query: VisitQuery, cursor: string | null, signal?: AbortSignal) =>
  get<Page<Visit>>(withQuery('/api/visits', { ...query, limit: 20, cursor }), signal);
export const visit = (id: string, signal?: AbortSignal) => get<Visit>(`/api/visits/${id}`, signal);

export const clocks = (ticketId: string, signal?: AbortSignal) => get<Page<Clock>>(withQuery('/api/clocks', { ticketId, limit: 50 }), signal);
export const explanation = (clockId: string, signal?: AbortSignal) => get<Explanation>(`/api/clocks/${clockId}/explanation`, signal);

export const customers = (query: string, signal?: AbortSignal) =>
  get<{ items: Customer[] }>(withQuery('/api/customers', { query, limit: 20 }), signal);
export const customer = (id: string, signal?: AbortSignal) => get<Customer>(`/api/customers/${id}`, signal);
export const engineers = (signal?: AbortSignal) => get<{ items: { id: string; name: string }[] }>('/api/engineers?limit=100', signal);
export const articles = (query: string, signal?: AbortSignal) =>
  get<{ items: Article[] }>(withQuery('/api/articles', { query, limit: 5 }), signal);

const signature = (token: string) => `/api/signatures/${encodeURIComponent(token)}`;
/** The token is the only right that counts here, so a missing session is no event. */
export const signOffer = (token: string, signal?: AbortSignal) => call<SignOffer>('GET', signature(token), { signal, quiet: true });
export const sign = (token: string, body: { signerName: string; strokes: string }, withoutSession: boolean) =>
  call<Signed>('POST', signature(token), { body, quiet: true, withoutSession });
