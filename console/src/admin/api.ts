import type { components as NotificationContract } from '../../target/contracts/notification';
import type { Answer, Page } from '../api';
import { call, withQuery } from '../http';
import type { Service } from './services';

type Contract = NotificationContract['schemas'];

/** A key whose events wait, and why the first of them was not applied. */
export type ParkedKey = Answer<Contract['ParkedView'], 'consumer' | 'key' | 'events' | 'since' | 'error' | 'firstType' | 'cause'>;
export type ShownField = Answer<Contract['Field'], 'name'>;
export type ParkedEvent = Answer<Omit<Contract['ParkedEventView'], 'fields'>, 'id' | 'type' | 'source' | 'occurred' | 'parked' | 'error' | 'cause' | 'tombstone'> & { fields: ShownField[] };
export type DeadLetter = Answer<Contract['DeadLetter'], 'id' | 'consumer' | 'type' | 'at' | 'bytes'>;
export interface DeadLetters { readable: boolean; letters: DeadLetter[] }
export type AuditRow = Answer<Contract['AuditRow'], 'id' | 'at' | 'actor' | 'action'>;
export type Verdict = Answer<Omit<Contract['AuditView'], 'findings'>, 'rows' | 'sealed' | 'intact' | 'anchoredTo'> & {
  findings: Answer<Contract['FindingView'], 'fault' | 'sentence'>[];
};
export type Light = Contract['Light'];
type Lit<View extends { light?: Light }> = Answer<View, keyof View>;
export interface Health {
  service: string;
  at: string;
  light: Light;
  database: Lit<Contract['Database']>;
  outbox: Lit<Contract['Outbox']>;
  consumers: { broker: boolean; light: Light; topics: Lit<Contract['Topic']>[] };
  parked: Lit<Contract['Parked']>;
  timers: Lit<Contract['Timers']>;
}
export type Webhook = Answer<Contract['WebhookView'], 'id' | 'version' | 'url' | 'events' | 'status' | 'createdAt'>;
export type NewWebhook = Contract['RegisterWebhook'];
export type RegisteredWebhook = Answer<Contract['RegisteredWebhook'], 'id'>;
export type Delivery = Answer<Contract['DeliveryView'], 'id' | 'type' | 'status' | 'attempts' | 'createdAt'>;
export type Message = Answer<Contract['NotificationView'], 'id' | 'template' | 'channel' | 'status' | 'attempts' | 'createdAt'>;

const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, { signal });
const of = (service: Service, what: string) => `/api/operations/${service}/${what}`;
const keyPath = (service: Service, consumer: string, key: string) => of(service, `parked/${encodeURIComponent(consumer)}/${encodeURIComponent(key)}`);

export const parked = (service: Service, signal?: AbortSignal) => get<ParkedKey[]>(of(service, 'parked'), signal);
export const parkedEvents = (service: Service, consumer: string, key: string, signal?: AbortSignal) => get<ParkedEvent[]>(keyPath(service, consumer, key), signal);
export const replay = (service: Service, consumer: string, key: string, reason: string, once: string) =>
  call<{ applied: number }>('POST', `${keyPath(service, consumer, key)}/replay`, { body: { reason }, key: once });
export const deadLetters = (service: Service, signal?: AbortSignal) => get<DeadLetters>(of(service, 'dead-letters'), signal);
export const health = (service: Service, signal?: AbortSignal) => get<Health>(of(service, 'health'), signal);
export const verification = (service: Service, signal?: AbortSignal) => get<Verdict>(of(service, 'audit/verification'), signal);

export interface AuditQuery { person?: string; action?: string; customer?: string; about?: string; from?: string; to?: string }
export const audit = (service: Service, query: AuditQuery, cursor: string | null, signal?: AbortSignal) =>
  get<Page<AuditRow>>(withQuery(of(service, 'audit'), { ...query, limit: 20, cursor }), signal);

export const webhooks = (cursor: string | null, signal?: AbortSignal) => get<Page<Webhook>>(withQuery('/api/webhooks', { limit: 50, cursor }), signal);
export const webhook = (id: string, signal?: AbortSignal) => get<Webhook>(`/api/webhooks/${id}`, signal);
export const subscribable = (signal?: AbortSignal) => get<{ events: string[] }>('/api/webhooks/events', signal);
export const removeWebhook = (id: string, once: string) => call<void>('DELETE', `/api/webhooks/${id}`, { key: once });
export const deliveries = (id: string, status: string | undefined, cursor: string | null, signal?: AbortSignal) =>
  get<Page<Delivery>>(withQuery(`/api/webhooks/${id}/deliveries`, { status, limit: 20, cursor }), signal);

export interface MessageQuery { ticketId?: string; status?: string; template?: string; from?: string; to?: string }
export const messages = (query: MessageQuery, cursor: string | null, signal?: AbortSignal) =>
  get<Page<Message>>(withQuery('/api/notifications', { ...query, limit: 20, cursor }), signal);
