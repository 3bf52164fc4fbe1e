import { describe, expect, it, vi } from 'vitest';
import i18n from '../src/i18n';
import '../src/board/i18n';
import type { Me, Ticket, Visit } from '../src/api';
import type { Engineer, Shift } from '../src/board/api';
import { barOf, shadesOf } from '../src/board/bars';
import { dutyOf, offDuty, served } from '../src/board/duty';
import { byUrgency, fitOf, instantAt, movedBy, rangeOf, wallOf } from '../src/board/plan';
import { mended } from '../src/board/mended';
import { dayOf, mapOf } from '../src/day/day';
import { firstAhead, firstDraft, gapDays, gapsAhead, hoursOf, monthOf, patternOf, RHYTHMS, timetableOf, weekOf } from '../src/roster/month';
import { stepsOf, waitsFor } from '../src/roster/steps';

const NOW = Date.parse('2026-11-27T00:00:00Z');
const at = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();
const ms = (hours: number) => NOW + hours * 3_600_000;
const shift = (person: string, from: number, to: number, change: Partial<Shift> = {}) =>
  ({ id: `${person}${from}`, version: 0, duty: 'DESK', person, startsAt: at(from), endsAt: at(to), status: 'PUBLISHED', handover: 'OPEN', ...change }) as Shift;
const visit = (id: string, from: number, to: number, change: Partial<Visit> = {}) =>
  ({ id, version: 0, number: id, ticketId: `t${id}`, ticketNumber: '', status: 'SCHEDULED', missing: [], checklist: [], engineerId: 'li', windowStart: at(from), windowEnd: at(to), ...change }) as unknown as Visit;
const li: Engineer = { id: 'li', version: 0, name: '李工', username: 'engineer' };
const who = (username: string, ...roles: string[]): Me => ({ subject: 's', name: 'n', username, roles, customers: [] });

describe('keys', () => {
  const people = [{ id: 'li' }, { id: 'zhao' }];
  const from = { id: 'v', engineerId: 'li', start: at(2) };
  const press = (key: string, shiftKey = false) => movedBy({ key, shiftKey }, from, people);
  it('move a visit by a quarter of an hour, or by an hour', () => {
    expect([press('ArrowRight'), press('ArrowLeft'), press('ArrowRight', true)].map(each => each?.start)).toEqual([at(2.25), at(1.75), at(3)]);
  });
  it('give it to the engineer above or below, and to nobody beyond the last', () => {
    expect(press('ArrowDown')).toEqual({ ...from, engineerId: 'zhao' });
    expect(press('ArrowUp')).toEqual(from);
    expect(movedBy({ key: 'ArrowDown', shiftKey: true }, { ...from, engineerId: 'zhao' }, people)).toEqual({ ...from, engineerId: 'zhao' });
  });
  it('that mean something else move nothing', () => {
    for (const key of ['Enter', 'Escape', 'Tab', 'a', 'toString']) expect(press(key)).toBeUndefined();
  });
});

describe('duty', () => {
  it('is served until a shift ends or is withdrawn, and never by a draft', () => {
    expect(served(shift('a', 1, 3))).toEqual([ms(1), ms(3)]);
    expect(served(shift('a', 1, 3, { withdrawnAt: at(2), status: 'WITHDRAWN' }))).toEqual([ms(1), ms(2)]);
    expect(served(shift('a', 1, 3, { withdrawnAt: at(0), status: 'WITHDRAWN' }))).toBeUndefined();
    expect(served(shift('a', 1, 3, { status: 'DRAFTED' }))).toBeUndefined();
  });

  it('joins shifts that meet, and forgets what is over', () => {
    const shifts = [shift('engineer', 4, 6), shift('engineer', 1, 4), shift('other', 0, 9), shift('engineer', -5, 0)];
    expect(dutyOf('engineer', shifts, NOW)).toEqual([[ms(1), ms(6)]]);
    expect(dutyOf(undefined, shifts, NOW)).toEqual([]);
  });

  it('leaves free what lies before, between and after, and nothing of whom the roster does not speak', () => {
    const duty = [[ms(2), ms(4)], [ms(6), ms(8)]] as const;
    expect(offDuty(duty, [ms(1), ms(9)])).toEqual([[ms(1), ms(2)], [ms(4), ms(6)], [ms(8), ms(9)]]);
    expect(offDuty(duty, [ms(2), ms(4)])).toEqual([]);
    expect(offDuty([], [ms(0), ms(9)])).toEqual([]);
  });

  it('shades only what is still to come', () => {
    expect(shadesOf([li], [shift('engineer', 2, 4)], at(-8), at(6), NOW)).toEqual([{ engineerId: 'li', from: ms(0), to: ms(2) }, { engineerId: 'li', from: ms(4), to: ms(6) }]);
  });
});

