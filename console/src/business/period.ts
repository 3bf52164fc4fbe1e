import type { Dayjs } from 'dayjs';
import { inZone } from '../time';

/** Of which time figures are: this month, the month before, the last so many days, or days picked by hand. */
export const PERIODS = ['this', 'last', '30', '90', 'picked'] as const;
export const USUAL = 'this';

export interface Chosen { period?: string; from?: string; to?: string }
/** Instants; the last one is not included. */
export interface Span { from: string; to: string }

const day = (text: string | undefined): Dayjs | undefined => {
  const time = text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? inZone(`${text}T00:00:00+08:00`) : undefined;
  return time?.isValid() ? time : undefined;
};
const span = (from: Dayjs, to: Dayjs): Span => ({ from: from.toISOString(), to: to.toISOString() });

/** Whole days of our zone, so that a question asked again the same day is the same question. What cannot be read counts as this month. */
export function spanOf({ period = USUAL, from, to }: Chosen, now: number): Span {
  const today = inZone(now).startOf('day');
  const month = today.startOf('month');
  if (period === 'last') return span(month.subtract(1, 'month'), month);
  if (period === '30' || period === '90') return span(today.subtract(Number(period) - 1, 'day'), today.add(1, 'day'));
  const [first, last] = [day(from), day(to)];
  if (period === 'picked' && first && last && !last.isBefore(first)) return span(first, last.add(1, 'day'));
  return span(month, month.add(1, 'month'));
}

/** First and last day, as people say them. */
export const daysOf = ({ from, to }: Span): [string, string] => [inZone(from).format('YYYY-MM-DD'), inZone(to).subtract(1, 'millisecond').format('YYYY-MM-DD')];

const MONTHS_BEFORE = 5;

/** The month in which the span ends and the five before. */
export function halfYear({ to }: Span): Span {
  const month = inZone(to).subtract(1, 'millisecond').startOf('month');
  return span(month.subtract(MONTHS_BEFORE, 'month'), month.add(1, 'month'));
}

/** Days of a month such as 2026-11, as the address holds days picked by hand. */
export function monthPicked(month: string): Required<Chosen> {
  const first = inZone(`${month}-01T00:00:00+08:00`);
  return { period: 'picked', from: first.format('YYYY-MM-DD'), to: first.endOf('month').format('YYYY-MM-DD') };
}
