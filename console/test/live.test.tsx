import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../src/api';
import { Cut } from '../src/live/Cut';
import { Live, useLink, usePolling } from '../src/live/Live';
import { refresher } from '../src/live/refresh';
import { type Change, listen, type News } from '../src/live/stream';
import { together } from '../src/live/together';
import { MeContext } from '../src/session';

class FakeSource extends EventTarget {
  static all: FakeSource[] = [];
  readyState = 1;
  onerror?: () => void;
  close = vi.fn();
  constructor(readonly url: string) {
    super();
    FakeSource.all.push(this);
  }
  say(name: string, data = '{}') {
    this.dispatchEvent(new MessageEvent(name, { data }));
  }
  fail(readyState: number) {
    this.readyState = readyState;
    this.onerror!();
  }
}
const newest = () => FakeSource.all.at(-1)!;
const change = (more: Partial<Change>): Change => ({ events: [], tickets: [], visits: [], many: false, ...more });

beforeEach(() => {
  FakeSource.all = [];
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the stream', () => {
  it('tells beats, bells and changes, and passes over what it does not understand', () => {
    const heard: News[] = [];
    const stop = listen(news => heard.push(news));
    newest().say('beat');
    newest().say('bell');
    newest().say('change', '{"tickets":["t1"]}');
    newest().say('change', 'no json');
    expect(newest().url).toBe('/api/live/stream');
    expect(heard).toEqual([{ kind: 'beat' }, { kind: 'bell' }, { kind: 'change', change: change({ tickets: ['t1'] }) }]);
    stop();
    expect(newest().close).toHaveBeenCalled();
  });

  it('leaves a broken connection to the browser, and after a refusal tries again with growing waits until it is told to stop', () => {
    const heard: News[] = [];
    const stop = listen(news => heard.push(news));
    newest().fail(0);
    expect(heard).toEqual([{ kind: 'cut' }]);
    newest().fail(2);
    expect(heard.slice(1)).toEqual([{ kind: 'cut' }, { kind: 'refused' }]);
    vi.advanceTimersByTime(1_000);
    expect(FakeSource.all).toHaveLength(2);
    newest().fail(2);
    vi.advanceTimersByTime(1_999);
    expect(FakeSource.all).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(FakeSource.all).toHaveLength(3);
    newest().say('beat');
    newest().fail(2);
    vi.advanceTimersByTime(1_000);
    expect(FakeSource.all).toHaveLength(4);
    newest().fail(2);
    stop();
    vi.advanceTimersByTime(60_000);
    expect(FakeSource.all).toHaveLength(4);
  });
});

describe('the windows of a person', () => {
  /** Locks and channels as browsers have them, of one browser. */
  function browser() {
    const waiting: (() => void)[] = [];
    let held = false;
    const channels = new Set<{ onmessage?: (event: { data: unknown }) => void }>();
    vi.stubGlobal('BroadcastChannel', class {
      onmessage?: (event: { data: unknown }) => void;
      constructor() { channels.add(this); }
      postMessage(data: unknown) { for (const other of channels) if (other !== this) other.onmessage?.({ data }); }
      close() { channels.delete(this); }
    });
    vi.stubGlobal('navigator', { locks: { request: async (_: string, { signal }: { signal: AbortSignal }, task: () => Promise<void>) => {
      if (held) await new Promise<void>(next => waiting.push(next));
      if (signal.aborted) return waiting.shift()?.();
      held = true;
      await task();
      held = false;
      waiting.shift()?.();
    } } });
  }

  it('share one stream, and another window takes over when the first closes', async () => {
    browser();
    const streams: ((news: News) => void)[] = [];
    const stopped = vi.fn();
    const follow = (hear: (news: News) => void) => { streams.push(hear); return stopped; };
    const first: News[] = [];
    const second: News[] = [];
    const close = together('p', news => first.push(news), follow);
    together('p', news => second.push(news), follow);
    await vi.advanceTimersByTimeAsync(0);
    streams[0]!({ kind: 'bell' });
    expect([streams.length, first, second]).toEqual([1, [{ kind: 'bell' }], [{ kind: 'bell' }]]);
    close();
    await vi.advanceTimersByTimeAsync(0);
    expect([streams.length, stopped.mock.calls.length]).toEqual([2, 1]);
    streams[1]!({ kind: 'beat' });
    expect([first.length, second.length]).toEqual([1, 2]);
  });

  it('follow each for itself where there are no locks', () => {
    vi.stubGlobal('navigator', {});
    const follow = vi.fn(() => () => {});
    together('p', () => {}, follow);
    together('p', () => {}, follow);
    expect(follow).toHaveBeenCalledTimes(2);
  });
});

