import type { components } from '../../target/contracts/notification';
import type { Answer, Page } from '../api';
import { call, withQuery } from '../http';

type InNotices = components['schemas'];

export type Note = Answer<InNotices['NoteView'], 'seq' | 'at' | 'kind' | 'about' | 'unseen'>;
export type Unseen = Answer<InNotices['UnseenView'], 'unseen'>;

export const notes = (cursor: string | null, signal?: AbortSignal) => call<Page<Note>>('GET', withQuery('/api/bell', { cursor, limit: 20 }), { signal });
export const unseen = (signal?: AbortSignal) => call<Unseen>('GET', '/api/bell/unseen', { signal });
export const seen = (upTo: number) => call<Unseen>('POST', '/api/bell/seen', { body: { upTo } });
