import { cleanup, configure, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Me, Visit } from '../src/api';
import { BoardPage } from '../src/board/BoardPage';
import { DayPage } from '../src/day/DayPage';
import { EngineersPage } from '../src/roster/EngineersPage';
import { RosterPage } from '../src/roster/RosterPage';
import { show, stubBrowser } from './browser';

const who = (username: string, ...roles: string[]): Me => ({ subject: 'li', name: 'n', username, roles, customers: [] });
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const visit = (change: Partial<Visit>): Visit => ({
  id: 'v1', version: 3, number: 'V2611-0001', ticketId: 't1', ticketNumber: '2611-0001', status: 'DEPARTED', missing: [], checklist: [], engineerId: 'li', engineerName: '李工', windowStart: soon(1), windowEnd: soon(60),
  address: '上海市徐汇区漕溪北路100号', need: '更换打印头', ...change,
}) as unknown as Visit;

let posts: { method: string; path: string; body: Record<string, unknown>; headers: Record<string, string> }[] = [];
let answers: Record<string, unknown[]> = {};
let refuse: (body: Record<string, unknown>) => [number, unknown] | undefined = () => undefined;

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  stubBrowser(false);
});
beforeEach(() => {
  posts = [];
  refuse = () => undefined;
  answers = { '/api/engineers': [{ id: 'li', version: 2, name: '李工', phone: '13900000102', username: 'engineer' }] };
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    const body = request.body ? JSON.parse(String(request.body)) as Record<string, unknown> : {};
    if (request.method !== 'GET') posts.push({ method: request.method!, path, body, headers: request.headers as Record<string, string> });
    const [status, answer] = request.method === 'GET' ? [200, { items: answers[path.split('?')[0]!] ?? [], next: null }] : refuse(body) ?? [200, {}];
    return { ok: status < 400, status, type: 'basic', text: async () => JSON.stringify(answer) };
  });
});
afterEach(cleanup);

it('asks back about an arrival a month early, and sends it again when it is meant', async () => {
  answers['/api/visits'] = [visit({})];
  refuse = body => (body.sure ? undefined : [422, { type: '/problems/arrival-unlikely', detail: '约定上门时间为 2026-12-27 09:00' }]);
  show(who('engineer', 'engineer'), <DayPage />, '/day');
  fireEvent.click(await screen.findByTestId('visit-arrive'));
  await screen.findByText('约定上门时间为 2026-12-27 09:00');
  expect(screen.queryByTestId('action-problem')).toBeNull();
  fireEvent.click(screen.getByTestId('arrive-sure'));
  await vi.waitFor(() => expect(posts).toHaveLength(2));
  expect(posts[1]).toMatchObject({ path: '/api/visits/v1/arrive', body: { sure: true } });
  expect(posts[1]!.headers['If-Match']).toBe('"3"');
});

it('tells an arrival later with the time at which it was', async () => {
  answers['/api/visits'] = [visit({})];
  show(who('engineer', 'engineer'), <DayPage />, '/day');
  expect((await screen.findByTestId('day-map')).getAttribute('href')).toContain('uri.amap.com');
  fireEvent.click(screen.getByTestId('visit-later'));
  fireEvent.change(await screen.findByTestId('arrive-at'), { target: { value: '2026-11-20T09:40' } });
  fireEvent.click(screen.getByTestId('arrive-submit'));
  await vi.waitFor(() => expect(posts).toHaveLength(1));
  expect(posts[0]).toMatchObject({ path: '/api/visits/v1/arrive', body: { at: '2026-11-20T01:40:00.000Z' } });
});

