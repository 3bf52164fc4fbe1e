// What sla-service and ticket-service answer to those who lead: risks, contracts and calendars; invented, like all of this folder.
import { customers, engineers, tickets, XINGFU } from './data.mjs';

const MINUTE = 60_000;
const ago = minutes => new Date(Date.now() - minutes * MINUTE).toISOString();
const page = (items, url) => {
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const limit = Number(url.searchParams.get('limit') ?? 20);
  return [200, { items: items.slice(from, from + limit), next: from + limit < items.length ? String(from + limit) : null }];
};

const KINDS = ['RESOLUTION_24H', 'ACKNOWLEDGE', 'EXPECTED_TIME', 'ARRIVAL'];
const promise = (what, index, minutes, more = {}) => ({ what, clockId: `0190f000-0000-7000-8000-${what.padStart(8, '0').slice(0, 8).replaceAll(/[^0-9a-f]/g, 'a')}${String(index).padStart(4, '0')}`, kind: KINDS[index % 4], status: minutes > 0 ? 'RUNNING' : 'BREACHED', startedAt: ago(900), dueAt: ago(-minutes),
  ticketId: tickets[index].id, ticket: tickets[index].number, customerId: tickets[index].customerId, customerName: tickets[index].customerName, priority: tickets[index].priority, engineerId: index % 3 ? engineers[index % 2].id : null, ...more });
const rows = [
  ...[4, 12, 27, 41, 55].map((minutes, index) => promise('DUE', index, minutes)),
  ...[-1500, -340, -95, -20].map((minutes, index) => promise('BROKEN', index + 6, minutes)),
  ...[-200, -30].map((minutes, index) => promise('SILENT', index + 11, minutes, { kind: index ? 'CALL_BACK' : 'UPDATE_CADENCE' })),
  ...[300, 640, 900].map((minutes, index) => promise('WAITING', index + 14, minutes, { kind: 'RESOLUTION_24H', waitingFor: index ? 'PARTS' : 'THIRD_PARTY', waitingSince: ago(400) })),
];
const told = ['due+PT1H', '50%', 'due'].map((step, index) => ({ clockId: rows[5 + index].clockId, number: 3, at: ago(30 + index * 50), toldAt: ago(30 + index * 50), step, role: index === 1 ? 'duty' : 'manager', onDuty: index === 1 ? ['engineer'] : null, kind: rows[5 + index].kind, status: rows[5 + index].status,
  dueAt: rows[5 + index].dueAt, endedAt: index === 2 ? ago(5) : null, ticketId: rows[5 + index].ticketId, ticket: rows[5 + index].ticket, customerName: rows[5 + index].customerName, state: index === 2 ? 'ENDED' : 'OPEN' }));

function risks(url, one) {
  const { what, engineerId } = Object.fromEntries(url.searchParams);
  if (one) return page(rows.filter(row => (!what || row.what === what) && (!engineerId || row.engineerId === engineerId)), url);
  const count = name => rows.filter(row => row.what === name).length;
  return [200, { at: ago(0), soonUntil: ago(-60), due: count('DUE'), broken: count('BROKEN'), silent: count('SILENT'), waiting: count('WAITING'), escalations: told.filter(each => each.state === 'OPEN').length,
    engineers: engineers.map((each, index) => ({ engineerId: each.id, promises: 5 - index, visits: 2, due: 1, broken: index, nextDue: ago(-12) })) }];
}

function escalations(method, url, body, clockId, me) {
  if (method === 'GET') return page(told.filter(each => each.state === url.searchParams.get('state')), url);
  const found = told.find(each => each.clockId === clockId);
  if (found.answer) return [409, { type: '/problems/escalation-answered', detail: 'supervisor已作答复，无需重复答复。' }];
  return [200, Object.assign(found, { state: 'ANSWERED', answer: { by: me.username, at: ago(0), note: body.note } })];
}

function owners(url, rest) {
  const open = tickets.filter(each => !['CLOSED', 'CANCELLED', 'RESOLVED'].includes(each.status));
  if (rest) return page(open.filter(each => (each.assignee ?? null) === url.searchParams.get('assignee')), url);
  const names = [...new Set(open.map(each => each.assignee))];
  return [200, { items: names.map(assignee => { const his = open.filter(each => each.assignee === assignee); return { assignee, open: his.length, waiting: his.filter(each => each.status === 'WAITING').length, breached: his.filter(each => each.breached).length, nextDue: his[0].resolveBy }; }) }];
}

