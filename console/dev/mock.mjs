// A stand-in for the gateway and the services, only for looking at the pages: `npm run mock`, then open the address it prints.
// It also serves the built console. Nothing here is a specification; the services are.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { admin } from './admin.mjs';
import { bell, live } from './live.mjs';
import { business } from './business.mjs';
import { field } from './field.mjs';
import { desk, listed } from './desk.mjs';
import { articles, clocks, customers, engineers, explanation, fullStory, kinds, offer, tickets, users, visits } from './data.mjs';

const asked = { number: '2611-0042', summary: '打印机不出纸', product: '小票打印机', method: 'REMOTE', confirmed: false, surveyed: false, expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString() };
import { lead } from './lead.mjs';
import { portal } from './portal.mjs';

const PORT = Number(process.env.PORT ?? 5180);
const FILES = new URL('../target/classes/META-INF/resources', import.meta.url).pathname;
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.html': 'text/html' };
const CSP = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; frame-ancestors 'none'";
const stories = new Map();
const streams = new Map();
const answered = new Map();
/** Paths that fail, set by `PUT /mock/fail?path=/api/articles&status=503`. */
const failing = new Map();

const storyOf = ticket => stories.get(ticket.id) ?? stories.set(ticket.id, ticket === tickets[2] ? fullStory(ticket) : fullStory(ticket).slice(0, 5)).get(ticket.id);
function tell(ticket, type, data, actor) {
  const story = storyOf(ticket);
  const item = { seq: story.length + 1, at: new Date().toISOString(), type, actor, source: 'mock', data };
  story.push(item);
  for (const listener of streams.get(ticket.id) ?? []) listener.write(`id: ${item.seq}\ndata: ${JSON.stringify(item)}\n\n`);
}

const problem = (status, slug, detail, errors) => [status, { type: `/problems/${slug}`, status, title: slug, detail, errors, traceId: '4bf92f3577b34da6a3ce929d0e0e4736' }];
const page = (items, url) => {
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const limit = Number(url.searchParams.get('limit') ?? 20);
  return [200, { items: items.slice(from, from + limit), next: from + limit < items.length ? String(from + limit) : null }];
};

const NEXT = { acknowledge: ['IN_PROGRESS', 'TicketAcknowledged'], resolve: ['RESOLVED', 'TicketResolved'], confirm: ['CLOSED', 'TicketClosed'], reopen: ['IN_PROGRESS', 'TicketReopened'], survey: [null, 'SurveyAnswered'], assign: ['IN_PROGRESS', 'TicketAssigned'],
  'phone-fix': ['IN_PROGRESS', 'PhoneFixAttempted'], 'request-visit': ['ON_SITE', 'VisitRequested'], wait: ['WAITING', 'TicketWaiting'], resume: ['IN_PROGRESS', 'TicketResumed'], extend: [null, 'ExtensionAgreed'],
  contact: ['IN_PROGRESS', 'CustomerContacted'], 'promise-callback': ['IN_PROGRESS', 'CallbackPromised'], priority: [null, 'TicketPrioritized'], messages: ['IN_PROGRESS', 'MessageSent'], notes: [null, 'NoteWritten'], 'waive-answer': [null, 'AnswerWaived'], 'hand-over': ['IN_PROGRESS', 'TicketHandedOver'], 'accept-hand-over': [null, 'HandOverAccepted'], 'refuse-hand-over': [null, 'HandOverRefused'], cancel: ['CANCELLED', 'TicketCancelled'] };
const VISIT = { schedule: 'SCHEDULED', reschedule: 'SCHEDULED', reassign: 'SCHEDULED', submission: 'SUBMITTED', accept: 'ACCEPTED', depart: 'DEPARTED', arrive: 'STARTED', complete: 'COMPLETED', decline: 'ORDERED', absent: 'ABSENT', refused: 'REFUSED', cancel: 'CANCELLED' };
function move(ticket, verb, body, me) {
  const [status, type] = NEXT[verb] ?? [];
  if (!type) return problem(404, 'not-found', '没有此操作');
  if (verb === 'resolve' && body.cause === '不知道') return problem(400, 'invalid-input', '输入有误', [{ field: 'resolve.request.cause', message: '请写明真正的原因' }, { field: 'other', message: '另一处错误' }]);
  if (status) ticket.status = status;
  ticket.version++;
  if (verb === 'resolve') ticket.resolution = body;
  if (verb === 'survey') ticket.surveyed = true;
  if (verb === 'priority') ticket.priority = body.priority;
  if (verb === 'assign') ticket.assignee = body.assignee;
  if (verb === 'promise-callback') ticket.callbackDue = body.dueAt;
  if (verb === 'messages' || verb === 'waive-answer') ticket.unansweredSince = null;
  if (verb === 'contact' && body.answersCallback) ticket.callbackDue = null;
  if (verb.includes('hand-over')) ticket.handedTo = body.to ?? null;
  const { comment, ...scores } = body;
  tell(ticket, type, verb === 'survey' ? { scores, comment } : { ...body, ...(verb === 'confirm' && { confirmedBy: body.confirmedBy ?? me.name }) }, me.name);
  if (verb === 'resolve') setTimeout(() => tell(ticket, 'SlaMet', { kind: 'RESOLUTION_24H', dueAt: ticket.resolveBy }, null), 800);
  return [200, ticket];
}