describe('what is on the screen', () => {
  const asked: string[] = [];
  const queries = async (client: QueryClient, ...keys: string[][]) => {
    for (const queryKey of keys) await client.fetchQuery({ queryKey, queryFn: () => { asked.push(queryKey.join(' ')); return 1; } });
    asked.length = 0;
  };
  const old = (client: QueryClient) => client.getQueryCache().getAll().filter(query => query.state.isInvalidated).map(query => query.queryKey.join(' '));

  it('is old when its ticket or visit is named, lists with any', async () => {
    const client = new QueryClient();
    await queries(client, ['ticket', 't1'], ['ticket', 't2'], ['story', 't1'], ['visit', 'v1'], ['tickets', 'OPEN'], ['webhooks', '']);
    const refresh = refresher(client);
    refresh.heard(change({ tickets: ['t1'] }));
    vi.advanceTimersByTime(0);
    expect(old(client)).toEqual(['ticket t1', 'story t1', 'tickets OPEN']);
    refresh.stop();
  });

  it('is all old when something may have been missed', async () => {
    const client = new QueryClient();
    await queries(client, ['ticket', 't1'], ['visit', 'v1'], ['visits', 'x'], ['webhooks', '']);
    const refresh = refresher(client);
    refresh.all();
    vi.advanceTimersByTime(0);
    expect(old(client)).toEqual(['ticket t1', 'visit v1', 'visits x']);
    refresh.stop();
  });

  it('asks for lists once a second, however much happens', async () => {
    const client = new QueryClient();
    await queries(client, ['tickets', 'OPEN']);
    const again = vi.spyOn(client, 'invalidateQueries');
    const refresh = refresher(client);
    const lists = () => again.mock.calls.filter(([filters]) => filters!.predicate!({ queryKey: ['tickets', 'OPEN'] } as never)).length;
    for (let happening = 0; happening < 50; happening++) {
      refresh.heard(change({ tickets: ['other'] }));
      vi.advanceTimersByTime(50);
    }
    vi.advanceTimersByTime(1_000);
    expect(lists()).toBe(4);
    refresh.stop();
  });
});

describe('the connection', () => {
  const me: Me = { subject: 's', name: '王坐席', username: 'u', roles: ['agent'], customers: [] };
  const shown = () => {
    const ask = vi.fn(() => 1);
    function Probe() {
      useQuery({ queryKey: ['tickets'], queryFn: ask, staleTime: Infinity });
      return <p data-testid="probe">{useLink()} {String(usePolling(9))}</p>;
    }
    render(<QueryClientProvider client={new QueryClient()}><MeContext value={me}><Live><Cut /><Probe /></Live></MeContext></QueryClientProvider>);
    return ask;
  };
  const probe = () => screen.getByTestId('probe').textContent;
  const step = (ms: number, then?: () => void) => act(async () => { then?.(); await vi.advanceTimersByTimeAsync(ms); });

  it('is said to be cut three seconds after its last beat, and when it is back everything is asked for again', async () => {
    const ask = shown();
    expect(probe()).toBe('connecting 9');
    await step(0, () => newest().say('beat'));
    expect(probe()).toBe('live 60000');
    await step(2_900);
    expect(screen.getByTestId('offline').textContent).toBe('');
    await step(100);
    expect(probe()).toBe('cut 9');
    expect(screen.getByTestId('offline').textContent).toContain('连接断开了');
    const before = ask.mock.calls.length;
    await step(1_000, () => newest().say('beat'));
    expect(probe()).toBe('live 60000');
    expect(ask.mock.calls.length).toBe(before + 1);
  });

  it('is said to be cut at once when the browser says so', async () => {
    shown();
    await step(0, () => newest().say('beat'));
    await step(0, () => window.dispatchEvent(new Event('offline')));
    expect(probe()).toBe('cut 9');
    // Other tests of this process ask, too.
    window.dispatchEvent(new Event('online'));
  });
});
