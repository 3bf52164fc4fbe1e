// What the desk's pages ask, for the stand-in: queues, promises to a customer, agreements, and additions to customer files.
import { randomUUID } from 'node:crypto';
import { customers, tickets } from './data.mjs';

const OPEN = ['OPEN', 'IN_PROGRESS', 'WAITING', 'ON_SITE'];
const HOUR = 3_600_000;
for (const ticket of tickets) ticket.dueAt = OPEN.includes(ticket.status) ? [ticket.resolveBy, ticket.expectedBy].filter(Boolean).sort()[0] : null;
for (const ticket of tickets.filter(each => each.status === 'WAITING')) Object.assign(ticket, { waitingFor: 'CUSTOMER', dueAt: null });
tickets[2].callbackDue = new Date(Date.now() + HOUR / 2).toISOString();
tickets[2].handedTo = '技术中心';

const isOpen = ticket => OPEN.includes(ticket.status);
const QUEUES = {
  NEW: ticket => ticket.status === 'OPEN', UNASSIGNED: ticket => isOpen(ticket) && !ticket.assignee, MINE: (ticket, me) => isOpen(ticket) && ticket.assignee === me.subject,
  DUE_SOON: ticket => isOpen(ticket) && Date.parse(ticket.dueAt) > Date.now() && Date.parse(ticket.dueAt) < Date.now() + HOUR, BREACHED: ticket => isOpen(ticket) && ticket.breached,
  HANDED_OVER: ticket => isOpen(ticket) && Boolean(ticket.handedTo), TO_CONFIRM: ticket => ticket.status === 'RESOLVED',
};

const ended = ticket => ['CLOSED', 'CANCELLED'].includes(ticket.status);
const ranks = { DUE: ticket => ticket.dueAt ?? '9', PRIORITY: ticket => ticket.priority };

/** The tickets of a list as it is asked for. */
export function listed(all, url, me) {
  const asked = url.searchParams;
  const status = asked.getAll('status');
  const priority = asked.getAll('priority');
  const rank = ranks[asked.get('order')];
  const found = all.filter(each => (!status.length || status.includes(each.status)) && (!asked.get('queue') || QUEUES[asked.get('queue')](each, me)) && (!priority.length || (priority.includes(each.priority) && !ended(each)))
    && (!asked.get('customerId') || each.customerId === asked.get('customerId')) && (asked.get('mine') !== 'true' || each.assignee === me.subject) && `${each.number}${each.summary}`.includes(asked.get('query') ?? ''));
  return rank ? found.filter(each => !ended(each)).sort((one, other) => rank(one).localeCompare(rank(other))) : found;
}

const promises = Array.from({ length: 9 }, (_, index) => ({
  id: `p${index}`, kind: ['RESOLUTION_24H', 'EXPECTED_TIME', 'ACKNOWLEDGE'][index % 3], state: ['OPEN', 'KEPT', 'BROKEN'][index % 3], ticketId: tickets[index].id, madeAt: tickets[index].openedAt,
  promisedFor: tickets[index].resolveBy, dueAt: tickets[index].resolveBy, words: index % 3 ? null : '我们将在明天 11:00 前为您解决',
}));
const agreements = [{ id: 'g1', number: 'SLA-2026-001', type: 'SLA', name: '门店收银系统运维服务协议', versions: [{ number: 1, status: 'ACTIVE', effectiveFrom: '2026-01-01', effectiveTo: '2026-12-31' }, { number: 2, status: 'DRAFT', effectiveFrom: '2027-01-01' }] }];

/** @returns an answer, or nothing when the desk's pages do not ask for it */
export function desk(method, url, body, me) {
  const [, , root, id, kind, part, verb] = url.pathname.split('/');
  if (url.pathname === '/api/tickets/queues') return [200, { items: Object.entries(QUEUES).map(([queue, holds]) => ({ queue, count: tickets.filter(each => holds(each, me)).length })) }];
  if (root === 'promises' && id !== 'kinds') return [200, { items: promises.filter(each => !url.searchParams.get('state') || each.state === url.searchParams.get('state')), next: null }];
  if (root === 'agreements' && url.searchParams.has('customerId')) return [200, { items: agreements, next: null }];
  if (root !== 'customers' || method !== 'POST') {
    const digits = (url.searchParams.get('query') ?? '').replace(/\D/g, '');
    if (root === 'customers' && !id && digits.length > 6) return [200, { items: customers.slice(0, 1).map(each => ({ ...each, callers: each.contacts.slice(0, 1) })), next: null }];
    return undefined;
  }
  if (!id) {
    const made = { level: 'STANDARD', ...body, id: randomUUID(), version: 0 };
    for (const list of ['sites', 'contacts', 'products']) made[list] = (body[list] ?? []).map(each => ({ ...each, id: randomUUID() }));
    customers.push(made);
    return [201, made];
  }
  const file = customers.find(each => each.id === id);
  if (verb === 'reveal') return [200, { ...file.contacts.find(each => each.id === part), name: '刘海燕', phone: '138 0000 1234', phoneNumber: '+8613800001234', email: 'liu@xingfu.example' }];
  if (!part) Object.assign(file, { version: (file.version ?? 0) + 1, [kind]: [...file[kind], { ...body, id: randomUUID() }] });
  return [200, file];
}
