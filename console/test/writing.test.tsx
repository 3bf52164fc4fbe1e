import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Me, Ticket } from '../src/api';
import '../src/desk/i18n';
import { Writing } from '../src/ticket/Writing';
import { show, stubBrowser } from './browser';

const AGENT: Me = { subject: 's1', name: '王坐席', username: 'agent', roles: ['agent'], customers: [] };
const MANAGER: Me = { ...AGENT, subject: 's2', roles: ['manager'] };
const ADMIN: Me = { ...AGENT, subject: 's3', roles: ['admin'] };
const CUSTOMER: Me = { subject: 'c1', name: '刘海燕', username: 'customer', roles: ['customer'], customers: ['k1'] };
const TICKET = { id: 't1', version: 3, number: '2611-0042', status: 'IN_PROGRESS', summary: '打印机不出纸' } as Ticket;

let sent: { path: string; body: unknown }[] = [];
let answer: () => [number, unknown];

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  stubBrowser(true);
});
beforeEach(() => {
  sessionStorage.clear();
  sent = [];
  answer = () => [200, TICKET];
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    if (request.method === 'POST') sent.push({ path, body: JSON.parse(String(request.body)) });
    const [status, body] = answer();
    return { ok: status < 400, status, type: 'basic', text: async () => JSON.stringify(body) };
  });
});
afterEach(cleanup);

const page = (who: Me, ticket: Ticket) => show(who, <Writing ticket={ticket} />, '/');
const text = () => screen.getByTestId<HTMLTextAreaElement>('write-text');
const type = (value: string) => fireEvent.change(text(), { target: { value } });
const send = () => screen.getByTestId('write-send');

it('sends an answer once and empties the field', async () => {
  page(AGENT, TICKET);
  expect(send()).toHaveProperty('disabled', true);
  type('  \n');
  expect(send()).toHaveProperty('disabled', true);
  type('备件明天到。\n请留人。');
  fireEvent.click(send());
  fireEvent.click(send());
  await waitFor(() => expect(text().value).toBe(''));
  expect(sent).toEqual([{ path: '/api/tickets/t1/messages', body: { text: '备件明天到。\n请留人。' } }]);
});

it('sends by Ctrl and Enter, but not while an input method composes', async () => {
  page(AGENT, TICKET);
  type('九点半到');
  fireEvent.keyDown(text(), { key: 'Enter' });
  fireEvent.keyDown(text(), { key: 'Enter', ctrlKey: true, isComposing: true });
  expect(sent).toHaveLength(0);
  fireEvent.keyDown(text(), { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(sent).toHaveLength(1));
});

it('keeps what was refused, and what was begun for another day', async () => {
  answer = () => [409, { type: '/problems/illegal-transition', detail: '工单已关闭' }];
  const first = page(AGENT, TICKET);
  fireEvent.click(screen.getByTestId('write-notes'));
  type('上周也问过');
  fireEvent.click(send());
  await screen.findByText('工单已关闭');
  expect(text().value).toBe('上周也问过');
  first.unmount();
  page(AGENT, TICKET);
  expect(text().value).toBe('上周也问过');
  expect(screen.getByTestId('writing').dataset.way).toBe('notes');
  cleanup();
  page(AGENT, { ...TICKET, id: 't2' });
  expect(text().value).toBe('');
});

it.each([
  ['an agent', AGENT, 'IN_PROGRESS', ['messages', 'notes']], ['an agent, when it has ended', AGENT, 'CLOSED', ['notes']], ['a manager', MANAGER, 'OPEN', ['notes']], ['an administrator', ADMIN, 'OPEN', []],
  ['the customer', CUSTOMER, 'RESOLVED', ['messages']], ['the customer, when it has ended', CUSTOMER, 'CANCELLED', []],
] as const)('lets %s write where he may', (_, who, status, ways) => {
  page(who, { ...TICKET, status });
  expect(screen.queryByTestId('writing') !== null).toBe(ways.length > 0);
  if (ways.length > 0) expect(screen.getByTestId('writing').dataset.way).toBe(ways[0]);
  expect(screen.queryByTestId('write-to') !== null).toBe(ways.length > 1);
});

it('says that the customer waits, and asks why he needs no answer', async () => {
  page(AGENT, { ...TICKET, unansweredSince: '2026-11-27T02:00:00Z' });
  fireEvent.click(screen.getByTestId('waive'));
  fireEvent.change(await screen.findByTestId('waive-answer-reason'), { target: { value: '客户只是表示感谢' } });
  fireEvent.click(screen.getByTestId('waive-answer-submit'));
  await waitFor(() => expect(sent).toEqual([{ path: '/api/tickets/t1/waive-answer', body: { reason: '客户只是表示感谢' } }]));
  cleanup();
  page(CUSTOMER, { ...TICKET, unansweredSince: '2026-11-27T02:00:00Z' });
  expect(screen.queryByTestId('unanswered')).toBeNull();
});
