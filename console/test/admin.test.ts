import i18n from 'i18next';
import { expect, it } from 'vitest';
import type { AuditRow, Health, ParkedKey } from '../src/admin/api';
import { periodOf } from '../src/admin/audit/period';
import { isUnnamedPerson, OPERATIONS, operationOf, thingOf, wordsOf } from '../src/admin/audit/reading';
import { after, START, step, type Step, trail } from '../src/admin/audit/trail';
import { overall, sentencesOf } from '../src/admin/health/sentences';
import { TEMPLATES } from '../src/admin/notifications/NotificationList';
import { replayAll } from '../src/admin/parked/replaying';
import { named, narrowed, parkedRows } from '../src/admin/parked/rows';
import type { Asked, Service } from '../src/admin/services';
import { answerOf } from '../src/admin/webhooks/DeliveryList';
import '../src/admin/i18n';
import { adminEn } from '../src/admin/i18n/en';
import { en } from '../src/i18n/en';
import { ProblemError } from '../src/problem';
import { CONTRACTS } from './contracts';

const TICKET = '0190a000-0000-7000-8000-000000000001';
const t = i18n.getFixedT('zh-CN');
const schemas = Object.keys(import.meta.glob(['../../*-service/contracts/events/*.schema.json', '../../platform/**/contracts/events/*.schema.json']));

/** How far somebody has looked is nobody else's business, so no audit has it. */
const NOT_AUDITED = new Set(['POST /api/bell/seen']);

it('names every operation that the audit may hold, and no other', () => {
  const changing = [...CONTRACTS.values()].flatMap(contract => Object.entries(contract.paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).filter(verb => ['post', 'put', 'delete', 'patch'].includes(verb)).map(verb => `${verb.toUpperCase()} ${path}`))).filter(operation => !NOT_AUDITED.has(operation));
  expect(CONTRACTS.size).toBe(5);
  expect([...new Set(changing)].sort()).toEqual([...OPERATIONS].sort());
});

it('names every event and every message', () => {
  const events = schemas.map(file => /([^/]+)\.v\d+\.schema\.json$/.exec(file)![1]!);
  expect(events.length).toBeGreaterThan(60);
  expect(events.filter(event => !(event in adminEn.event))).toEqual([]);
  expect([...TEMPLATES].sort()).toEqual(Object.keys(en.enums.template).sort());
});

it('reads a row of the audit as who did what to which and why', () => {
  expect(operationOf(`POST /api/tickets/${TICKET}/resolve`)).toBe('POST /api/tickets/{id}/resolve');
  expect(operationOf(`POST /api/agreements/${TICKET}/versions/preview`)).toBe('POST /api/agreements/{id}/versions/preview');
  expect(operationOf('POST /api/signatures/{token}')).toBe('POST /api/signatures/{token}');
  expect(operationOf('POST /api/nothing')).toBeUndefined();
  expect(thingOf('POST /api/tickets', `/api/tickets/${TICKET}`)).toEqual({ field: 'ticketId', id: TICKET });
  expect(thingOf('PUT /api/calendars/cn', null)).toBeUndefined();
  expect(wordsOf(`/api/tickets/${TICKET}`, t)).toBeUndefined();
  expect(wordsOf('reason: 回访客户', t)).toBe('回访客户');
  expect(wordsOf('replayed 2: 工单已补录', t)).toBe('工单已补录');
  expect(wordsOf('replayed 2', t)).toBeUndefined();
  expect(wordsOf('because: ASKED_BY_PERSON', t)).toBe('本人要求');
  expect(wordsOf('国务院通知, 12 open clocks', t)).toBe('国务院通知、影响 12 个未结承诺');
  expect(wordsOf('notice-2027, MOVE open clocks', t)).toBe('未结的承诺改用新日历');
  expect(wordsOf('open promises: 3; reason: 客户已签字', t)).toBe('客户已签字、影响 3 个未结承诺');
  expect(wordsOf('2026-12-01 to 2026-12-31', t)).toBe('2026-12-01 至 2026-12-31');
  expect(wordsOf('SOMETHING_NEW', t)).toBeUndefined();
  expect(thingOf('POST /api/articles/x/apply', `ticket ${TICKET}`)).toEqual({ field: 'ticketId', id: TICKET });
  expect(isUnnamedPerson({ actor: TICKET })).toBe(true);
  expect(isUnnamedPerson({ actor: 'signature-link' })).toBe(false);
  expect(isUnnamedPerson({ actor: TICKET, username: 'agent' })).toBe(false);
});

const row = (id: number, at: string): AuditRow => ({ id, at, actor: 'a', action: 'POST /api/tickets' });

it('shows the books of all services as one, no further back than all were read', async () => {
  const pages: Record<string, { items: AuditRow[]; next: string | null }> = {
    'ticket-service': { items: [row(9, '2026-11-27T09:00:00Z'), row(8, '2026-11-27T08:00:00Z')], next: 'more' },
    'dispatch-service': { items: [row(3, '2026-11-27T08:30:00Z'), row(2, '2026-11-27T01:00:00Z')], next: null },
  };
  const read = async (service: Service, cursor: string | null) => (cursor ? { items: [row(7, '2026-11-27T02:00:00Z')], next: null } : pages[service] ?? { items: [], next: null });
  const first = await step(START, undefined, read);
  expect(trail([first]).map(each => each.at.slice(11, 16))).toEqual(['09:00', '08:30', '08:00']);
  const places = after(first);
  expect(places).toBeDefined();
  const second = await step(places!, undefined, read);
  expect(trail([first, second]).map(each => each.rowKey)).toEqual(['ticket-service/9', 'dispatch-service/3', 'ticket-service/8', 'ticket-service/7', 'dispatch-service/2']);
  expect(after(second)).toBeUndefined();
});

