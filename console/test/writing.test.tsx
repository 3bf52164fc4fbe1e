import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
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
/** What is sent is answered when it is let go, or at once. */
let held: (() => void)[] | undefined;

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  stubBrowser(true);
});
beforeEach(() => {
  sessionStorage.clear();
  sent = [];
  answer = () => [200, TICKET];
  held = undefined;
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    if (request.method === 'POST') sent.push({ path, body: JSON.parse(String(request.body)) });
    const waiting = held;
    if (waiting) await new Promise<void>(go => waiting.push(go));
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
  await screen.findByText('已发送');
  expect(text().value).toBe('');
  expect(document.activeElement).toBe(text());
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

it('leaves alone what is written while something else is on its way, and where it goes', async () => {
  held = [];
  page(AGENT, TICKET);
  type('九点半到');
  fireEvent.click(send());
  expect(text().value).toBe('');
  fireEvent.click(screen.getByTestId('write-notes'));
  type('这家店很急');
  await waitFor(() => expect(held).toHaveLength(1));
  held!.shift()!();
  await screen.findByText('已发送');
  expect(screen.getByTestId('writing').dataset.way).toBe('notes');
  expect(text().value).toBe('这家店很急');
  fireEvent.click(send());
  await waitFor(() => expect(held).toHaveLength(1));
  type('再问问型号');
  held!.shift()!();
  await screen.findByText('备注已保存');
  expect(text().value).toBe('再问问型号');
  expect(sent.map(each => each.path)).toEqual(['/api/tickets/t1/messages', '/api/tickets/t1/notes']);
});

it('has what did not arrive again, before what was written since, also after a reload', async () => {
  held = [];
  answer = () => [409, { type: '/problems/concurrent-change', detail: '别人刚改过' }];
  const first = page(CUSTOMER, TICKET);
  type('第一句');
  fireEvent.click(send());
  type('第二句');
  await waitFor(() => expect(held).toHaveLength(1));
  first.unmount();
  cleanup();
  held!.shift()!();
  await waitFor(() => expect(sent).toHaveLength(1));
  page(CUSTOMER, { ...TICKET });
  await waitFor(() => expect(text().value).toBe('第一句\n第二句'));
});

it('says how much is too much and cuts off nothing', () => {
  page(AGENT, TICKET);
  type(`${'😀'.repeat(8000)}完了`);
  expect(screen.getByTestId('write-over').textContent).toContain('多了 2 个字');
  expect(send()).toHaveProperty('disabled', true);
  type('😀'.repeat(8000));
  expect(screen.queryByTestId('write-over')).toBeNull();
  expect(send()).toHaveProperty('disabled', false);
});

it('says what the service has against a text, until it is changed', async () => {
  answer = () => [400, { type: '/problems/invalid-input', detail: '输入有误', errors: [{ field: 'write.request.text', message: '不能包含 U+000B' }] }];
  page(CUSTOMER, TICKET);
  type('第一行\u000b第二行');
  fireEvent.click(send());
  await screen.findByText('不能包含 U+000B');
  type('第一行');
  expect(screen.queryByTestId('write-problem')).toBeNull();
});

it('keeps a letter a letter when the ticket ends under it', async () => {
  const { unmount } = page(AGENT, TICKET);
  type('备件明天到');
  unmount();
  page(AGENT, { ...TICKET, status: 'CANCELLED' });
  expect(screen.getByTestId('writing').dataset.way).toBe('messages');
  screen.getByTestId('write-ended');
  expect(text().value).toBe('备件明天到');
  expect(screen.queryByTestId('write-send')).toBeNull();
  fireEvent.click(screen.getByTestId('write-drop'));
  await waitFor(() => expect(screen.queryByTestId('write-ended')).toBeNull());
});

it('promises no mail where nobody would get it', () => {
  page(AGENT, { ...TICKET, contactId: null });
  expect(screen.queryByText('工单没有联系人：客户只能在网页上看到')).not.toBeNull();
  expect(screen.queryByText('客户会收到邮件，也能在网页上看到')).toBeNull();
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

/** The ticket as it is when a colleague was faster. */
function Overtaken() {
  const [ticket, become] = useState<Ticket>({ ...TICKET, unansweredSince: '2026-11-27T02:00:00Z' });
  return <><button type="button" data-testid="faster" onClick={() => become(TICKET)}>faster</button><Writing ticket={ticket} /></>;
}

it('says so when a colleague was faster to say why he needs none', async () => {
  show(AGENT, <Overtaken />, '/');
  fireEvent.click(screen.getByTestId('waive'));
  fireEvent.change(await screen.findByTestId('waive-answer-reason'), { target: { value: '客户只是表示感谢' } });
  answer = () => [422, { type: '/problems/nothing-unanswered', detail: '客户没有等待答复的留言。' }];
  fireEvent.click(screen.getByTestId('faster'));
  expect(screen.queryByTestId('unanswered')).toBeNull();
  fireEvent.click(screen.getByTestId('waive-answer-submit'));
  await screen.findByText('客户没有等待答复的留言。');
  expect(screen.getByTestId<HTMLTextAreaElement>('waive-answer-reason').value).toBe('客户只是表示感谢');
});