describe('the board', () => {
  const known = { visits: [visit('1', 2, 4), visit('2', 5, 6, { status: 'COMPLETED' })], shifts: [shift('engineer', 1, 8)] };

  it('knows who is free, busy and off duty', () => {
    expect(fitOf(li, [ms(3), ms(5)], known, NOW)).toBe('busy');
    expect(fitOf(li, [ms(3), ms(5)], known, NOW, '1')).toBe('free');
    expect(fitOf(li, [ms(4), ms(6)], known, NOW)).toBe('free');
    expect(fitOf(li, [ms(7), ms(9)], known, NOW)).toBe('offDuty');
    expect(fitOf({ ...li, username: null }, [ms(7), ms(9)], known, NOW)).toBe('free');
  });

  it('begins weeks on Monday, in the zone of the business', () => {
    expect(rangeOf('2026-11-29', 'week')).toEqual({ first: '2026-11-23', from: '2026-11-22T16:00:00.000Z', to: '2026-11-29T16:00:00.000Z' });
    expect(rangeOf('2026-11-27', 'day')).toEqual({ first: '2026-11-27', from: '2026-11-26T16:00:00.000Z', to: '2026-11-27T16:00:00.000Z' });
  });

  it('shows the wall clock of the business in any browser, and reads it back', () => {
    const wall = wallOf('2026-11-27T01:30:00Z');
    expect(wall).toBe('2026-11-27 09:30:00');
    expect(instantAt(new Date(wall.replace(' ', 'T')))).toBe('2026-11-27T01:30:00.000Z');
  });

  it('puts what is promised first on top', () => {
    const tickets = new Map([['tb', { resolveBy: at(5) }], ['tc', { resolveBy: at(2) }]] as unknown as [string, Ticket][]);
    expect(byUrgency([visit('a', 0, 0, { orderedAt: at(-1) }), visit('b', 0, 0), visit('c', 0, 0)], tickets).map(each => each.id)).toEqual(['c', 'b', 'a']);
  });
});

describe('a bar', () => {
  const ticket = { customerName: '幸福超市', resolveBy: at(3) } as Ticket;

  it('says whom it is for, when, and until when the ticket is promised; red when that is earlier', () => {
    expect(barOf(visit('1', 1, 3), ticket, i18n.getFixedT('zh-CN'), true)).toMatchObject({ lines: ['幸福超市', '09:00–11:00 待接单', '承诺 11-27 11:00 前解决'], tone: 'waits', movable: true });
    expect(barOf(visit('1', 4, 6), ticket, i18n.getFixedT('zh-CN'), true).tone).toBe('bad');
    expect(barOf(visit('1', 4, 6, { status: 'COMPLETED' }), ticket, i18n.getFixedT('zh-CN'), true)).toMatchObject({ tone: 'done', movable: false });
    expect(barOf(visit('1', 1, 3), undefined, i18n.getFixedT('en'), false)).toMatchObject({ lines: ['1', '09:00–11:00 To be accepted'], movable: false });
  });
});

it('takes back what the calendar says wrongly to screen readers, as often as it draws', async () => {
  const root = document.createElement('div');
  root.innerHTML = '<div role="table"><aside></aside><div role="columnheader" aria-colindex="1"></div></div>';
  const stop = mended(root);
  expect(root.innerHTML).toBe('<div role="none"><aside role="none"></aside><div role="none"></div></div>');
  root.insertAdjacentHTML('beforeend', '<article role="button" tabindex="0"><button></button></article>');
  await vi.waitFor(() => expect(root.lastElementChild!.outerHTML).toBe('<article><button></button></article>'));
  stop();
});

describe('the day of an engineer', () => {
  it('has what is left of earlier days, today in order, and what comes', () => {
    const visits = [visit('later', 30, 31), visit('noon', 12, 13), visit('morning', 9, 10, { status: 'SUBMITTED' }), visit('old', -30, -29, { status: 'SIGNED' }), visit('gone', -30, -29, { status: 'SUBMITTED' }), visit('off', 8, 9, { status: 'CANCELLED' }), visit('noon', 12, 13)];
    const day = dayOf(visits, at(0), at(24));
    expect([day.before, day.today, day.after].map(part => part.map(each => each.id))).toEqual([['old'], ['morning', 'noon'], ['later']]);
  });

  it('leads to a map by an address that is not masked', () => {
    expect(mapOf('上海市人民路 100 号')).toBe('https://uri.amap.com/search?keyword=%E4%B8%8A%E6%B5%B7%E5%B8%82%E4%BA%BA%E6%B0%91%E8%B7%AF%20100%20%E5%8F%B7');
    expect(mapOf('上海市****')).toBeUndefined();
    expect(mapOf(null)).toBeUndefined();
  });
});