it('goes on without a service that is down, and says so', async () => {
  const failed: Step = await step(START, undefined, async service => {
    if (service === 'sla-service') throw new ProblemError({ status: 503 });
    return { items: [row(1, '2026-11-27T09:00:00Z')], next: null };
  });
  expect(failed.failures.map(each => each.service)).toEqual(['sla-service']);
  expect(trail([failed])).toHaveLength(4);
  expect(after(failed)).toBeUndefined();
  const one = await step(START, 'ticket-service', async () => ({ items: [row(1, '2026-11-27T09:00:00Z')], next: null }));
  expect(trail([one]).map(each => each.service)).toEqual(['ticket-service']);
});

it('searches in days of our zone', () => {
  const now = Date.parse('2026-11-27T04:00:30Z');
  expect(periodOf({}, now)).toEqual({ from: '2026-11-20T04:00:00.000Z' });
  expect(periodOf({ days: '30' }, now)).toEqual({ from: '2026-10-28T04:00:00.000Z' });
  expect(periodOf({ days: 'picked', from: '2026-11-01', to: '2026-11-02' }, now)).toEqual({ from: '2026-10-31T16:00:00.000Z', to: '2026-11-02T16:00:00.000Z' });
  expect(periodOf({ days: 'picked' }, now)).toEqual({});
});

const key = (service: Service, keys: Partial<ParkedKey>[]): Asked<ParkedKey[]> => ({
  service, query: { data: keys.map(each => ({ consumer: 'visit-events', key: 'k', events: 1, error: 'x', firstType: 'VisitScheduled.v1', cause: 'MISSING', ...each })) } as never,
});

it('lists the parked keys of all services, those that wait longest first', () => {
  const rows = parkedRows([key('ticket-service', [{ key: 'a', since: '2026-11-27T02:00:00Z' }]), key('sla-service', [{ key: 'b/c', since: '2026-11-27T01:00:00Z', cause: 'PROGRAM' }]), { service: 'knowledge-service', query: {} as never }]);
  expect(rows.map(each => each.id)).toEqual(['sla-service/visit-events/b/c', 'ticket-service/visit-events/a']);
  expect(narrowed(rows, { cause: 'PROGRAM' }).map(each => each.service)).toEqual(['sla-service']);
  expect(narrowed(rows, { service: 'ticket-service', topic: 'sla-events' })).toEqual([]);
  expect(named(rows[0]!.id)).toEqual({ service: 'sla-service', consumer: 'visit-events', key: 'b/c' });
  expect(named('nonsense')).toBeNull();
});

it('replays each for itself, and stops when nothing comes through any more', async () => {
  const told: number[] = [];
  const outcomes = await replayAll(['a', 'b', 'c'], async each => {
    if (each === 'a') throw new ProblemError({ status: 404 });
    return { applied: 2 };
  }, all => told.push(all.length));
  expect(outcomes.map(each => each.applied)).toEqual([undefined, 2, 2]);
  expect(told).toEqual([1, 2, 3]);
  const stopped = await replayAll(['a', 'b'], async () => { throw new ProblemError({ status: 0 }); }, () => {});
  expect(stopped).toHaveLength(1);
});

const WELL: Health = {
  service: 'ticket-service', at: '2026-11-27T04:00:00Z', light: 'GOOD', database: { millis: 1, light: 'GOOD' }, outbox: { facts: 0, oldestSeconds: 0, light: 'GOOD' },
  consumers: { broker: true, light: 'GOOD', topics: [{ topic: 'visit-events', records: 0, light: 'GOOD' }] }, parked: { keys: 0, light: 'GOOD' }, timers: { late: 0, failing: 0, latestSeconds: 0, light: 'GOOD' },
};

it('says in sentences how a service is, and first what somebody has to act on', () => {
  expect(sentencesOf(WELL, t).map(each => each.text)).toEqual(['数据库回答很快（1 毫秒）', '发生的事都及时告诉了其他服务', '其他服务的消息都已处理', '没有停放的事件', '到点的事都按时做了']);
  const ill: Health = { ...WELL, outbox: { facts: 12, oldestSeconds: 200, light: 'BAD' }, consumers: { broker: true, light: 'WATCH', topics: [{ topic: 'visit-events', records: 4000, light: 'WATCH' }] }, parked: { keys: 2, light: 'WATCH' } };
  expect(sentencesOf(ill, t).map(each => each.text).slice(0, 3)).toEqual([
    '有 12 件事还没有告诉其他服务，最早的已等了 3 分 20 秒；请检查消息系统（Kafka）', '听取其他服务落后了：上门事件 4000 条', '有 2 个对象的事件停放着，等人处理',
  ]);
  expect(sentencesOf({ ...WELL, consumers: { broker: false, light: 'BAD', topics: [] } }, t)[0]!.text).toContain('Kafka');
  expect(overall(['GOOD', 'WATCH'])).toBe('WATCH');
  expect(overall(['GOOD', undefined])).toBe('BAD');
});

it('says what a receiver answered', () => {
  const base = { id: 'd', type: 'TicketOpened', createdAt: '2026-11-27T04:00:00Z', attempts: 2 } as const;
  expect(answerOf({ ...base, status: 'FAILED', lastStatus: 500 }, t)).toBe('对方回答 500 · 已试 2 次');
  expect(answerOf({ ...base, status: 'PENDING', lastError: 'unreachable', nextTryAt: '2026-11-27T05:00:00Z' }, t)).toBe('连接不上 · 已试 2 次 · 下次 2026-11-27 13:00');
});
