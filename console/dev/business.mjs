// What managers ask: figures, monthly reports, compensation, surveys; invented, like all of this folder.
import { randomUUID } from 'node:crypto';
import { customers, engineers, tickets, XINGFU, YANGGUANG } from './data.mjs';

const HOUR = 3_600_000;
const ago = hours => new Date(Date.now() - hours * HOUR).toISOString();
const monthsBack = back => { const at = new Date(); at.setUTCDate(15); at.setUTCMonth(at.getUTCMonth() - back); return at.toISOString().slice(0, 7); };

const row = (key, name, met, breached, open, kind = null) => ({ key, name, kind, total: met + breached + open, met, breached, open, attainment: met + breached ? Math.round((met / (met + breached)) * 10_000) / 10_000 : null });
const ENGINEERS = [row(engineers[0].id, '李工', 61, 4, 3), row(engineers[1].id, '赵工', 48, 11, 2), row(null, null, 80, 2, 12)];
const BY = {
  customer: [row(XINGFU, '幸福超市', 131, 9, 12), row(YANGGUANG, '阳光小学', 40, 8, 4), row(randomUUID(), '中国移动通信集团上海有限公司徐汇分公司', 18, 0, 1)],
  kind: [row('ACKNOWLEDGE', null, 90, 3, 2, 'ACKNOWLEDGE'), row('RESOLUTION_24H', null, 71, 10, 13, 'RESOLUTION_24H'), row('ARRIVAL', null, 28, 4, 2, 'ARRIVAL')],
  priority: [row('P1', 'P1', 20, 5, 1), row('P2', 'P2', 60, 7, 6), row('P3', 'P3', 109, 5, 10)],
  service: [row('门店收银', '门店收银', 90, 12, 5), row(null, null, 99, 5, 12)],
  engineer: ENGINEERS,
  month: [5, 4, 3, 2, 1, 0].map(back => row(monthsBack(back), monthsBack(back), 150 + back * 7, 20 - back, back ? 0 : 17)),
};
const BOUNDS = [0, 5, 15, 30, 60, 120, 240, 480, 1440, 2880, 4320];
const spread = (kind, counts, p50, p90, max) => ['WALL', 'COUNTED'].map(measure => ({ kind, measure, count: counts.reduce((sum, each) => sum + each, 0), p50, p90, p95: p90 * 1.2, max, buckets: BOUNDS.map((from, at) => ({ from, to: BOUNDS[at + 1] ?? null, count: counts[at] ?? 0 })) }));
const TIMES = [...spread('ACKNOWLEDGE', [40, 31, 12, 6, 2], 6.4, 28, 110), ...spread('RESOLUTION_24H', [0, 0, 4, 12, 19, 14, 11, 9, 3, 2, 1], 131, 1180, 5600)];
const CAUSES = [['WAITING_FOR_PARTS', 7, 3], ['ENGINEER_LATE', 4, 4], ['ACKNOWLEDGED_LATE', 3, 0], ['UNEXPLAINED', 2, 0], ['CAPACITY', 1, 1]].map(([cause, count, found]) => ({ cause, count, found, share: Math.round((count / 17) * 10_000) / 10_000, involved: count }));
const visits = (engineerId, engineer, early, onTarget, tight, late, absent) => ({ engineerId, engineer, visits: early + onTarget + tight + late + absent + 1, early, onTarget, tight, late, absent, ahead: 1, punctual: Math.round(((early + onTarget + tight) / (early + onTarget + tight + late + absent)) * 10_000) / 10_000, unannounced: late > 2 ? 2 : 0, medianLate: 12, mostLate: 41 });
const PUNCTUALITY = [visits(null, null, 6, 15, 7, 4, 1), visits(engineers[0].id, '李工', 4, 10, 4, 1, 0), visits(engineers[1].id, '赵工', 2, 5, 3, 3, 1)];
const NOTICES = [[null, null, null, 9, 7], [null, null, 'R83', 5, 4], [null, null, 'R87', 4, 3], [engineers[0].id, '李工', null, 4, 4], [engineers[1].id, '赵工', null, 5, 3]].map(([engineerId, engineer, rule, count, kept]) => ({ engineerId, engineer, rule, notices: count, kept, broken: count - kept, share: Math.round((kept / count) * 10_000) / 10_000, mostLate: 20 }));
const KINDS = ['RESOLUTION_24H', 'ACKNOWLEDGE', 'ARRIVAL'];
const VERDICTS = ['BROKEN', 'KEPT', 'OPEN'];
const about = (ticket, at) => ({ clockId: randomUUID(), ticketId: ticket.id, ticket: ticket.number, customerId: ticket.customerId, customerName: ticket.customerName, kind: KINDS[at % 3], priority: ticket.priority, startedAt: ago(30 + at), dueAt: ago(6 + at) });
const PROMISES = tickets.map((ticket, at) => ({ ...about(ticket, at), verdict: VERDICTS[at % 3], endedAt: at % 3 === 2 ? null : ago(5 + at), late: at % 3 === 0 ? 35 * (1 + at) : null }));
const BREACHES = tickets.slice(0, 17).map((ticket, at) => ({ ...about(ticket, at), endedAt: at % 4 ? ago(4 + at) : null, late: at % 4 ? 20 * (1 + at) : null, cause: CAUSES[at % 5].cause, derived: ['WAITING_FOR_PARTS'], found: at % 5 === 4 ? { cause: 'CAPACITY', note: '当天两人请假，已调整排班', by: 'supervisor', at: ago(2) } : null }));
const ANSWERS = tickets.slice(0, 23).map((ticket, at) => ({ ticketId: ticket.id, number: ticket.number, customerId: ticket.customerId, customerName: ticket.customerName, at: ago(3 + at * 5), scores: { call: 3 + (at % 3), punctuality: 1 + (at % 5), result: 4 + (at % 2) }, comment: at % 4 ? null : '师傅很耐心，就是等得有点久。' }));

