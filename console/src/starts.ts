import { withQuery } from './query';

/** What the page needs with which somebody's day begins. */
interface Start {
  chunks: () => Promise<unknown>[];
  /** Folders of `i18n` whose texts it waits for. */
  texts: readonly string[];
  /** What it asks first, in the very words of the page. */
  asks: () => string[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Days begin at midnight in Shanghai, which keeps no summer time. */
const AHEAD_MS = 8 * HOUR_MS;
const MOST = 200;

export function todayFrom(now: number): { from: string; to: string } {
  const from = Math.floor((now + AHEAD_MS) / DAY_MS) * DAY_MS - AHEAD_MS;
  return { from: new Date(from).toISOString(), to: new Date(from + DAY_MS).toISOString() };
}

export function monthFrom(now: number): { from: string; to: string } {
  const day = new Date(now + AHEAD_MS);
  const first = (more: number) => new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + more) - AHEAD_MS).toISOString();
  return { from: first(0), to: first(1) };
}

/** By the addresses in `homes.ts`: a test compares them, and that the pages really ask what is asked for them here. */
export const STARTS: Readonly<Record<string, Start>> = {
  '/board': {
    chunks: () => [import('./board/BoardPage'), import('./board/ScheduleBoard')],
    texts: ['board', 'visit'],
    asks: () => [withQuery('/api/engineers', { limit: MOST }), withQuery('/api/visits', { ...todayFrom(Date.now()), limit: MOST }), withQuery('/api/visits', { status: ['ORDERED'], limit: MOST })],
  },
  '/tickets?queue=NEW': {
    chunks: () => [import('./list/TicketList')],
    texts: ['desk'],
    asks: () => [withQuery('/api/tickets', { queue: 'NEW', limit: 50 }), '/api/tickets/queues'],
  },
  '/day': { chunks: () => [import('./day/DayPage')], texts: ['board', 'visit'], asks: () => [] },
  '/dashboard': {
    chunks: () => [import('./business/dashboard/DashboardPage')],
    texts: ['business'],
    asks: () => ['kind', 'customer'].map(by => withQuery(`/api/sla-reports/attainment/${by}`, monthFrom(Date.now()))),
  },
  '/admin/health': { chunks: () => [import('./admin/health/HealthPage')], texts: ['admin'], asks: () => [] },
  '/tickets': {
    chunks: () => [import('./portal/MyService')],
    texts: ['portal'],
    asks: () => [withQuery('/api/tickets', { status: ['OPEN', 'IN_PROGRESS', 'WAITING', 'ON_SITE', 'RESOLVED'], limit: 20 })],
  },
};