function open(body, me) {
  if (body.summary.includes('错误')) return problem(400, 'invalid-input', '输入有误，请检查', [{ field: 'open.request.summary', message: '概述不能包含“错误”' }, { field: 'source', message: '来源不支持' }]);
  const ticket = { ...body, id: randomUUID(), version: 1, number: `2611-${String(1000 + tickets.length)}`, customerName: customers.find(each => each.id === body.customerId)?.name, priority: 'P3', status: 'OPEN',
    openedAt: new Date().toISOString(), openedBy: me.subject, assignee: null, resolveBy: null, breached: false, resolution: null, visitId: null };
  tickets.unshift(ticket);
  stories.set(ticket.id, []);
  tell(ticket, 'TicketOpened', { channel: ticket.channel, summary: ticket.summary }, me.name);
  setTimeout(() => {
    ticket.resolveBy = new Date(Date.now() + 24 * 3_600_000).toISOString();
    tell(ticket, 'PromiseMade', { kind: 'RESOLUTION_24H', dueAt: ticket.resolveBy }, null);
  }, 1500);
  return [201, ticket];
}

function remote(ticket, id, verb, body, me) {
  if (!id) tell(ticket, 'RemoteSessionStarted', { sessionId: randomUUID(), tool: body.tool, scope: body.scope, consentBy: body.consent.givenBy }, me.name);
  else if (verb === 'steps') tell(ticket, 'RemoteStepLogged', { sessionId: id, ...body }, me.name);
  else tell(ticket, 'RemoteSessionEnded', { sessionId: id, ...body }, me.name);
  return [200, {}];
}

function visitApi(method, url, id, verb, body) {
  const found = visits.find(each => each.id === id);
  const status = url.searchParams.getAll('status');
  const number = url.searchParams.get('number');
  if (!id) return page(visits.filter(each => (!status.length || status.includes(each.status)) && (!number || each.number === number)), url);
  if (!found) return problem(404, 'not-found', '没有这张服务单，或您无权查看');
  if (method === 'POST' && verb !== 'signature-link') Object.assign(found, body, { status: VISIT[verb] ?? found.status, version: found.version + 1 });
  return [200, found];
}

function api(method, url, body, me) {
  const [, , root, id, verb] = url.pathname.split('/');
  const query = url.searchParams.get('query') ?? '';
  const visible = tickets.filter(each => !me.customers.length || me.customers.some(own => own.id === each.customerId));
  const operated = portal(method, url, me) ?? business(method, url, body, me) ?? admin(method, url, body) ?? lead(method, url, body, me) ?? field(method, url, body);
  if (operated) return operated;
  const atDesk = desk(method, url, body, me);
  if (atDesk) return atDesk;
  if (root === 'articles') return [200, { items: articles.filter(each => [...query].filter(char => each.title.includes(char)).length >= 2) }];
  if (root === 'engineers') return me.roles.includes('customer') ? problem(403, 'forbidden') : [200, { items: engineers }];
  if (root === 'customers') return id ? [200, customers.find(each => each.id === id)] : [200, { items: customers.filter(each => each.name.includes(query)) }];
  if (root === 'visits') return visitApi(method, url, id, verb, body);
  if (root === 'promises') return [200, { items: kinds }];
  if (root === 'clocks') return id ? [200, explanation] : [200, { items: clocks, next: null }];
  if (root !== 'tickets') return problem(404, 'not-found', '没有找到');
  if (!id && method === 'POST') return open(body, me);
  if (!id) return page(listed(visible, url, me), url);
  const ticket = visible.find(each => each.id === id);
  if (!ticket) return problem(404, 'not-found', '没有这张工单，或您无权查看');
  if (method === 'POST' && verb === 'remote-sessions') return remote(ticket, url.pathname.split('/')[5], url.pathname.split('/')[6], body, me);
  if (method === 'POST') return move(ticket, verb, body, me);
  return verb === 'story' ? [200, { items: storyOf(ticket) }] : [200, ticket];
}