const figures = (month, internal, customer) => ({
  customerId: customer?.id, customerName: customer?.name, month, from: `${month}-01T00:00:00Z`, to: `${month}-28T00:00:00Z`, asOf: ago(30), volume: BY.month.map((each, at) => ({ month: at === 5 ? month : each.key, priority: 'P2', tickets: 40 + at * 3 })), kinds: BY.kind, priorities: BY.priority, services: BY.service,
  customers: internal ? BY.customer : [], engineers: internal ? ENGINEERS : [], trend: BY.month, times: TIMES, broken: BREACHES.map(each => (internal ? each : { ...each, found: null })), brokenCount: BREACHES.length, causes: CAUSES, punctuality: internal ? PUNCTUALITY : PUNCTUALITY.slice(0, 1), notices: internal ? NOTICES : NOTICES.slice(0, 3),
  open: { count: 14, overdue: 3, promises: PROMISES.slice(0, 6).map((each, at) => ({ ...each, status: ['BREACHED', 'RUNNING', 'PAUSED'][at % 3] })) }, owed: [{ currency: 'CNY', amount: '1250.00', entries: 4 }], targets: internal ? [] : [{ kind: 'ACKNOWLEDGE', least: '95', most: '95' }, { kind: 'RESOLUTION_24H', least: '90', most: '98.5' }],
});
const reports = [['CUSTOMER', customers[0], 1, 1, 'RELEASED', true], ['CUSTOMER', customers[1], 1, 2, 'DRAFT', true], ['CUSTOMER', customers[1], 1, 1, 'DRAFT', false], ['MEETING', null, 1, 1, 'DRAFT', true], ['CUSTOMER', customers[0], 2, 1, 'RELEASED', true]].map(([type, customer, back, number, status, latest], at) => ({
  id: `0190f000-0000-7000-8000-00000000000${at}`, version: 1, type, customerId: customer?.id, customerName: customer?.name, month: monthsBack(back), number, status, draftedBy: number === 1 ? 'system' : 'supervisor', draftedAt: ago(50), latest,
  ...(status === 'RELEASED' ? { releasedBy: 'manager', releasedAt: ago(20), comment: '本月服务平稳，感谢配合。' } : {}),
}));

const fact = (name, by, hours, data = {}) => ({ at: ago(hours), by, fact: name, data });
const OWED = fact('OWED', 'sla-service', 90);
const PROPOSED = by => fact('EXCLUSION_PROPOSED', by, 40, { cause: 'FORCE_MAJEURE', reason: '台风登陆，全市停工停业', evidence: '市气象局 11 月 20 日通告' });
const entries = [['OWED', '250.00', true, [OWED]], ['OWED', '250.00', false, [OWED]], ['EXCLUSION_PROPOSED', '150.00', true, [OWED, PROPOSED('supervisor')]], ['EXCLUSION_PROPOSED', '100.00', true, [OWED, PROPOSED('manager')]], ['APPROVED', '300.00', true, [OWED, fact('APPROVED', 'manager', 10)]], ['EXCLUDED', '0.00', true, [OWED, PROPOSED('supervisor'), fact('EXCLUSION_ACCEPTED', 'manager', 9)]]].map(([status, amount, settled, facts], at) => ({
  id: `0190f100-0000-7000-8000-00000000000${at}`, version: facts.length - 1, customerId: XINGFU, customerName: '幸福超市', agreementId: randomUUID(), agreement: 'SLA-2026-003', agreementVersion: 2, month: monthsBack(0), kind: 'RESOLUTION_24H', priority: 'P1', clockId: randomUUID(), ticketId: tickets[at].id, ticket: tickets[at].number, breachedAt: ago(90),
  status, amount, currency: 'CNY', settled, steps: [{ step: 'FIXED', detail: ['100.00'], amount: '100.00', sentence: '每次超时固定 100.00。' }, { step: 'STARTED_HOURS', detail: ['3', '50.00'], amount, sentence: '超时 3 小时（不足一小时按一小时计），每小时 50.00。' }], facts, exclusionCauses: at === 1 ? [] : ['FORCE_MAJEURE', 'SUPPLIER'],
}));