describe('the roster', () => {
  it('shows a month by person and day, without what was withdrawn before it began', () => {
    const table = timetableOf([shift('b', 1, 9), shift('a', 1, 9), shift('a', 25, 33, { status: 'WITHDRAWN', withdrawnAt: at(0) })]);
    expect(table.people).toEqual(['a', 'b']);
    expect(table.at('a', '2026-11-27')).toHaveLength(1);
    expect(table.at('a', '2026-11-28')).toEqual([]);
    expect(monthOf('2026-02')).toMatchObject({ from: '2026-01-31T16:00:00.000Z', to: '2026-02-28T16:00:00.000Z', last: '2026-02-28' });
    expect(hoursOf(shift('a', 1, 9))).toBe('09:00–17:00');
    expect(hoursOf(shift('a', 1, 9.5), true)).toBe('9–17:30');
  });

  it('marks each day on which somebody is missing, also when the gap began the day before', () => {
    expect([...gapDays([{ from: '2026-11-27T10:00:00Z', to: '2026-11-27T20:00:00Z', missing: 1 }], monthOf('2026-11').days)]).toEqual(['2026-11-27', '2026-11-28']);
  });

  it('plans and publishes what still lies ahead', () => {
    const now = Date.parse('2026-11-27T12:00:00Z');
    const { days, last } = monthOf('2026-11');
    expect(firstAhead(days, now)).toBe('2026-11-28');
    expect(firstAhead(days, Date.parse('2026-11-30T12:00:00Z'))).toBe('2026-11-30');
    expect(firstAhead(monthOf('2026-12').days, now)).toBe('2026-12-01');
    expect(firstAhead(monthOf('2026-10').days, now)).toBe('2026-10-01');
    const drafts = [shift('a', -48, -40, { status: 'DRAFTED' }), shift('a', 49, 57, { status: 'DRAFTED' }), shift('b', 25, 33, { status: 'DRAFTED' }), shift('c', 20, 22)];
    expect(firstDraft(drafts, now)).toBe('2026-11-28');
    const gaps = [{ from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z', missing: 1 }, { from: '2026-11-27T00:00:00Z', to: '2026-11-28T00:00:00Z', missing: 1 }];
    expect(gapsAhead(gaps, last, now)).toEqual(gaps.slice(1));
    expect(gapsAhead(gaps, last, Date.parse('2026-12-05T00:00:00Z'))).toEqual(gaps);
  });

  it('reads a pattern as people write it, and its own examples name known turns', () => {
    expect(patternOf('早 早，晚、-')).toEqual(['早', '早', '晚', '-']);
    for (const { turns, pattern } of Object.values(RHYTHMS)) expect(patternOf(pattern).filter(name => name !== '-' && !turns.some(turn => turn.name === name))).toEqual([]);
    expect(weekOf([{ day: 'MONDAY', from: '09:00:00', to: '18:00:00' }, { day: 'TUESDAY', from: '09:00:00', to: '18:00:00' }])).toEqual([{ days: ['MONDAY', 'TUESDAY'], from: '09:00', to: '18:00' }]);
  });

  it('offers a swap to whom it concerns, and its approval to nobody who takes part', () => {
    const steps = (change: Partial<Shift>, me: Me) => stepsOf(shift('agent', 2, 4, change), me, [], NOW);
    expect(steps({}, who('agent', 'agent'))).toEqual(['swap']);
    expect(steps({}, who('other', 'agent'))).toEqual([]);
    expect(steps({ status: 'SWAP_ASKED', colleague: 'li' }, who('li', 'engineer'))).toEqual(['acceptSwap', 'declineSwap']);
    expect(steps({ status: 'SWAP_ASKED', colleague: 'li' }, who('agent', 'agent'))).toEqual(['takeBackSwap']);
    expect(steps({ status: 'SWAP_ACCEPTED', colleague: 'boss' }, who('boss', 'supervisor'))).toEqual(['replace', 'withdraw']);
    expect(steps({ status: 'SWAP_ACCEPTED', colleague: 'li' }, who('boss', 'supervisor'))).toEqual(['approveSwap', 'refuseSwap', 'replace', 'withdraw']);
    expect(steps({ status: 'DRAFTED' }, who('boss', 'manager'))).toEqual(['publish', 'discard']);
  });

  it('hands over to whoever is on the same duty afterwards, and calls for the note in the last hour', () => {
    const leaving = shift('agent', -2, 0.5, { handover: 'WRITTEN' });
    const coming = shift('li', 0.5, 8);
    expect(stepsOf(leaving, who('li', 'engineer'), [coming], NOW)).toEqual(['acceptHandover', 'refuseHandover']);
    expect(stepsOf(leaving, who('li', 'engineer'), [{ ...coming, duty: 'NIGHT' }], NOW)).toEqual([]);
    expect(waitsFor(leaving, who('li', 'engineer'), [coming], NOW)).toBe(true);
    expect(waitsFor(shift('agent', -2, 0.5), who('agent', 'agent'), [], NOW)).toBe(true);
    expect(waitsFor(shift('agent', -2, 3), who('agent', 'agent'), [], NOW)).toBe(false);
  });
});
