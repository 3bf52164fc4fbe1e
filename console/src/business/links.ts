import { withQuery } from '../http';
import type { Arrival, Behind, Dimension, Verdict } from './api';
import type { Chosen } from './period';

/** What the dashboard is narrowed to, as its address says it; the pages of rows are narrowed to the same. */
export interface Narrowed extends Chosen { customer?: string }

/** @param called what the value of `key` is called, where nothing else tells it */
export interface Which { by?: Dimension; key?: string | null; called?: string; kind?: string | null; verdict?: Verdict; arrival?: Arrival; tookFrom?: number; tookTo?: number | null }

export const promisesAt = (narrowed: Narrowed, which: Which) => withQuery('/dashboard/promises', { ...narrowed, ...which });
export const breachesAt = (narrowed: Narrowed, cause?: string) => withQuery('/dashboard/breaches', { ...narrowed, cause });
export const surveysAt = (narrowed: Narrowed, which: { aspect?: string; low?: boolean }) => withQuery('/dashboard/surveys', { ...narrowed, ...which });

/** What may stand in the address; the same as in the contract, which has no list that a program can read. */
export const DIMENSIONS = ['CUSTOMER', 'KIND', 'PRIORITY', 'SERVICE', 'ENGINEER', 'MONTH'] as const satisfies Dimension[];
export const ARRIVALS = ['EARLY', 'ON_TARGET', 'TIGHT', 'LATE', 'ABSENT', 'AHEAD'] as const satisfies Arrival[];
export const WHICH = ['by', 'key', 'called', 'kind', 'verdict', 'arrival', 'tookFrom', 'tookTo'] as const satisfies readonly (keyof (Behind & Which))[];
export const NARROWED = ['period', 'from', 'to', 'customer'] as const;
