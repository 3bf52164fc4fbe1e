// What the five services answer to the people who run them; invented, like all of this folder.
import { randomUUID } from 'node:crypto';
import { tickets, XINGFU } from './data.mjs';

const MINUTE = 60_000;
const ago = minutes => new Date(Date.now() - minutes * MINUTE).toISOString();
const name = event => `${event}.v1`;

const parked = {
  'ticket-service': [{ consumer: 'visit-events', key: tickets[3].id, events: 2, since: ago(190), error: 'org.gongdan.platform.problem.DomainException$NotFound: not-found [ticket, x]', firstType: name('VisitScheduled'), cause: 'MISSING', rule: '所指的内容不存在' },
    { consumer: 'sla-events', key: tickets[6].id, events: 1, since: ago(30), error: 'java.lang.NullPointerException', firstType: name('SlaWarned'), cause: 'PROGRAM' }],
  'sla-service': [{ consumer: 'ticket-events', key: tickets[5].id, events: 7, since: ago(1500), error: 'io.vertx.pgclient.PgException: ERROR (23505)', firstType: name('TicketReopened'), cause: 'DATABASE' }],
};
const events = key => [
  { id: randomUUID(), type: key.firstType, source: '/dispatch-service', occurred: key.since, sequence: 3, parked: key.since, error: key.error, cause: key.cause, rule: key.rule, tombstone: false,
    fields: [{ name: 'visitId', value: '0190c000-0000-7000-8000-000000000001' }, { name: 'ticketId', value: key.key }, { name: 'customerId', value: XINGFU }, { name: 'windowStart', value: ago(-120) }, { name: 'windowEnd', value: ago(-240) }, { name: 'reason' }, { name: 'at', value: key.since }] },
  { id: randomUUID(), type: name('VisitAccepted'), source: '/dispatch-service', occurred: ago(20), sequence: 4, parked: ago(20), error: 'waits behind an earlier parked event of its key', cause: 'WAITS', tombstone: false, fields: [{ name: 'ticketId', value: key.key }, { name: 'at', value: ago(20) }] },
];
const letters = { 'dispatch-service': [{ id: randomUUID(), consumer: 'contact-events', type: 'unknown', key: tickets[0].id, at: ago(77), reason: 'header ce_type is missing', bytes: 412 }] };

const people = [['agent', '王坐席'], ['supervisor', '陈主管'], ['engineer', '李工'], ['admin', '赵管理']];
const acts = [tickets.map(each => [`POST /api/tickets/${each.id}/acknowledge`, null]), tickets.map(each => [`POST /api/tickets/${each.id}/cancel`, 'reason: 客户重复报修']), tickets.map(each => ['POST /api/tickets', `/api/tickets/${each.id}`])].flat();
const audit = {
  'ticket-service': acts.map(([action, detail], index) => ({ id: 1000 - index, at: ago(index * 11), actor: randomUUID(), username: people[index % 4][0], name: people[index % 4][1], action, customer: XINGFU, detail, traceId: '4bf92f3577b34da6a3ce929d0e0e4736', position: 1000 - index })),
  'notification-service': [{ id: 8, at: ago(25), actor: randomUUID(), username: 'erp-xingfu', name: 'erp-xingfu', action: 'POST /api/webhooks', detail: '/api/webhooks/0190d000-0000-7000-8000-000000000001', position: 8 }],
  'dispatch-service': [{ id: 5, at: ago(44), actor: randomUUID(), action: 'POST /api/visits/0190c000-0000-7000-8000-000000000001/cancel', customer: XINGFU, position: 5 }],
};

const good = (service, change = {}) => ({ service, at: ago(0), light: 'GOOD', database: { millis: 1, light: 'GOOD' }, outbox: { facts: 0, oldestSeconds: 0, light: 'GOOD' },
  consumers: { broker: true, light: 'GOOD', topics: [{ topic: 'ticket-events', records: 2, light: 'GOOD' }] }, parked: { keys: 0, light: 'GOOD' }, timers: { late: 0, failing: 0, latestSeconds: 0, light: 'GOOD' }, ...change });