const content = within => ({
  services: [
    { name: '收银系统', products: ['积分收银系统'], levels: [{ priority: 'P1', kind: 'RESOLUTION_24H', within, calendar: 'office-cn', pausesOn: ['CUSTOMER'], warnPercent: 75, targetPercent: '95' }, { priority: 'P2', kind: 'RESOLUTION_24H', within: 'PT8H', calendar: 'office-cn' }], objectives: [{ name: '可用率', percent: '99.5', measuredBy: '按月统计，约定的时段除外' }] },
    { name: '其他设备', levels: [{ kind: 'RESOLUTION_24H', within: 'PT24H', calendar: '24x7' }, { priority: 'P1', kind: 'ACKNOWLEDGE', within: 'PT10M' }] }],
  exclusions: [{ name: '盘点停机', from: '2026-12-31T22:00:00', to: '2027-01-01T06:00:00' }, { name: '不可抗力', cause: 'FORCE_MAJEURE' }],
  compensation: { currency: 'CNY', monthlyFee: '12000.00', monthCapPercent: '20', breaches: [{ kind: 'RESOLUTION_24H', priority: 'P1', fixed: '100.00', perStartedHour: '50.00', cap: '300.00' }], attainments: [{ kind: 'RESOLUTION_24H', steps: [{ below: '95', creditPercent: '5' }, { below: '90', creditPercent: '10' }] }] },
});
const version = (number, status, effectiveFrom, effectiveTo, text) => ({ id: `v${number}`, version: 1, agreementId: 'k1', number, status, effectiveFrom, effectiveTo, content: text, writtenBy: 'supervisor', writtenAt: ago(90_000), ...(status === 'ACTIVE' && { activatedBy: 'manager', activatedAt: ago(80_000) }) });
const versions = [version(1, 'ACTIVE', '2026-01-01', null, content('PT4H')), version(2, 'DRAFT', '2027-01-01', '2027-12-31', { ...content('PT6H'), exclusions: [] })];
const contracts = [{ id: 'k1', version: 1, number: 'HT-2026-017', type: 'SLA', customerId: XINGFU, customerName: '幸福超市', name: '门店收银系统运维合同', zone: 'Asia/Shanghai', createdBy: 'supervisor', createdAt: ago(100_000), versions },
  { id: 'k2', version: 1, number: 'OLA-2026-03', type: 'OLA', customerId: null, customerName: null, name: '二线接手约定', zone: 'Asia/Shanghai', createdBy: 'manager', createdAt: ago(90_000), versions: [] }];

function agreements(method, url, body, id, one, two, three) {
  const contract = contracts.find(each => each.id === id);
  if (!id && method === 'POST') return contracts.unshift({ ...body, id: `k${contracts.length + 1}`, version: 0, zone: 'Asia/Shanghai', customerName: customers.find(each => each.id === body.customerId)?.name, versions: [] }), [201, contracts[0]];
  if (!id) return page(contracts.filter(each => ['customerId', 'type'].every(field => !url.searchParams.get(field) || each[field] === url.searchParams.get(field))), url);
  if (!one) return [200, contract];
  if (two === 'preview') return page(rows.slice(0, 3).map((row, index) => ({ clockId: row.clockId, ticketId: row.ticketId, kind: 'RESOLUTION_24H', priority: 'P1', dueAt: row.dueAt, newDueAt: ago(-index * 200 + 60), breaksAtOnce: index === 0 })), url);
  if (!two) return contract.versions.push(version(contract.versions.length + 1, 'DRAFT', body.effectiveFrom, body.effectiveTo, body.content)), [201, contract.versions.at(-1)];
  const found = contract.versions.find(each => String(each.number) === two);
  if (method === 'PUT') Object.assign(found, body);
  if (three === 'activate') Object.assign(found, { status: 'ACTIVE', activatedBy: 'manager', activatedAt: ago(0) });
  return [200, found];
}

const simulation = { promises: 42, retermed: 17, rows: [['RESOLUTION_24H', 'P1', 12, 9, 3, 11, 1], ['RESOLUTION_24H', 'P2', 30, 30, 0, 30, 0]].map(([kind, priority, promises, met, broken, kept, late]) => ({ kind, priority, promises, before: { met, broken, open: 0, voided: 0 }, after: { met: kept, broken: late, open: 0, voided: 0 } })),
  changes: [{ clockId: 'x', ticketId: tickets[3].id, kind: 'RESOLUTION_24H', priority: 'P1', before: 'BREACHED', after: 'MET', dueBefore: ago(40_000), dueAfter: ago(39_880) }], compensationBefore: { CNY: '450.00' }, compensationAfter: { CNY: '150.00' } };

