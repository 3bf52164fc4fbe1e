import type { components as SlaContract } from '../../target/contracts/sla';
import type { Answer, Page } from '../api';
import { call, withQuery } from '../http';

type Contract = SlaContract['schemas'];

export type Weekday = Contract['DayOfWeek'];
export const WEEKDAYS: Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
export type Content = Contract['CalendarContent'];
export type Week = Contract['WeekPattern'];
export type SpecialDay = Contract['SpecialDay'] & { date: string };
/** What becomes of open promises when a change is saved. */
export type Open = Contract['Open'];
export type CalendarRow = Answer<Contract['CalendarRow'], 'name' | 'revision' | 'savedAt'>;
export type Calendar = Answer<Omit<Contract['CalendarView'], 'content' | 'whole'>, 'name' | 'revision' | 'savedAt' | 'savedBy' | 'reason'> & { content: Content; whole: Content };
export type Moved = Answer<Contract['Moved'], 'clockId' | 'kind' | 'dueAt' | 'newDueAt'>;
export interface Effect {
  calendars: string[];
  totals?: { clocks: number; earlier: number; later: number; brokenAtOnce: number; complete: boolean } | null;
  moved: Page<Moved>;
  whole: Content;
}
type Lost = Answer<Contract['LostView'], 'time'>;
export type Due = Answer<Omit<Contract['DueView'], 'notCounted'>, 'due'> & { notCounted: Lost[] };
export type WorkingTime = Answer<Omit<Contract['WorkingTimeView'], 'notCounted'>, 'counted'> & { notCounted: Lost[] };
/** A notice as it was pasted or picked: the public JSON form, or a file for calendars. */
export type Notice = { json: unknown } | { file: Blob | string };

const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, { signal });
const of = (name: string) => `/api/calendars/${encodeURIComponent(name)}`;
const bodyOf = (notice: Notice) => ('json' in notice ? { body: notice.json } : { raw: { type: 'text/calendar', body: notice.file } });

export const calendars = (cursor: string | null, signal?: AbortSignal) => get<Page<CalendarRow>>(withQuery('/api/calendars', { limit: 50, cursor }), signal);
export const calendar = (name: string, revision: string | undefined, signal?: AbortSignal) => get<Calendar>(withQuery(of(name), { revision }), signal);
export const revisions = (name: string, cursor: string | null, signal?: AbortSignal) => get<Page<Calendar>>(withQuery(`${of(name)}/revisions`, { limit: 20, cursor }), signal);
export const due = (name: string, from: string, within: string, signal?: AbortSignal) => get<Due>(withQuery(`${of(name)}/due`, { from, within }), signal);
export const workingTime = (name: string, from: string, to: string, signal?: AbortSignal) => get<WorkingTime>(withQuery(`${of(name)}/working-time`, { from, to }), signal);
/** @param revision what the writer saw; none for a calendar that is new */
export const save = (name: string, content: Content, openClocks: Open, key: string, revision?: number) => call<Calendar>('PUT', withQuery(of(name), { openClocks }), { body: content, key, version: revision });
export const effectOf = (name: string, content: Content, cursor: string | null) => call<Effect>('POST', withQuery(`${of(name)}/preview`, { cursor }), { body: content });
export const effectOfNotice = (name: string, notice: Notice, workAs: Weekday, cursor: string | null) => call<Effect>('POST', withQuery(`${of(name)}/holidays/preview`, { workAs, cursor }), bodyOf(notice));
export const importNotice = (name: string, notice: Notice, workAs: Weekday, openClocks: Open, key: string, revision: number) =>
  call<Calendar>('POST', withQuery(`${of(name)}/holidays`, { workAs, openClocks }), { ...bodyOf(notice), key, version: revision });
