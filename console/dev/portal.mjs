// What only customers' pages ask for.
import { kinds, tickets, visits } from './data.mjs';

const HOUR = 3_600_000;
const at = hours => new Date(Date.now() + hours * HOUR).toISOString();
Object.assign(tickets[1], { visitId: visits[0].id, visitStatus: 'SCHEDULED' });
for (const ticket of tickets) ticket.surveyed = ticket.status === 'CLOSED' && ticket !== tickets[5];
for (const visit of visits) Object.assign(visit, { siteId: 's1', customerId: tickets[1].customerId });

const named = code => kinds.find(each => each.kind === code)?.zh ?? code;
const promise = (id, kind, state, due, more) => ({ id, kind, name: named(kind), state, madeAt: at(-2), promisedFor: at(due), dueAt: at(due), moves: [], ...more });
const promises = [
  promise('m1', 'RESOLUTION_24H', 'OPEN', 22), promise('m2', 'UPDATE_CADENCE', 'BROKEN', -1), promise('m3', 'ACKNOWLEDGE', 'KEPT', -1.5, { endedAt: at(-1.8) }), promise('m4', 'ARRIVAL', 'BROKEN', -3, { endedAt: at(-2.5), late: 'PT30M' }),
];

export function portal(method, url, me) {
  if (method !== 'GET' || !me.roles.includes('customer')) return undefined;
  if (url.pathname === '/api/promises') return [200, { items: promises, next: null }];
  return undefined;
}
