import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import type { StoryItem, Ticket } from '../src/api';
import i18n from '../src/i18n';
import { countdown } from '../src/ticket/Promises';
import { promisesOf } from '../src/ticket/promises';
import { instantOf, pickerTime, remaining, showTime, showWindow } from '../src/time';

const NOW = Date.parse('2026-11-22T03:00:00Z');

it('shows every time in Shanghai', () => {
  expect(showTime('2026-11-22T16:30:00Z')).toBe('2026-11-23 00:30');
  expect(showTime(null)).toBe('—');
  expect(showTime('nonsense')).toBe('—');
  expect(showWindow('2026-11-22T15:00:00Z', '2026-11-22T17:00:00Z')).toBe('2026-11-22 23:00 – 2026-11-23 01:00');
});

it('takes what is picked as the wall clock of Shanghai', () => {
  expect(instantOf(dayjs('2026-11-23T18:00:00'))).toBe('2026-11-23T10:00:00.000Z');
  expect(instantOf(pickerTime('2026-11-23T10:00:00Z'))).toBe('2026-11-23T10:00:00.000Z');
});

describe('countdown', () => {
  const zh = i18n.getFixedT('zh-CN');
  it('counts down to the due time and up after it', () => {
    expect(remaining('2026-11-23T04:01:05Z', NOW)).toEqual({ overdue: false, days: 1, hours: 1, minutes: 1, seconds: 5 });
    expect(countdown('2026-11-23T04:01:05Z', NOW, zh)).toBe('剩余 1 天 01:01:05');
    expect(countdown('2026-11-22T03:00:09Z', NOW, zh)).toBe('剩余 00:00:09');
    expect(countdown('2026-11-22T03:00:00Z', NOW, zh)).toBe('剩余 00:00:00');
    expect(countdown('2026-11-22T02:59:59Z', NOW, zh)).toBe('已超 00:00:01');
    expect(countdown('2026-11-22T02:59:59Z', NOW, i18n.getFixedT('en'))).toBe('00:00:01 over');
  });
});

describe('promises', () => {
  const ticket = { status: 'OPEN', resolveBy: null, expectedBy: null } as Ticket;
  const fact = (type: string, dueAt: string, kind = 'RESOLUTION_24H'): StoryItem => ({ seq: 1, at: dueAt, type, data: { kind, dueAt } });
  const due = '2026-11-23T03:00:00Z';
  const state = (one: Ticket, story: StoryItem[] = []) => promisesOf(one, story, NOW).map(promise => promise.state);

  it('waits for sla-service and says when nothing was asked for', () => expect(state(ticket)).toEqual(['pending', 'none']));
  it('runs and gets late', () => expect(state({ ...ticket, resolveBy: due, expectedBy: '2026-11-22T02:00:00Z' })).toEqual(['running', 'late']));
  it('takes the latest due time from the story', () => {
    const later = '2026-11-24T03:00:00Z';
    expect(promisesOf(ticket, [fact('PromiseMade', due), fact('SlaExtended', later)], NOW)[0]).toMatchObject({ due: later, state: 'running' });
  });
  it('is over with the ticket, met or breached as sla-service said', () => {
    const over: Ticket = { ...ticket, status: 'RESOLVED', resolveBy: due };
    expect(state(over)[0]).toBe('ended');
    expect(state(over, [fact('SlaMet', due)])[0]).toBe('met');
    expect(state(over, [fact('SlaBreached', due)])[0]).toBe('breached');
    expect(state(over, [fact('SlaBreached', due, 'ARRIVAL')])[0]).toBe('ended');
  });
  it('takes a withdrawn breach back', () => {
    const withdrawn = [fact('PromiseMade', due), fact('SlaBreached', due), fact('SlaBreachWithdrawn', due)];
    expect(state(ticket, withdrawn)[0]).toBe('running');
    expect(state({ ...ticket, status: 'RESOLVED', resolveBy: due }, [...withdrawn, fact('SlaMet', due)])[0]).toBe('met');
  });
  it('puts the answer first that the customer waits for', () =>
    expect(promisesOf({ ...ticket, callbackDue: '2026-11-22T02:00:00Z' }, [], NOW)[0]).toEqual({ kind: 'CALL_BACK', due: '2026-11-22T02:00:00Z', state: 'late' }));
  it('starts anew after a reopening', () =>
    expect(state(ticket, [fact('PromiseMade', due), fact('SlaMet', due), fact('PromiseMade', due)])[0]).toBe('running'));
});
