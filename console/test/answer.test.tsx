import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { AnswerPage } from '../src/answer/AnswerPage';
import { Look } from '../src/ui/Look';
import { stubBrowser } from './browser';

const ASKED = { number: '2611-0042', summary: '打印机不出纸', product: '小票打印机', method: 'REMOTE', confirmed: false, surveyed: false, expiresAt: '2026-12-28T03:00:00Z' };
const problem = (slug: string) => ({ type: `/problems/${slug}`, detail: slug });

type Answer = [number, unknown] | 'offline';
let sent: { path: string; body: unknown; credentials?: string }[] = [];
let asked: () => Answer;
let said: () => Answer;

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  stubBrowser(true);
});
beforeEach(() => {
  sessionStorage.clear();
  sent = [];
  asked = () => [200, ASKED];
  said = () => [200, { ...ASKED, confirmed: true }];
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    if (request.method === 'POST') sent.push({ path, body: JSON.parse(String(request.body)), credentials: request.credentials });
    const answer = request.method === 'POST' ? said() : asked();
    if (answer === 'offline') throw new TypeError('failed to fetch');
    return { ok: answer[0] < 400, status: answer[0], type: 'basic', text: async () => JSON.stringify(answer[1]) };
  });
});
afterEach(cleanup);

const open = (query = '') => render(
  <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
    <Look><MemoryRouter initialEntries={[`/answer/a-secret-token${query}`]}><Routes><Route path="/answer/*" element={<AnswerPage />} /></Routes></MemoryRouter></Look>
  </QueryClientProvider>,
);
const star = (name: string, score: number) => fireEvent.click(screen.getByTestId(`survey-${name}`).querySelectorAll('[role="radio"]')[score - 1]!);

it('asks whether the fault is gone, and then how the customer liked it', async () => {
  open();
  await screen.findByText('打印机不出纸');
  expect(screen.getByTestId('answer-number').textContent).toContain('2611-0042');
  expect(screen.queryByTestId('answer-rating')).toBeNull();
  fireEvent.click(screen.getByTestId('answer-yes'));
  await screen.findByTestId('answer-confirmed');
  expect(sent).toEqual([{ path: '/api/answers/a-secret-token/confirm', body: {}, credentials: 'omit' }]);
  said = () => [200, { ...ASKED, confirmed: true, surveyed: true }];
  star('result', 4);
  fireEvent.change(screen.getByTestId('survey-comment'), { target: { value: '很快' } });
  fireEvent.click(screen.getByTestId('answer-rate'));
  await screen.findByTestId('answer-rated');
  expect(sent[1]).toEqual({ path: '/api/answers/a-secret-token/survey', body: { result: 4, comment: '很快' }, credentials: 'omit' });
});

it('takes what is still wrong, keeps it over a reload, and says that we go on', async () => {
  open();
  fireEvent.click(await screen.findByTestId('answer-no'));
  fireEvent.click(screen.getByTestId('answer-tell'));
  await waitFor(() => expect(document.querySelector('.ant-form-item-explain-error')).not.toBeNull());
  fireEvent.change(screen.getByTestId('answer-reason'), { target: { value: '重启后又不行了' } });
  said = () => 'offline';
  fireEvent.click(screen.getByTestId('answer-tell'));
  await screen.findByTestId('answer-problem');
  cleanup();
  open();
  expect((await screen.findByTestId<HTMLTextAreaElement>('answer-reason')).value).toBe('重启后又不行了');
  said = () => [200, ASKED];
  fireEvent.click(screen.getByTestId('answer-tell'));
  expect((await screen.findByTestId('answer-end')).dataset.why).toBe('told');
  expect(sent.at(-1)).toEqual({ path: '/api/answers/a-secret-token/reopen', body: { reason: '重启后又不行了' }, credentials: 'omit' });
  expect(sessionStorage.length).toBe(0);
});

it('sends once at a double click, and goes on where something has changed', async () => {
  open();
  fireEvent.click(await screen.findByTestId('answer-no'));
  expect(document.activeElement).toBe(screen.getByTestId('answer-reason'));
  fireEvent.change(screen.getByTestId('answer-reason'), { target: { value: '重启后又不行了' } });
  fireEvent.click(screen.getByTestId('answer-back'));
  expect(document.activeElement?.textContent).toBe('问题解决了吗？');
  const yes = screen.getByTestId('answer-yes');
  fireEvent.click(yes);
  fireEvent.click(yes);
  const confirmed = await screen.findByTestId('answer-confirmed');
  expect(document.activeElement?.contains(confirmed)).toBe(true);
  expect(document.activeElement).not.toBe(document.body);
  expect(sent).toHaveLength(1);
});

it('says what it misses', async () => {
  open('?do=reopen');
  fireEvent.click(await screen.findByTestId('answer-tell'));
  await screen.findByText('请填写现在的情况');
  cleanup();
  open('?do=rate');
  fireEvent.click(await screen.findByTestId('answer-rate'));
  const missing = await screen.findByText('请至少评一项');
  expect(missing.closest('.scores-missing')).not.toBeNull();
  expect(sent).toEqual([]);
});

it('opens what the link of the mail was for', async () => {
  open('?do=rate');
  expect((await screen.findByTestId('answer-rating')).textContent).toContain('评价');
  cleanup();
  open('?do=reopen');
  expect(await screen.findByTestId('answer-still')).not.toBeNull();
  fireEvent.click(screen.getByTestId('answer-back'));
  expect(await screen.findByTestId('answer-yes')).not.toBeNull();
});

it('shows what became of the ticket when a lost answer had arrived', async () => {
  open();
  said = () => [409, problem('illegal-transition')];
  const button = await screen.findByTestId('answer-yes');
  asked = () => [200, { ...ASKED, confirmed: true }];
  fireEvent.click(button);
  expect(await screen.findByTestId('answer-confirmed')).not.toBeNull();
});

it.each([[410, 'answer-ended', 'ended'], [410, 'answer-expired', 'expired'], [404, 'not-found', 'unknown'], [400, 'bad-request', 'unknown']] as const)('explains a link that leads nowhere: %i %s', async (status, slug, why) => {
  asked = () => [status, problem(slug)];
  open();
  expect((await screen.findByTestId('answer-end')).dataset.why).toBe(why);
});

it('can be tried again when the service is away', async () => {
  asked = () => [503, problem('unavailable')];
  open();
  await screen.findByTestId('problem');
  asked = () => [200, ASKED];
  fireEvent.click(screen.getByRole('button', { name: /再试|重试/ }));
  expect(await screen.findByText('打印机不出纸')).not.toBeNull();
});
