import { describe, expect, it } from 'vitest';
import type { Customer, Explanation } from '../src/api';
import { registration } from '../src/customer/registration';
import i18n from '../src/i18n';
import '../src/desk/i18n';
import { leftOf, spanOf } from '../src/list/spans';
import { presetsFor } from '../src/open/presets';
import { matters } from '../src/ticket/Clocks';
import { millis, stretchesOf, sums } from '../src/ticket/stretches';
import { isTalk } from '../src/ticket/talk';

const FILE = {
  id: 'k1', version: 1, name: '幸福超市',
  sites: [{ id: 's1', name: '人民路店' }, { id: 's2', name: '西湖店' }, { id: 's3', name: '旧店', withdrawnAt: '2026-01-01T00:00:00Z' }],
  contacts: [{ id: 'c1', siteId: 's1' }, { id: 'c2', siteId: 's2' }, { id: 'c3', siteId: 's1' }],
  products: [{ id: 'p1', name: '收银机', siteId: 's1' }, { id: 'p2', name: '打印机', siteId: 's2' }, { id: 'p3', name: '会员系统', siteId: 's2' }],
} as unknown as Customer;

describe('who calls', () => {
  it('is known by his number, and so are his site and the only product there', () =>
    expect(presetsFor(FILE, ['c1'], {})).toEqual({ siteId: 's1', contactId: 'c1', productId: 'p1' }));
  it('is asked for what there are several of', () => expect(presetsFor(FILE, [], {})).toEqual({ siteId: undefined, contactId: undefined, productId: undefined }));
  it('is nobody in particular when several share the number', () => expect(presetsFor(FILE, ['c1', 'c3'], {}).contactId).toBeUndefined());
  it('keeps what was chosen, unless it is at another site', () => {
    expect(presetsFor(FILE, ['c1'], { siteId: 's2', contactId: 'c2', productId: 'p3' })).toEqual({ siteId: 's2', contactId: 'c2', productId: 'p3' });
    expect(presetsFor(FILE, [], { siteId: 's2', contactId: 'c1', productId: 'p1' })).toEqual({ siteId: 's2', contactId: 'c2', productId: undefined });
  });
  it('is never preset to a site that was withdrawn', () => {
    expect(presetsFor({ ...FILE, sites: FILE.sites!.slice(1) }, [], {}).siteId).toBe('s2');
    expect(presetsFor({ ...FILE, sites: null, contacts: null, products: null }, [], {})).toEqual({ siteId: undefined, contactId: undefined, productId: undefined });
  });
});

describe('a new customer', () => {
  it('has what was typed, at the site that was named', () =>
    expect(registration({ name: '新店', level: 'STANDARD', person: '马云', salutation: '马女士', phone: '139', siteName: '总店', address: '人民路 1 号', productName: '收银机' })).toEqual({
      name: '新店', level: 'STANDARD', sites: [{ name: '总店', address: '人民路 1 号' }], contacts: [{ name: '马云', salutation: '马女士', phone: '139', siteIndex: 0 }], products: [{ name: '收银机', siteIndex: 0 }],
    }));
  it('keeps the language of the contact, and none without a contact', () => {
    expect(registration({ name: '新店', person: 'Emma', salutation: 'Ms Smith', phone: '139', language: 'en' }).contacts).toEqual([{ name: 'Emma', salutation: 'Ms Smith', phone: '139', language: 'en' }]);
    expect(registration({ name: '新店', language: 'en' }).contacts).toEqual([]);
  });
  it('may have nothing but a name', () => expect(registration({ name: '新店', level: 'STANDARD' })).toEqual({ name: '新店', level: 'STANDARD', sites: [], contacts: [], products: [] }));
});

describe('the time that is left', () => {
  const now = Date.parse('2026-11-27T00:00:00Z');
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
  it.each([[at(-600), at(600), 50, 'calm'], [at(-60), at(59), 50, 'soon'], [at(-1000), at(100), 91, 'soon'], [at(-60), at(-1), 100, 'over'], [at(5), at(-5), 100, 'over']] as const)(
    'from %s to %s', (from, due, percent, state) => expect(leftOf(from, due, now)).toEqual({ percent, state }));
  it('is told as exactly as it matters', () => {
    const say = (minutes: number) => spanOf(at(minutes), now, i18n.getFixedT('zh-CN'));
    expect([say(3 * 1440 + 125), say(125), say(5), say(-70)]).toEqual(['3 天 2 小时', '2 小时 5 分', '5 分', '1 小时 10 分']);
  });
});

describe('why it is due then', () => {
  const step = (at: string, more: object = {}) => ({ at, sentence: '', ...more });
  const why = (steps: object[], dueAt?: string, status = 'RUNNING') => ({ steps, dueAt, status }) as unknown as Explanation;
  const HOUR = 3_600_000;

  it('reads durations as Java writes them', () => expect(['PT5H30M', 'PT20M', 'PT0.5S', 'PT0S', 'nonsense', null].map(millis)).toEqual([5.5 * HOUR, HOUR / 3, 500, 0, 0, 0]));
  it('is what counted, what stood still and what lies ahead', () => {
    const found = stretchesOf(why([
      step('2026-11-27T00:00:00Z'), step('2026-11-27T02:00:00Z', { notCounted: [] }),
      step('2026-11-27T05:00:00Z', { notCounted: [{ why: 'STANDING_STILL', time: 'PT3H' }], untilDue: [{ why: 'OFF_HOURS', time: 'PT10H' }] }),
    ], '2026-11-27T20:00:00Z'));
    expect(found).toEqual([
      { why: 'COUNTED', time: 2 * HOUR, ahead: false }, { why: 'STANDING_STILL', time: 3 * HOUR, ahead: false }, { why: 'COUNTED', time: 5 * HOUR, ahead: true }, { why: 'OFF_HOURS', time: 10 * HOUR, ahead: true },
    ]);
    expect(sums(found)).toEqual([{ why: 'COUNTED', time: 7 * HOUR }, { why: 'STANDING_STILL', time: 3 * HOUR }, { why: 'OFF_HOURS', time: 10 * HOUR }]);
  });
  it('has no end while the clock stands still, and no stretch without a length', () => {
    expect(stretchesOf(why([step('2026-11-27T00:00:00Z'), step('2026-11-27T01:00:00Z'), step('2026-11-27T01:00:00Z')], '2026-11-27T09:00:00Z', 'PAUSED'))).toEqual([{ why: 'COUNTED', time: HOUR, ahead: false }]);
    expect(stretchesOf(why([]))).toEqual([]);
  });
});

it('shows first what people said and did, and what went wrong', () => {
  expect(['TicketOpened', 'CustomerContacted', 'VisitOrdered', 'NotificationFailed', 'SlaBreached', 'SomethingNew'].every(type => isTalk({ type }))).toBe(true);
  expect(['PromiseMade', 'SlaMet', 'NotificationDelivered', 'SlaEscalated'].some(type => isTalk({ type }))).toBe(false);
});

it('folds promises away that have ended', () => {
  expect([{ status: 'RUNNING' }, { status: 'PAUSED' }, { status: 'BREACHED' }].every(clock => matters(clock as never))).toBe(true);
  expect([{ status: 'MET' }, { status: 'VOID' }, { status: 'BREACHED', endedAt: '2026-11-27T00:00:00Z' }].some(clock => matters(clock as never))).toBe(false);
});