it('plans a visit that waits, and sends him off duty only when he has agreed', async () => {
  answers['/api/visits'] = [visit({ status: 'ORDERED', engineerId: null, engineerName: null, windowStart: null, windowEnd: null, preferredFrom: soon(120), preferredTo: soon(240) })];
  refuse = body => (body.offDutyAgreed ? undefined : [422, { type: '/problems/engineer-off-duty', detail: '按排班，该工程师此时不上班。' }]);
  show(who('dispatcher', 'supervisor'), <BoardPage />, '/board');
  fireEvent.click(within(await screen.findByTestId('waiting')).getByTestId('waiting-schedule'));
  fireEvent.mouseDown((await screen.findByTestId('schedule-engineer')).querySelector('input') ?? screen.getByTestId('schedule-engineer'));
  fireEvent.click(await screen.findByText(/^李工（/));
  await screen.findByTestId('occupancy');
  fireEvent.click(screen.getByTestId('schedule-submit'));
  await screen.findByText('按排班，该工程师此时不上班。');
  fireEvent.click(screen.getByTestId('schedule-off-duty'));
  fireEvent.click(screen.getByTestId('schedule-submit'));
  await vi.waitFor(() => expect(posts).toHaveLength(2));
  expect(posts[0]!.body).toMatchObject({ engineerId: 'li', offDutyAgreed: false });
  expect(posts[1]!.body).toMatchObject({ engineerId: 'li', offDutyAgreed: true });
});

it('shows who is on duty, what waits for one, and lets him agree to a swap', async () => {
  answers['/api/duties'] = [{ code: 'DESK', version: 0, name: '服务台', responsibilities: '接听电话', zone: 'Asia/Shanghai', hours: [], needed: 1 }];
  answers['/api/shifts'] = [{ id: 's1', version: 5, duty: 'DESK', person: 'agent', startsAt: soon(600), endsAt: soon(1080), status: 'SWAP_ASKED', colleague: 'engineer', swapReason: '孩子生病', handover: 'OPEN' }];
  show(who('engineer', 'engineer'), <RosterPage />, '/roster');
  const task = within(await screen.findByTestId('roster-task'));
  expect(task.getByText(/孩子生病/)).toBeTruthy();
  fireEvent.click(task.getByTestId('shift-acceptSwap'));
  await vi.waitFor(() => expect(posts[0]).toMatchObject({ method: 'POST', path: '/api/shifts/s1/swap/accept' }));
  expect(posts[0]!.headers['If-Match']).toBe('"5"');
  expect(screen.queryByTestId('roster-rotation')).toBeNull();
});

it('describes a new duty under its code', async () => {
  show(who('admin', 'admin'), <EngineersPage />, '/admin/engineers');
  expect((await screen.findByTestId('engineer-row')).textContent).toContain('engineer');
  fireEvent.click(screen.getByTestId('new-duty'));
  fireEvent.change(await screen.findByTestId('duty-code'), { target: { value: 'NIGHT' } });
  fireEvent.change(screen.getByTestId('duty-name'), { target: { value: '夜间值班' } });
  fireEvent.change(screen.getByTestId('duty-responsibilities'), { target: { value: '接听紧急电话' } });
  fireEvent.click(screen.getByTestId('duty-submit'));
  await vi.waitFor(() => expect(posts).toHaveLength(1));
  expect(posts[0]).toMatchObject({ method: 'PUT', path: '/api/duties/NIGHT', body: { name: '夜间值班', zone: 'Asia/Shanghai', needed: 1 } });
  expect((posts[0]!.body.hours as unknown[]).length).toBe(5);
});

it('makes no new duty of a code that is taken: it would replace the other one', async () => {
  answers['/api/duties'] = [{ code: 'ON_SITE', version: 1, name: '现场', responsibilities: '上门', zone: 'Asia/Shanghai', needed: 1, hours: [] }];
  show(who('supervisor', 'supervisor'), <EngineersPage />, '/admin/engineers');
  await screen.findByTestId('duty-row');
  fireEvent.click(screen.getByTestId('new-duty'));
  fireEvent.change(await screen.findByTestId('duty-code'), { target: { value: 'ON_SITE' } });
  fireEvent.change(screen.getByTestId('duty-name'), { target: { value: '另一个' } });
  fireEvent.change(screen.getByTestId('duty-responsibilities'), { target: { value: '电话' } });
  fireEvent.click(screen.getByTestId('duty-submit'));
  await screen.findByText(/已有岗位使用此代码/);
  expect(posts).toHaveLength(0);
});
