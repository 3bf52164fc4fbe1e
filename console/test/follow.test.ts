import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StoryItem } from '../src/api';
import { follow } from '../src/ticket/follow';
import { merge } from '../src/ticket/merge';

class FakeSource {
  readyState = 0;
  onopen?: () => void;
  onmessage?: (event: unknown) => void;
  onerror?: () => void;
  addEventListener = vi.fn();
  close = vi.fn();
}

const item = (seq: number, type = 'TicketOpened'): StoryItem => ({ seq, at: '2026-11-22T03:00:00Z', type });
let sources: FakeSource[] = [];
const connect = () => sources[sources.push(new FakeSource()) - 1] as unknown as EventSource;
const newest = () => sources.at(-1)!;

beforeEach(() => { sources = []; vi.useFakeTimers(); });
afterEach(() => vi.useRealTimers());

it('tells the state of the connection and every item', () => {
  const follower = { item: vi.fn(), link: vi.fn(), refused: vi.fn() };
  const stop = follow('/stream', follower, connect);
  newest().onopen!();
  newest().onmessage!({ data: JSON.stringify(item(1)) });
  newest().onmessage!({ data: 'no json' });
  newest().onmessage!({ data: '{"other":1}' });
  newest().onerror!();
  expect(follower.item.mock.calls).toEqual([[item(1)]]);
  expect(follower.link.mock.calls.flat()).toEqual(['connecting', 'live', 'reconnecting']);
  expect(follower.refused).not.toHaveBeenCalled();
  stop();
  expect(newest().close).toHaveBeenCalled();
});

it('connects again with growing waits after the browser gave up, and stops when told', () => {
  const follower = { item: vi.fn(), link: vi.fn(), refused: vi.fn() };
  const stop = follow('/stream', follower, connect);
  const refuse = () => { newest().readyState = 2; newest().onerror!(); };
  refuse();
  expect(follower.refused).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(1_000);
  expect(sources).toHaveLength(2);
  refuse();
  vi.advanceTimersByTime(1_999);
  expect(sources).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(sources).toHaveLength(3);
  refuse();
  stop();
  vi.advanceTimersByTime(60_000);
  expect(sources).toHaveLength(3);
});

it('merges by seq, in order, the later telling wins', () => {
  expect(merge([item(2), item(1)], [item(3), item(2, 'TicketAssigned')]).map(each => [each.seq, each.type]))
    .toEqual([[1, 'TicketOpened'], [2, 'TicketAssigned'], [3, 'TicketOpened']]);
});
