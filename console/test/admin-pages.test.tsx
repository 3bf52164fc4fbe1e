import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { AuditPage } from '../src/admin/audit/AuditPage';
import { HealthPage } from '../src/admin/health/HealthPage';
import { NotificationList } from '../src/admin/notifications/NotificationList';
import { ParkedPage } from '../src/admin/parked/ParkedPage';
import { WebhookPage } from '../src/admin/webhooks/WebhookPage';
import type { Me } from '../src/api';
import { show, stubBrowser } from './browser';

const ADMIN: Me = { subject: 'a', name: '赵管理', username: 'admin', roles: ['admin'], customers: [] };
const TICKET = '0190a000-0000-7000-8000-000000000001';

type Answers = (method: string, path: string, body: unknown) => [number, unknown] | undefined;
let answers: Answers = () => undefined;
let sent: { method: string; path: string; body: unknown }[] = [];

const page = (what: React.ReactNode, at: string, path: string) => show(ADMIN, what, at, path);

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  stubBrowser(true);
});
beforeEach(() => {
  sent = [];
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    const body = request.body ? JSON.parse(String(request.body)) : undefined;
    if (request.method !== 'GET') sent.push({ method: request.method!, path, body });
    const [status, answer] = answers(request.method!, path, body) ?? [200, path.includes('/parked') ? [] : { items: [], readable: true, letters: [] }];
    return { ok: status < 400, status, type: 'basic', text: async () => JSON.stringify(answer) };
  });
});
afterEach(cleanup);

const KEY = { consumer: 'visit-events', key: TICKET, events: 2, since: '2026-11-27T02:00:00Z', error: 'x', firstType: 'VisitScheduled.v1', cause: 'MISSING', rule: '所指的内容不存在' };
const EVENT = { id: 'e1', type: 'VisitScheduled.v1', source: '/dispatch-service', occurred: '2026-11-27T01:00:00Z', parked: '2026-11-27T02:00:00Z', error: 'boom', cause: 'MISSING', rule: '所指的内容不存在', tombstone: false,
  fields: [{ name: 'ticketId', value: TICKET }, { name: 'reason' }] };

it('lists parked events although a service is down, and replays one with a reason', async () => {
  let parked = [KEY];
  answers = (method, path) => {
    if (path.includes('/sla-service/')) return [503, { detail: '服务暂时不可用' }];
    if (method === 'POST') { parked = []; return [200, { applied: 2 }]; }
    if (path.endsWith(TICKET)) return [200, [EVENT]];
    return path === '/api/operations/ticket-service/parked' ? [200, parked] : undefined;
  };
  page(<ParkedPage />, '/admin/parked', '/admin/parked');
  const row = await screen.findByTestId('parked-row');
  expect((await screen.findByTestId('service-trouble')).textContent).toContain('承诺服务没有回答');
  expect(row.textContent).toContain('已安排上门');
  expect(row.textContent).toContain('所指的内容不存在');
  fireEvent.click(within(row).getByTestId('parked-open'));
  const event = await screen.findByTestId('parked-event');
  expect(event.textContent).toContain('有内容，此处不显示');
  expect(within(event).getByRole('link').getAttribute('href')).toBe(`/tickets/${TICKET}`);
  expect(screen.getByTestId('parked-advice').textContent).toContain('存在之后重放即可');
  fireEvent.click(within(screen.getByTestId('parked-drawer')).getByTestId('parked-replay'));
  fireEvent.click(await screen.findByTestId('replay-submit'));
  await screen.findByText('请填写原因');
  fireEvent.change(screen.getByTestId('replay-reason'), { target: { value: '工单已补录' } });
  fireEvent.click(screen.getByTestId('replay-submit'));
  expect((await screen.findByTestId('replay-outcome')).textContent).toContain('已处理 2 个事件');
  expect(sent).toEqual([{ method: 'POST', path: `/api/operations/ticket-service/parked/visit-events/${TICKET}/replay`, body: { reason: '工单已补录' } }]);
});

it('is content when nothing is parked', async () => {
  answers = () => undefined;
  page(<ParkedPage />, '/admin/parked', '/admin/parked');
  expect((await screen.findByTestId('empty')).textContent).toContain('没有停放的事件');
});

it('says when the dead letters cannot be read, instead of that there are none', async () => {
  answers = (_, path) => (path.includes('ticket-service/dead-letters') ? [200, { readable: false, letters: [] }] : undefined);
  page(<ParkedPage />, '/admin/parked?view=dead', '/admin/parked');
  expect((await screen.findByTestId('dead-unreadable')).textContent).toContain('工单');
  expect(screen.queryByTestId('empty')).toBeNull();
});

