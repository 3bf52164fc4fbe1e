// The roster and the board, invented like all of this folder.
import { randomUUID } from 'node:crypto';
import { engineers, tickets, visits, YANGGUANG } from './data.mjs';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 8 * HOUR;
const midnight = Math.floor((Date.now() + ZONE) / DAY) * DAY - ZONE;
const iso = time => new Date(time).toISOString();

Object.assign(engineers[0], { version: 0, phone: '13900000102', username: 'engineer' });
Object.assign(engineers[1], { version: 0, phone: '13900000103', username: 'engineer2' });
engineers.push({ id: '0190a000-0000-7000-8000-000000000104', version: 0, name: '钱工', phone: '13900000104' });

// Today as a board shows it: two on their way, one to accept, and three that wait.
const copy = (id, other) => ({ ...visits[0], id, number: `V2611-01${id.slice(-2)}`, ...other });
visits.push(
  copy('0190c000-0000-7000-8000-000000000021', { status: 'ACCEPTED', engineerId: engineers[1].id, engineerName: engineers[1].name, windowStart: iso(midnight + 9 * HOUR), windowEnd: iso(midnight + 11 * HOUR), ticketId: tickets[8].id }),
  copy('0190c000-0000-7000-8000-000000000022', { status: 'SCHEDULED', engineerId: engineers[0].id, engineerName: engineers[0].name, windowStart: iso(midnight + 14 * HOUR), windowEnd: iso(midnight + 16 * HOUR), ticketId: tickets[15].id }),
  copy('0190c000-0000-7000-8000-000000000023', { status: 'STARTED', engineerId: engineers[2].id, engineerName: engineers[2].name, windowStart: iso(midnight + 10 * HOUR), windowEnd: iso(midnight + 13 * HOUR), ticketId: tickets[22].id, arrivedAt: iso(midnight + 10 * HOUR) }),
  copy('0190c000-0000-7000-8000-000000000024', { status: 'ORDERED', engineerId: null, engineerName: null, windowStart: null, windowEnd: null, customerSentence: null, need: '教室投影仪不亮，检查灯泡与电源', customerId: YANGGUANG, ticketId: tickets[29].id, orderedAt: iso(Date.now() - 3 * HOUR) }),
);

const DUTIES = [
  { code: 'ON_SITE', version: 1, name: '现场值班', responsibilities: '上门服务，随叫随到', zone: 'Asia/Shanghai', hours: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map(day => ({ day, from: '09:00:00', to: '18:00:00' })), needed: 1 },
  { code: 'DESK', version: 0, name: '服务台', responsibilities: '接听电话，受理工单', zone: 'Asia/Shanghai', hours: [], needed: 1 },
];
const shift = (person, day, from, to, other) => ({ id: randomUUID(), version: 1, duty: 'ON_SITE', person, startsAt: iso(midnight + day * DAY + from * HOUR), endsAt: iso(midnight + day * DAY + to * HOUR), status: 'PUBLISHED', handover: 'OPEN', ...other });
const shifts = [
  ...[-5, -4, -3, 0, 1, 2, 3].flatMap(day => [shift('engineer', day, 9, 18), shift('engineer2', day, 8, 16)]),
  shift('engineer2', 4, 9, 18, { status: 'SWAP_ASKED', colleague: 'engineer', swapReason: '孩子生病' }), shift('engineer', 5, 9, 18, { status: 'SWAP_ACCEPTED', colleague: 'engineer2', swapReason: '参加培训' }),
  shift('engineer', 6, 9, 18, { status: 'DRAFTED' }), shift('agent', -1, 0, 33, { duty: 'DESK', handover: 'WRITTEN', note: '一切正常', items: [{ text: '旺角便利店等备件' }] }),
].toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));

const NEXT = { '': 'SWAP_ASKED', accept: 'SWAP_ACCEPTED', decline: 'PUBLISHED', 'take-back': 'PUBLISHED', approve: 'PUBLISHED', refuse: 'PUBLISHED' };
const within = (row, url, start, end) => (!url.searchParams.get('from') || row[end] > url.searchParams.get('from')) && (!url.searchParams.get('to') || row[start] < url.searchParams.get('to'));

function change(found, what, verb, method, body) {
  if (what === 'handover' && method === 'GET') return [200, { status: found.handover, note: found.note, items: found.items }];
  found.version++;
  if (what === 'handover' && method === 'PUT') Object.assign(found, body, { handover: 'WRITTEN' });
  else if (what === 'handover') found.handover = verb === 'accept' ? 'ACCEPTED' : 'REFUSED';
  else if (what === 'swap') Object.assign(found, verb ? {} : { colleague: body.colleague, swapReason: body.reason }, { status: NEXT[verb ?? ''] });
  else if (what === 'publish') found.status = 'PUBLISHED';
  else if (what === 'withdraw') Object.assign(found, { status: 'WITHDRAWN', withdrawnAt: iso(Date.now()) });
  else if (method === 'DELETE') shifts.splice(shifts.indexOf(found), 1);
  return [200, found];
}

/** @returns nothing when the path is none of these. */
export function field(method, url, body) {
  const [, , root, id, what, verb] = url.pathname.split('/');
  if (root === 'duties' && !id) return [200, { items: DUTIES, next: null }];
  if (root === 'duties' && what === 'gaps') return [200, { items: id === 'ON_SITE' ? [4, 7].map(day => ({ from: iso(midnight + day * DAY + 9 * HOUR), to: iso(midnight + day * DAY + 18 * HOUR), missing: 1 })) : [], next: null }];
  if (root === 'duties' && what) return [200, { shifts: 20, gaps: [] }];
  if (root === 'duties') return DUTIES.push({ code: id, version: 0, ...body }), [200, DUTIES.at(-1)];
  if (root === 'shifts' && !id) return [200, { items: shifts.filter(row => within(row, url, 'startsAt', 'endsAt') && (!url.searchParams.get('duty') || row.duty === url.searchParams.get('duty'))), next: null }];
  if (root === 'shifts') return change(shifts.find(row => row.id === id), what, verb, method, body);
  if (root === 'engineers' && method === 'POST') return id ? [200, Object.assign(engineers.find(each => each.id === id), body)] : (engineers.push({ id: randomUUID(), version: 0, ...body }), [201, engineers.at(-1)]);
  if (root === 'visits' && id && verb === undefined && what === 'schedule' && new Date(body.windowStart) > midnight + 18 * HOUR && !body.offDutyAgreed) return [422, { type: '/problems/engineer-off-duty', status: 422, detail: '按排班，该工程师此时不上班。请改选时间或工程师，或确认其本人已同意。' }];
  if (root === 'visits' && !id && url.searchParams.has('from')) return [200, { items: visits.filter(row => row.windowStart && within(row, url, 'windowStart', 'windowEnd') && (!url.searchParams.get('engineerId') || row.engineerId === url.searchParams.get('engineerId'))), next: null }];
  return undefined;
}
