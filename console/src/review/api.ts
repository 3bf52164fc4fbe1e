import type { components as KnowledgeContract } from '../../target/contracts/knowledge';
import type { components as SlaContract } from '../../target/contracts/sla';
import type { Answer, Page } from '../api';
import { call, withQuery } from '../http';

export type Draft = Answer<KnowledgeContract['schemas']['FoundArticle'], 'id' | 'title'>;
/** The words that were approved last. */
export type Approved = Answer<KnowledgeContract['schemas']['Approved'], 'title' | 'symptom' | 'cause' | 'fix' | 'at'>;
export type ArticleText = Answer<Omit<KnowledgeContract['schemas']['ArticleView'], 'approved'>, 'id' | 'version' | 'title' | 'symptom' | 'cause' | 'fix' | 'status' | 'author' | 'changedAt'> & { approved?: Approved | null };
export type Breach = Answer<Omit<SlaContract['schemas']['BreachCause'], 'derived'>, 'clockId' | 'kind' | 'dueAt' | 'cause'> & { derived: NonNullable<SlaContract['schemas']['BreachCause']['cause']>[] };
export type Cause = Breach['cause'];

const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, { signal });

export const drafts = (cursor: string | null, signal?: AbortSignal) => get<Page<Draft>>(withQuery('/api/articles', { status: 'DRAFT', limit: 20, cursor }), signal);
export const article = (id: string, signal?: AbortSignal) => get<ArticleText>(`/api/articles/${id}`, signal);
export const breaches = (month: string, cursor: string | null, signal?: AbortSignal) => get<Page<Breach>>(withQuery('/api/sla-reports/causes', { month, limit: 20, cursor }), signal);