const OFFICE = ['09:00-12:00', '13:30-18:00'];
const off = (name, first, last) => Array.from({ length: (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1 }, (_, day) => ({ date: new Date(Date.parse(first) + day * 86_400_000).toISOString().slice(0, 10), name, source: 'notice-2026' }));
const office = { title: '中国办公时间', zone: 'Asia/Shanghai', weeks: [{ hours: Object.fromEntries(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map(day => [day, OFFICE])) }],
  days: [...off('元旦', '2026-01-01', '2026-01-03'), ...off('春节', '2026-02-15', '2026-02-23'), ...off('清明节', '2026-04-04', '2026-04-06'), ...off('劳动节', '2026-05-01', '2026-05-05'), ...off('端午节', '2026-06-19', '2026-06-21'), ...off('中秋节', '2026-09-25', '2026-09-27'), ...off('国庆节', '2026-10-01', '2026-10-07'),
    ...[['元旦', '2026-01-04'], ['春节', '2026-02-14'], ['春节', '2026-02-28'], ['劳动节', '2026-05-09'], ['国庆节', '2026-09-20'], ['国庆节', '2026-10-10']].map(([name, date]) => ({ date, name, as: 'MONDAY', source: 'notice-2026' })), { date: '2026-12-31', name: '年终', hours: ['09:00-12:00'] }] };
const always = { title: '全天候', zone: 'Asia/Shanghai', weeks: [{ hours: Object.fromEntries(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'].map(day => [day, ['00:00-24:00']])) }], days: [] };
const shop = { title: '徐家汇店营业时间', base: 'office-cn', weeks: [{ from: '2026-07-01', hours: { SATURDAY: ['10:00-16:00'] } }], days: [{ date: '2026-11-27', name: '店庆' }] };
const calendars = [['24x7', 1, always, always], ['office-cn', 3, office, office], ['shop-xujiahui', 2, shop, { ...office, title: shop.title, weeks: [...office.weeks, { from: '2026-07-01', hours: { ...office.weeks[0].hours, SATURDAY: ['10:00-16:00'] } }], days: [...office.days, ...shop.days] }]]
  .map(([name, revision, own, whole]) => ({ name, revision, reference: `${name}@${revision}`, content: own, whole, reason: revision === 1 ? 'shipped' : 'notice-2026', savedAt: ago(60_000), savedBy: revision === 1 ? 'system' : 'manager' }));

function calendarApi(method, url, body, name, one, two) {
  const found = calendars.find(each => each.name === name);
  if (!name) return page(calendars.map(each => ({ name: each.name, revision: each.revision, title: each.content.title, base: each.content.base, zone: each.whole.zone, savedAt: each.savedAt })), url);
  if (!found && method === 'PUT') return calendars.push({ name, revision: 1, content: body, whole: { ...office, ...body }, reason: 'edited', savedAt: ago(0), savedBy: 'manager' }), [201, calendars.at(-1)];
  if (!found) return [404, { type: '/problems/not-found', detail: '找不到日历。' }];
  if (one === 'revisions') return page([found, { ...found, revision: found.revision - 1, reason: 'edited' }].filter(each => each.revision > 0), url);
  if (one === 'due') return [200, { calendar: found.name, from: url.searchParams.get('from'), within: url.searchParams.get('within'), due: '2026-10-08T12:00:00+08:00', notCounted: [{ name: '国庆节', time: 'PT168H' }, { time: 'PT17H30M' }] }];
  if (one === 'working-time') return [200, { counted: 'PT26H30M', notCounted: [{ time: 'PT17H' }] }];
  if (one === 'preview' || two === 'preview') return [200, { calendars: [name, 'shop-xujiahui'], totals: { clocks: 31, earlier: 2, later: 5, brokenAtOnce: 1, complete: true }, moved: { items: rows.slice(0, 2).map(row => ({ clockId: row.clockId, ticketId: row.ticketId, kind: row.kind, dueAt: row.dueAt, newDueAt: ago(-2000) })), next: null },
    whole: { ...found.whole, days: [...found.whole.days, { date: '2027-01-01', name: '元旦' }, { date: '2027-01-03', name: '元旦', as: 'MONDAY' }] } }];
  if (method !== 'GET') Object.assign(found, { revision: found.revision + 1, ...(method === 'PUT' && { content: body }) });
  return [200, found];
}

/** @returns nothing when the path is none of these. */
export function lead(method, url, body, me) {
  const [, , root, one, two, three, four] = url.pathname.split('/');
  if (root === 'risks') return risks(url, one);
  if (root === 'escalations') return escalations(method, url, body, one, me);
  if (root === 'tickets' && one === 'owners') return owners(url, two);
  if (root === 'agreements') return agreements(method, url, body, one, two, three, four);
  if (root === 'sla-simulations') return [200, simulation];
  if (root === 'calendars') return calendarApi(method, url, body, one, two, three);
  return undefined;
}