it('tells the audit in words and gives its verdict', async () => {
  const row = { id: 5, at: '2026-11-27T02:00:00Z', actor: TICKET, username: 'agent', name: '王坐席', action: `POST /api/tickets/${TICKET}/cancel`, detail: 'reason: 重复报修' };
  answers = (_, path) => {
    if (path.includes('/audit/verification')) return [200, path.includes('sla') ? { rows: 3, sealed: 3, intact: false, anchoredTo: 0, findings: [{ fault: 'MISSING', position: 2, sentence: '位置 2 已缺失' }] } : { rows: 3, sealed: 3, intact: true, anchoredTo: 3, anchoredAt: '2026-11-27T02:00:00Z', findings: [] }];
    return path.includes('/ticket-service/audit') ? [200, { items: [row], next: null }] : undefined;
  };
  page(<AuditPage />, '/admin/audit', '/admin/audit');
  const shown = await screen.findByTestId('audit-row');
  expect(shown.textContent).toMatch(/王坐席.*agent.*取消工单/);
  expect(shown.textContent).toContain('重复报修');
  expect(within(shown).getByRole('link').getAttribute('href')).toBe(`/tickets/${TICKET}`);
  fireEvent.click(screen.getByTestId('verify'));
  await waitFor(() => expect(screen.getAllByTestId('verdict')).toHaveLength(5));
  const told = screen.getAllByTestId('verdict').map(each => each.textContent);
  expect(told[0]).toContain('工单：完整，3 条记录没有被改动');
  expect(told[2]).toContain('位置 2 已缺失');
});

it('searches for a ticket by its number', async () => {
  const asked: string[] = [];
  answers = (_, path) => {
    asked.push(path);
    return path.startsWith('/api/tickets?') ? [200, { items: [{ id: TICKET, number: '2611-0042' }], next: null }] : undefined;
  };
  page(<AuditPage />, '/admin/audit?about=2611-0042', '/admin/audit');
  await screen.findByTestId('empty');
  expect(asked.filter(path => path.includes('/audit?')).every(path => path.includes(`about=${TICKET}`))).toBe(true);
  cleanup();
  page(<AuditPage />, '/admin/audit?about=2611-9999', '/admin/audit');
  expect((await screen.findByTestId('empty')).textContent).toContain('没有编号为 2611-9999 的工单');
});

it('shows a light and sentences for each service, and one that is silent as bad', async () => {
  const well = { service: 'x', at: '2026-11-27T02:00:00Z', light: 'GOOD', database: { millis: 1, light: 'GOOD' }, outbox: { facts: 0, oldestSeconds: 0, light: 'GOOD' }, consumers: { broker: true, topics: [], light: 'GOOD' }, parked: { keys: 0, light: 'GOOD' }, timers: { late: 0, failing: 0, latestSeconds: 0, light: 'GOOD' } };
  answers = (_, path) => (path.includes('knowledge') ? [503, { detail: '服务暂时不可用' }] : [200, well]);
  page(<HealthPage />, '/admin/health', '/admin/health');
  expect((await screen.findByTestId('health')).dataset.light).toBe('BAD');
  const cards = screen.getAllByTestId('health-service');
  expect(cards.map(each => each.dataset.light)).toEqual(['GOOD', 'GOOD', 'GOOD', 'BAD', 'GOOD']);
  expect(cards[0]!.textContent).toContain('到点的事都按时做了');
});

const HOOK = { id: 'h1', version: 2, url: 'https://erp.example.com/hooks', events: ['TicketOpened'], status: 'ACTIVE', createdAt: '2026-11-27T02:00:00Z', createdBy: 'erp' };

it('tests, pauses and resends by the operations of the contract', async () => {
  answers = (method, path) => {
    if (method === 'POST') return [202, {}];
    if (path.includes('/deliveries')) return [200, { items: [{ id: 'd1', type: 'TicketOpened', status: 'FAILED', attempts: 3, lastStatus: 500, createdAt: '2026-11-27T02:00:00Z' }], next: null }];
    return path === '/api/webhooks/h1' ? [200, HOOK] : undefined;
  };
  page(<WebhookPage />, '/admin/webhooks/h1', '/admin/webhooks/:id');
  expect((await screen.findByTestId('delivery-row')).textContent).toContain('对方回答 500');
  fireEvent.click(screen.getByTestId('webhook-test'));
  await waitFor(() => expect(sent).toHaveLength(1));
  fireEvent.click(screen.getByTestId('delivery-replay'));
  await waitFor(() => expect(sent).toHaveLength(2));
  fireEvent.click(screen.getByTestId('webhook-pause'));
  await waitFor(() => expect(sent.map(each => each.path)).toEqual(['/api/webhooks/h1/test', '/api/webhooks/h1/deliveries/d1/replay', '/api/webhooks/h1/pause']));
});

it('says why a notification was not sent and what to do', async () => {
  answers = () => [200, { items: [{ id: 'n1', ticketId: TICKET, template: 'VISIT_SCHEDULED', channel: 'EMAIL', status: 'FAILED', error: 'NO_ADDRESS', attempts: 0, createdAt: '2026-11-27T02:00:00Z' }], next: null }];
  page(<NotificationList />, '/admin/notifications?status=FAILED', '/admin/notifications');
  const row = await screen.findByTestId('message-row');
  expect(row.textContent).toContain('上门安排');
  expect(within(row).getByTestId('message-state').textContent).toContain('联系人没有邮箱');
});