const page = (items, url) => {
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const limit = Number(url.searchParams.get('limit') ?? 20);
  return [200, { items: items.slice(from, from + limit), next: from + limit < items.length ? String(from + limit) : null }];
};
const matching = (items, url, ...names) => items.filter(each => names.every(name => !url.searchParams.get(name) || String(each[name]) === url.searchParams.get(name)));
const missing = [404, { type: '/problems/not-found', detail: '没有找到。' }];

function monthly(method, url, me, id, verb, body) {
  const portal = me.roles.includes('customer');
  const mine = portal ? reports.filter(each => each.status === 'RELEASED' && each.customerId === XINGFU) : reports;
  if (!id && method === 'POST') {
    const customer = customers.find(each => each.id === body.customerId);
    const before = reports.filter(each => each.type === body.type && each.month === body.month && each.customerId === customer?.id);
    before.forEach(each => { each.latest = false; });
    reports.unshift({ id: randomUUID(), version: 0, type: body.type, customerId: customer?.id, customerName: customer?.name, month: body.month, number: before.length + 1, status: 'DRAFT', draftedBy: me.username, draftedAt: ago(0), latest: true });
    return [201, { report: reports[0], figures: figures(body.month, body.type === 'MEETING', customer) }];
  }
  if (!id) return page(matching(mine, url, 'type', 'customerId', 'month', 'status'), url);
  const found = mine.find(each => each.id === id);
  if (!found) return missing;
  if (verb === 'release') return [200, Object.assign(found, { status: 'RELEASED', version: found.version + 1, releasedBy: me.username, releasedAt: ago(0), comment: body.comment })];
  if (verb) return [200, { printed: verb }];
  return [200, { report: found, figures: figures(found.month, found.type === 'MEETING', customers.find(each => each.id === found.customerId)) }];
}

const NEXT = { exclusion: 'EXCLUSION_PROPOSED', approve: 'APPROVED', accept: 'EXCLUDED', reject: 'OWED' };
function compensations(method, url, me, id, verb, more, body) {
  if (!id) return page(matching(entries, url, 'customerId', 'month', 'status'), url);
  if (id === 'counts') {
    const all = matching(entries, url, 'customerId', 'month').map(each => each.status);
    return [200, { items: [...new Set(all)].map(status => ({ status, entries: all.filter(each => each === status).length })) }];
  }
  if (id === 'statement') return [200, { printed: true }];
  const found = entries.find(each => each.id === id);
  if (!found) return missing;
  if (method === 'POST') {
    const step = more ?? verb;
    const facts = { exclusion: 'EXCLUSION_PROPOSED', approve: 'APPROVED', accept: 'EXCLUSION_ACCEPTED', reject: 'EXCLUSION_REJECTED' };
    Object.assign(found, { status: NEXT[step], version: found.version + 1, facts: [...found.facts, fact(facts[step], me.username, 0, body)] });
  }
  return [200, found];
}

/** @returns nothing when the path is none of these. */
export function business(method, url, body, me) {
  const [, , root, one, two, three] = url.pathname.split('/');
  if (root === 'compensations') return compensations(method, url, me, one, two, three, body);
  if (root === 'surveys') return one ? [200, { answers: 23, average: 3.87, aspects: ['call', 'punctuality', 'result'].map((aspect, at) => ({ aspect, answers: 23 - at, average: 4.2 - at * 0.6, scores: [at, 2 + at, 4, 7, 10 - at], low: 2 + 2 * at })), customers: [{ customerId: YANGGUANG, customerName: '阳光小学', answers: 6, average: 3.4, low: 3 }, { customerId: XINGFU, customerName: '幸福超市', answers: 17, average: 4.1, low: 2 }] }]
    : page(ANSWERS.filter(each => !url.searchParams.get('low') || Object.values(each.scores).some(score => score < 3)), url);
  if (root !== 'sla-reports') return undefined;
  if (one === 'monthly') return monthly(method, url, me, two, three, body);
  if (one === 'attainment') return [200, { dimension: two.toUpperCase(), items: BY[two] }];
  if (one === 'distributions') return [200, { items: TIMES }];
  if (one === 'punctuality') return [200, { items: PUNCTUALITY }];
  if (one === 'notices') return [200, { items: NOTICES }];
  if (one === 'causes' && two === 'summary') return [200, { broken: 17, complete: true, items: CAUSES }];
  if (one === 'causes' && url.searchParams.has('from')) return page(matching(BREACHES, url, 'cause'), url);
  if (one === 'promises') return page(matching(PROMISES, url, 'kind', 'verdict'), url);
  return undefined;
}