const health = {
  'ticket-service': () => good('ticket-service', { light: 'WATCH', parked: { keys: parked['ticket-service'].length, light: parked['ticket-service'].length ? 'WATCH' : 'GOOD' } }),
  'sla-service': () => good('sla-service', { light: 'BAD', outbox: { facts: 318, oldestSeconds: 187, light: 'BAD' }, consumers: { broker: true, light: 'WATCH', topics: [{ topic: 'ticket-events', records: 4120, light: 'WATCH' }] }, timers: { late: 3, failing: 3, latestSeconds: 75, light: 'BAD' } }),
};

const hooks = [
  { id: '0190d000-0000-7000-8000-000000000001', version: 0, customerId: XINGFU, url: 'https://erp.xingfu.example/gongdan/hooks', events: ['TicketOpened', 'TicketResolved', 'SlaBreached'], status: 'ACTIVE', createdAt: ago(40_000), createdBy: 'erp-xingfu', lastSuccessAt: ago(12) },
  { id: '0190d000-0000-7000-8000-000000000002', version: 3, url: 'https://dashboard.example/in', events: ['VisitScheduled', 'VisitCompleted'], status: 'DISABLED', disabledReason: 'UNREACHABLE', createdAt: ago(90_000), createdBy: 'admin' },
];
const carried = [['TicketOpened', 'DELIVERED', 1, 200], ['SlaBreached', 'FAILED', 10, 500], ['TicketResolved', 'PENDING', 2, null], ['TicketOpened', 'CANCELLED', 0, null]].map(([type, status, attempts, lastStatus], index) => ({
  id: randomUUID(), type, status, attempts, lastStatus, lastError: status === 'PENDING' ? 'unreachable' : null, createdAt: ago(12 + index * 50), deliveredAt: status === 'DELIVERED' ? ago(11) : null, nextTryAt: status === 'PENDING' ? ago(-20) : null }));

const mails = [['TICKET_OPENED', 'SENT'], ['VISIT_SCHEDULED', 'FAILED', 'NO_ADDRESS'], ['SLA_BREACHED', 'SENT'], ['PROMISE_MADE', 'PENDING'], ['VISIT_DELAYED', 'FAILED', 'UNREACHABLE']].map(([template, status, error], index) => ({
  id: randomUUID(), ticketId: tickets[index].id, template, channel: 'EMAIL', status, error, attempts: status === 'SENT' ? 1 : 0, waiting: status === 'PENDING', createdAt: ago(5 + index * 61), sentAt: status === 'SENT' ? ago(5 + index * 61) : null,
  recipient: status === 'SENT' ? 'l***@x***.example' : null, subject: status === 'SENT' ? `【工单 ${tickets[index].number}】已登记` : null, body: status === 'SENT' ? '刘店长，您好：\n\n您的报修已登记，我们会在明天 18:00 前解决。\n\n祝好\n服务台' : null }));

const page = (items, url) => {
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const limit = Number(url.searchParams.get('limit') ?? 20);
  return [200, { items: items.slice(from, from + limit), next: from + limit < items.length ? String(from + limit) : null }];
};

function operations(method, url, service, what, consumer, key) {
  if (what === 'health') return [200, (health[service] ?? (() => good(service)))()];
  if (what === 'dead-letters') return [200, { readable: true, letters: letters[service] ?? [] }];
  if (what === 'audit' && consumer) return [200, service === 'sla-service' ? { rows: 88, sealed: 88, intact: false, firstBroken: 17, anchors: 4, anchoredTo: 60, anchoredAt: ago(90), findings: [{ fault: 'CHANGED', position: 17, sentence: '位置 17 的审计记录与封存时不一致，或其封存值被改动。' }] } : { rows: 1000, sealed: 1000, intact: true, anchors: 9, anchoredTo: 998, anchoredAt: ago(1), findings: [] }];
  if (what === 'audit') {
    const { person, about, action } = Object.fromEntries(url.searchParams);
    const pattern = action && new RegExp(`^${action.replace(/\{[^}]*\}/g, '[^/]+')}$`);
    return page((audit[service] ?? []).filter(row => (!person || `${row.username}${row.name}`.includes(person)) && (!about || `${row.action}${row.detail}`.includes(about)) && (!pattern || pattern.test(row.action))), url);
  }
  const mine = parked[service] ?? [];
  if (!consumer) return [200, mine];
  const found = mine.find(each => each.key === key);
  if (!found) return [404, { type: '/problems/not-found', detail: '找不到停放的对象。' }];
  if (method === 'GET') return [200, events(found)];
  if (found.cause === 'DATABASE') return [409, { type: '/problems/already-exists', detail: '已经存在。' }];
  mine.splice(mine.indexOf(found), 1);
  return [200, { applied: found.events }];
}