function stream(url, request, response) {
  const ticket = tickets.find(each => url.pathname.includes(each.id));
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const last = Number(request.headers['last-event-id'] ?? 0);
  for (const item of storyOf(ticket).filter(each => each.seq > last)) response.write(`id: ${item.seq}\ndata: ${JSON.stringify(item)}\n\n`);
  const all = streams.get(ticket.id) ?? streams.set(ticket.id, new Set()).get(ticket.id);
  all.add(response);
  request.on('close', () => all.delete(response));
}

function file(url, response) {
  const wanted = extname(url.pathname) ? url.pathname : '/index.html';
  try {
    const content = readFileSync(join(FILES, wanted));
    response.writeHead(200, { 'Content-Type': TYPES[extname(wanted)] ?? 'application/octet-stream', 'Content-Security-Policy': CSP }).end(content);
  } catch {
    response.writeHead(404).end();
  }
}

createServer(async (request, response) => {
  const url = new URL(request.url, `http://${request.headers.host}`);
  const me = users[/mock=(\w+)/.exec(request.headers.cookie ?? '')?.[1]];
  const json = ([status, body], headers = {}) => response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers }).end(JSON.stringify(body));
  const go = (to, cookie) => response.writeHead(303, { Location: to, ...(cookie && { 'Set-Cookie': cookie }) }).end();
  let text = '';
  for await (const chunk of request) text += chunk;
  if (url.pathname === '/mock/fail') return failing.set(url.searchParams.get('path'), Number(url.searchParams.get('status'))), json([200, {}]);
  if (url.pathname === '/mock/break') { for (const all of streams.values()) for (const each of all) each.destroy(); return json([200, {}]); }
  if (url.pathname === '/mock/tell') return tell(tickets.find(each => each.id === url.searchParams.get('id')), url.searchParams.get('type'), JSON.parse(text || '{}'), null), json([200, {}]);
  if (url.pathname === '/bff/login' && url.searchParams.has('as')) return go(url.searchParams.get('to') ?? '/', `mock=${url.searchParams.get('as')}; Path=/`);
  if (url.pathname === '/bff/login') {
    const links = Object.keys(users).map(name => `<li><a href="/bff/login?as=${name}&to=${encodeURIComponent(url.searchParams.get('to') ?? '/')}">${name}</a>`);
    return response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<h1>mock sign-in</h1><ul>${links.join('')}</ul>`);
  }
  if (url.pathname === '/bff/logout') return go('/', 'mock=; Path=/; Max-Age=0');
  if (!/^\/(api|bff)\//.test(url.pathname)) return file(url, response);
  if (url.pathname.startsWith('/api/signatures/')) {
    if (url.pathname.endsWith('used')) return json(problem(410, 'signature-used', '该上门服务单已经签名'));
    return json([200, request.method === 'POST' ? { number: offer.number, signerName: JSON.parse(text).signerName, signedAt: new Date().toISOString(), documentHash: offer.documentHash } : offer]);
  }
  if (url.pathname.startsWith('/api/answers/')) {
    if (url.pathname.endsWith('ended')) return json(problem(410, 'answer-ended', '这个链接已经失效'));
    const verb = url.pathname.split('/')[4];
    if (verb) Object.assign(asked, { confirmed: verb === 'confirm' || asked.confirmed, surveyed: verb === 'survey' || asked.surveyed });
    return json([200, asked]);
  }
  if (!me) return response.writeHead(499).end();
  for (const [path, status] of failing) if (status >= 400 && url.pathname.startsWith(path)) return json(problem(status, 'unavailable', status === 503 ? '服务暂时不可用' : undefined));
  if (url.pathname === '/bff/me') return json([200, me]);
  if (url.pathname === '/api/live/stream') return live(request, response);
  if (url.pathname.endsWith('/story/stream')) return stream(url, request, response);
  if (request.method === 'POST' && request.headers['x-gongdan-csrf'] !== '1') return json(problem(403, 'csrf', 'CSRF'));
  const key = request.headers['idempotency-key'];
  const before = key && answered.get(key);
  if (before) return before.text === text ? json(before.answer, { 'Idempotency-Replayed': 'true' }) : json(problem(422, 'idempotency-key-reused', '该请求编号已用于另一内容'));
  const sent = text.startsWith('{') ? JSON.parse(text) : {};
  const answer = bell(url, sent) ?? api(request.method, url, sent, me);
  if (key && answer[0] < 400) answered.set(key, { text, answer });
  setTimeout(() => json(answer), 150);
}).listen(PORT, '127.0.0.1', () => console.log(`http://localhost:${PORT}`));
