import { expect, it, vi } from 'vitest';
import { askEarly, takeEarly } from '../src/early';
import { HOMES } from '../src/homes';
import { call } from '../src/http';
import { monthFrom, STARTS, todayFrom } from '../src/starts';
import { ticketQueues, tickets } from '../src/api';
import { allEngineers, visitsBetween, visitsIn } from '../src/board/api';
import { rangeOf, today } from '../src/board/plan';
import { attainment } from '../src/business/api';
import { spanOf } from '../src/business/period';
import { myTickets, OPEN } from '../src/portal/api';
import { inZone } from '../src/time';

it('begins with the page of every role', () => {
  expect(Object.keys(STARTS).toSorted()).toEqual(HOMES.map(([, home]) => home).toSorted());
});

// One minute before and after midnight in Shanghai, at the end of a month and of a year.
it.each(['2026-11-27T02:00:00Z', '2026-11-27T15:59:00Z', '2026-11-27T16:01:00Z', '2026-11-30T16:01:00Z', '2026-12-31T15:59:00Z', '2026-12-31T16:01:00Z', '2028-02-29T12:00:00Z'])('asks for the same days as the pages do: %s', time => {
  const now = Date.parse(time);
  const { from, to } = rangeOf(inZone(now).format('YYYY-MM-DD'), 'day');
  expect(todayFrom(now)).toEqual({ from, to });
  expect(monthFrom(now)).toEqual(spanOf({}, now));
});

it('asks in the words of the pages', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => { asked.push(path); return new Response('{"items":[],"next":null}'); });
  const { from, to } = rangeOf(today(), 'day');
  const month = spanOf({}, Date.now());
  await Promise.all([
    tickets({ queue: 'NEW' }, null), ticketQueues(), allEngineers(), visitsBetween(from, to), visitsIn(['ORDERED']), attainment('KIND', month), attainment('CUSTOMER', month), myTickets(OPEN, undefined, 20, null),
  ]);
  expect(Object.values(STARTS).flatMap(start => start.asks()).toSorted()).toEqual(asked.toSorted());
});

it('gives an early answer to the first call that asks the same, once', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => { asked.push(path); return new Response(JSON.stringify({ at: asked.length })); });
  void askEarly('/api/tickets?limit=50');
  expect(await call('GET', '/api/tickets?limit=20')).toEqual({ at: 2 });
  expect(await call('GET', '/api/tickets?limit=50')).toEqual({ at: 1 });
  expect(await call('GET', '/api/tickets?limit=50')).toEqual({ at: 3 });
  expect(asked).toHaveLength(3);
});

it('asks again when the early question got no answer, and never answers a command early', async () => {
  const answers = [Promise.reject(new TypeError('failed to fetch')), Promise.resolve(new Response('{"tried":2}')), Promise.resolve(new Response('{"early":true}')), Promise.resolve(new Response('{"done":true}'))];
  vi.stubGlobal('fetch', () => answers.shift()!);
  askEarly('/api/tickets').catch(() => undefined);
  expect(await call('GET', '/api/tickets')).toEqual({ tried: 2 });
  void askEarly('/api/tickets');
  expect(await call('POST', '/api/tickets', { body: {} })).toEqual({ done: true });
  // It still waits for a question; the next test has its own.
  expect(takeEarly('/api/tickets')).toBeDefined();
});

it('is forgotten when nobody asks for long', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubGlobal('fetch', async () => new Response('{}'));
  void askEarly('/api/late');
  vi.advanceTimersByTime(10_001);
  expect(takeEarly('/api/late')).toBeUndefined();
  vi.useRealTimers();
});
