import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import i18n from 'i18next';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Me } from '../src/api';
import { ArticleReview } from '../src/review/ArticleReview';
import { CauseList } from '../src/review/CauseList';
import { CAUSES, lateness } from '../src/review/causes';
import { compare } from '../src/review/compare';
import { show, stubBrowser } from './browser';

const who = (username: string, ...roles: string[]): Me => ({ subject: username, name: username, username, roles, customers: [] });
let answers: (path: string) => unknown = () => undefined;
let sent: { path: string; headers: Record<string, string>; body: unknown }[] = [];

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  stubBrowser(true);
});
beforeEach(() => {
  sent = [];
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    if (request.method !== 'GET') sent.push({ path, headers: request.headers as Record<string, string>, body: JSON.parse(String(request.body)) });
    const answer = request.method === 'GET' ? answers(path) ?? { items: [], next: null } : {};
    return { ok: true, status: 200, type: 'basic', text: async () => JSON.stringify(answer) };
  });
});
afterEach(cleanup);

const ARTICLE = { id: 'a1', version: 3, title: '打印机不出纸', symptom: '灯亮不出纸', cause: '端口被改', fix: '改回 COM3', status: 'DRAFT', author: 'engineer', changedAt: '2026-11-27T02:00:00Z' };
const ofArticles = (path: string) => (path === '/api/articles/a1' ? ARTICLE : path.startsWith('/api/articles?') ? { items: [ARTICLE], next: null } : undefined);

it('publishes what a supervisor has read, in the version he read', async () => {
  answers = ofArticles;
  show(who('supervisor', 'supervisor'), <ArticleReview />, '/review/articles');
  fireEvent.click(await screen.findByTestId('draft-open'));
  fireEvent.click(await screen.findByTestId('draft-publish'));
  await waitFor(() => expect(sent[0]).toMatchObject({ path: '/api/articles/a1/publish', headers: { 'If-Match': '"3"' } }));
});

it('gives back with a reason, and lets nobody publish his own words', async () => {
  answers = ofArticles;
  show(who('engineer', 'supervisor'), <ArticleReview />, '/review/articles?open=a1');
  const publish = await screen.findByTestId('draft-publish');
  expect((publish as HTMLButtonElement).disabled).toBe(true);
  screen.getByTestId('draft-own');
  fireEvent.click(screen.getByTestId('draft-reject'));
  fireEvent.change(await screen.findByTestId('reject-reason'), { target: { value: '请补充验证步骤' } });
  fireEvent.click(screen.getByTestId('reject-submit'));
  await waitFor(() => expect(sent[0]).toMatchObject({ path: '/api/articles/a1/reject', body: { reason: '请补充验证步骤' } }));
});

it('shows what changed since it was approved, marked for eyes and ears, and the new words alone', async () => {
  const revised = { ...ARTICLE, fix: '改回 COM3，并打印测试页', approved: { title: '打印机不出纸', symptom: '灯亮不出纸', cause: '端口被改', fix: '改回 COM1', at: '2026-11-20T02:00:00Z' } };
  answers = path => (path === '/api/articles/a1' ? revised : ofArticles(path));
  show(who('supervisor', 'supervisor'), <ArticleReview />, '/review/articles?open=a1');
  const difference = await screen.findByTestId('difference');
  expect(screen.getByTestId('draft-compared').dataset.changed).toBe('1');
  expect(difference.querySelector('del')!.textContent).toBe('删除：COM1。');
  expect([...difference.querySelectorAll('ins')].map(each => each.textContent).join()).toContain('打印测试页');
  fireEvent.click(screen.getByTestId('draft-compare'));
  expect(screen.queryByTestId('difference')).toBeNull();
});

it('compares Chinese by words', () => {
  const pieces = compare('重启打印机', '重启收银机');
  expect(pieces[0]).toEqual({ text: '重启' });
  expect(pieces.filter(each => each.change !== 'removed').map(each => each.text).join('')).toBe('重启收银机');
  expect(pieces.filter(each => each.change !== 'added').map(each => each.text).join('')).toBe('重启打印机');
  expect(compare('', '新')).toEqual([{ text: '新', change: 'added' }]);
});

const BREACH = { clockId: 'c1', ticketId: 't1', ticket: '2611-0042', customerName: '幸福超市', kind: 'RESOLUTION_24H', dueAt: '2026-11-27T02:00:00Z', late: 95, cause: 'WAITING_FOR_PARTS', derived: ['WAITING_FOR_PARTS', 'REOPENED'] };

it('tells why promises were broken, and only those who may say more are asked to', async () => {
  answers = path => (path.startsWith('/api/sla-reports/causes?month=2026-11') ? { items: [BREACH], next: null } : path.startsWith('/api/promises/kinds') ? { items: [{ kind: 'RESOLUTION_24H', zh: '24小时内解决', en: 'x' }] } : undefined);
  show(who('admin', 'admin'), <CauseList />, '/review/causes?month=2026-11');
  const row = await screen.findByTestId('breach-row');
  await waitFor(() => expect(row.textContent).toContain('24小时内解决'));
  expect(row.textContent).toContain('晚了 1 小时 35 分钟');
  expect(screen.queryByTestId('breach-tell')).toBeNull();
});

it('has words for every cause, and for what is not done', () => {
  for (const lng of ['zh-CN', 'en']) expect(CAUSES.filter(cause => !i18n.exists(`enums.cause.${cause}`, { lng, fallbackLng: [] }))).toEqual([]);
  expect(lateness(undefined, i18n.getFixedT('en'))).toBe('not done yet');
});