function webhooks(method, url, id, verb, body) {
  const hook = hooks.find(each => each.id === id);
  if (id === 'events') return [200, { events: ['PromiseMade', 'SlaBreached', 'SlaMet', 'SlaWarned', 'TicketClosed', 'TicketOpened', 'TicketResolved', 'VisitCompleted', 'VisitScheduled'] }];
  if (!id && method === 'POST') {
    hooks.unshift({ id: randomUUID(), version: 0, status: 'ACTIVE', createdAt: ago(0), createdBy: 'admin', ...body });
    return [201, { id: hooks[0].id, secret: `whsec_${Buffer.from(randomUUID()).toString('base64')}`, ...body }];
  }
  if (!id) return page(hooks, url);
  if (!hook) return [404, { type: '/problems/not-found', detail: '找不到 Webhook。' }];
  if (method === 'DELETE') return hooks.splice(hooks.indexOf(hook), 1), [204, undefined];
  if (verb === 'deliveries' && method === 'GET') return page(carried.filter(each => !url.searchParams.get('status') || each.status === url.searchParams.get('status')), url);
  if (verb === 'test') return carried.unshift({ id: randomUUID(), type: 'WebhookTested', status: 'DELIVERED', attempts: 1, lastStatus: 204, createdAt: ago(0), deliveredAt: ago(0) }), [202, carried[0]];
  if (verb === 'pause') Object.assign(hook, { status: 'PAUSED', version: hook.version + 1 });
  if (verb === 'resume') Object.assign(hook, { status: 'ACTIVE', version: hook.version + 1 });
  if (verb === 'change') Object.assign(hook, body, { version: hook.version + 1 });
  return [200, hook];
}

const drafts = [1, 2].map(number => ({ id: `0190e000-0000-7000-8000-00000000000${number}`, version: 2, title: number === 1 ? '扫码枪读不出条码' : '会员系统登录缓慢', symptom: '灯亮，但扫码后收银机没有反应', cause: '接口被系统更新禁用', fix: '1. 打开设备管理器\n2. 启用 HID 接口\n3. 扫一个商品验证', product: '扫码枪', category: '外设',
  status: 'DRAFT', ticketId: tickets[2].id, author: number === 1 ? 'engineer' : 'supervisor', createdAt: ago(900), changedAt: ago(300) }));
/** One was approved before; the other is looked at for the first time. */
drafts[0].approved = { ...drafts[0], fix: '1. 重启扫码枪\n2. 扫一个商品验证', category: null, at: ago(9000) };
const breaches = [0, 4, 8].map((at, index) => ({ clockId: randomUUID(), ticketId: tickets[at].id, ticket: tickets[at].number, customerName: tickets[at].customerName, kind: index ? 'RESOLUTION_24H' : 'ACKNOWLEDGE', dueAt: ago(600 + at * 100), late: index ? 35 * index * index : undefined, cause: 'WAITING_FOR_PARTS',
  derived: ['WAITING_FOR_PARTS', 'REOPENED'], found: index === 2 ? { cause: 'CAPACITY', note: '当天两人请假，已调整排班', by: 'supervisor', at: ago(40) } : undefined }));

/** @returns nothing when the path is none of these. */
export function admin(method, url, body) {
  const [, , root, one, two, three, four] = url.pathname.split('/');
  if (root === 'operations') return operations(method, url, one, two, three, four);
  if (root === 'articles' && url.searchParams.get('status') === 'DRAFT') return page(drafts, url);
  if (root === 'articles' && drafts.some(each => each.id === one)) return [200, drafts.find(each => each.id === one)];
  if (root === 'sla-reports') return page(breaches, url);
  if (root === 'webhooks') return webhooks(method, url, one, two, body);
  if (root === 'notifications') return page(mails.filter(each => ['status', 'template'].every(field => !url.searchParams.get(field) || each[field] === url.searchParams.get(field))), url);
  return undefined;
}
