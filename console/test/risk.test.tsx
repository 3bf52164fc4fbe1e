import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../src/api';
import i18n from '../src/i18n';
import { loadsOf, unownedIn } from '../src/risk/loads';
import { RiskWall } from '../src/risk/RiskWall';
import { spanOf, stepOf, untilDue } from '../src/risk/words';
import { show, stubBrowser } from './browser';

const t = i18n.getFixedT('zh-CN');
const MINUTE = 60_000;
const LI = '0190a000-0000-7000-8000-000000000102';
const TICKET = '0190a000-0000-7000-8000-000000000001';
const NOW = Date.parse('2026-11-27T02:00:00Z');

describe('what the wall says', () => {
  it('says spans as fine as they matter', () => {
    expect([20_000, 23 * MINUTE, 125 * MINUTE, 3 * 1440 * MINUTE + 60 * MINUTE].map(each => spanOf(each, t))).toEqual(['不到 1 分钟', '23 分钟', '2 小时 5 分', '3 天 1 小时']);
  });

  it('tells what is left from what is late', () => {
    expect(untilDue('2026-11-27T02:23:00Z', NOW, t)).toEqual({ late: false, text: '还剩 23 分钟' });
    expect(untilDue('2026-11-26T23:55:00Z', NOW, t)).toEqual({ late: true, text: '已超 2 小时 5 分' });
  });

  it('says the steps of a ladder in words', () => {
    expect(['50%', 'due', 'due+PT1H', 'due-PT30M', 'due+PT4H working'].map(step => stepOf(step, t))).toEqual(['时间用到 50% 时', '到期时', '到期后 1 小时', '到期前 30 分钟', '到期后 4 小时（按工作时间）']);
  });
});

describe('the load of everybody', () => {
  const engineers = [{ engineerId: LI, promises: 3, visits: 2, due: 1, broken: 0, nextDue: '2026-11-27T04:00:00Z' }];
  const owners = [{ assignee: LI, open: 2, waiting: 1, breached: 0, nextDue: '2026-11-27T03:00:00Z' }, { assignee: 'agent', open: 1, waiting: 0, breached: 1 }, { assignee: null, open: 4, waiting: 0, breached: 2 }];

  it('puts the two services together by person, whoever is late first', () => {
    expect(loadsOf(engineers, owners).map(load => [load.who, load.tickets, load.promises, load.next])).toEqual([['agent', 1, 0, undefined], [LI, 2, 3, '2026-11-27T03:00:00Z']]);
  });

  it('is one row for somebody whose tickets name him by id and by user name', () => {
    const twice = [{ assignee: LI, open: 2, waiting: 1, breached: 0, nextDue: '2026-11-27T05:00:00Z' }, { assignee: 'li', open: 3, waiting: 0, breached: 1, nextDue: '2026-11-27T04:00:00Z' }] as never[];
    expect(loadsOf([], twice, new Map([['li', LI]]))).toEqual([{ who: LI, assignees: [LI, 'li'], tickets: 5, waiting: 1, breached: 1, promises: 0, visits: 0, due: 0, broken: 0, next: '2026-11-27T04:00:00Z' }]);
  });

  it('counts what nobody has', () => {
    expect(unownedIn(owners)).toBe(4);
    expect(unownedIn([])).toBe(0);
  });
});

describe('the wall', () => {
  const SUPERVISOR: Me = { subject: 's', name: '陈主管', username: 'supervisor', roles: ['supervisor'], customers: [] };
  let sent: { path: string; body: unknown }[] = [];
  let failing: string | undefined;
  const escalation = { clockId: 'c1', number: 2, at: '2026-11-27T01:00:00Z', toldAt: '2026-11-27T01:00:00Z', step: 'due+PT1H', role: 'manager', kind: 'RESOLUTION_24H', dueAt: '2026-11-27T00:00:00Z', state: 'OPEN', ticketId: TICKET, ticket: '2611-0042', customerName: '幸福超市', status: 'BREACHED' };
  const ANSWERS: Record<string, unknown> = {
    '/api/risks': { at: '2026-11-27T02:00:00Z', due: 2, broken: 1, silent: 0, waiting: 3, escalations: 1, engineers: [] },
    '/api/tickets/owners': { items: [{ assignee: null, open: 4, waiting: 0, breached: 0 }] },
    '/api/promises/kinds': { items: [{ kind: 'RESOLUTION_24H', zh: '24小时内解决', en: 'x' }] },
  };
  const answerTo = (path: string): unknown => {
    if (path.startsWith('/api/risks/promises')) return { items: [{ clockId: 'c2', kind: 'RESOLUTION_24H', status: 'RUNNING', startedAt: '2026-11-26T02:00:00Z', dueAt: new Date(Date.now() + 23.5 * MINUTE).toISOString(), ticketId: TICKET, ticket: '2611-0042', customerName: '幸福超市', engineerId: LI, waitingFor: 'PARTS', waitingSince: '2026-11-26T03:00:00Z' }], next: null };
    if (path.startsWith('/api/escalations')) return { items: path.includes('state=OPEN') ? [escalation] : [], next: null };
    if (path.startsWith('/api/engineers')) return { items: [{ id: LI, name: '李工' }] };
    return ANSWERS[path] ?? { items: [], next: null };
  };

  beforeAll(() => {
    configure({ asyncUtilTimeout: 10_000 });
    stubBrowser(true);
  });
  beforeEach(() => {
    sent = [];
    failing = undefined;
    vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
      if (request.method !== 'GET') sent.push({ path, body: JSON.parse(String(request.body)) });
      const [status, answer] = failing && path.startsWith(failing) ? [503, { detail: '服务暂时不可用' }] : [200, answerTo(path)];
      return { ok: status === 200, status, type: 'basic', text: async () => JSON.stringify(answer) };
    });
  });
  afterEach(cleanup);

  it('counts, and shows what is due with whom it binds and what it waits for', async () => {
    show(SUPERVISOR, <RiskWall />, '/risk');
    const row = await screen.findByTestId('risk-row');
    await waitFor(() => expect(row.textContent).toContain('李工'));
    expect(row.textContent).toContain('24小时内解决');
    expect(row.textContent).toContain('还剩 23 分钟');
    expect(row.textContent).toContain('等待备件');
    expect(within(row).getByRole('link').getAttribute('href')).toBe(`/tickets/${TICKET}`);
    expect(['DUE', 'BROKEN', 'SILENT', 'UNOWNED', 'WAITING', 'ESCALATIONS'].map(tile => screen.getByTestId(`risk-${tile}`).dataset.number)).toEqual(['2', '1', '0', '4', '3', '1']);
    expect(screen.getByTestId('risk-DUE').getAttribute('aria-current')).toBe('true');
  });

  it('answers an escalation with what is done about it', async () => {
    show(SUPERVISOR, <RiskWall />, '/risk?show=ESCALATIONS');
    const row = await screen.findByTestId('escalation-row');
    await waitFor(() => expect(row.textContent).toContain('到期后 1 小时，2026-11-27 09:00 通知了经理'));
    fireEvent.click(within(row).getByTestId('escalation-take'));
    fireEvent.change(await screen.findByTestId('answer-note'), { target: { value: '已安排李工' } });
    fireEvent.click(screen.getByTestId('answer-submit'));
    await waitFor(() => expect(sent).toEqual([{ path: '/api/escalations/c1/2/answer', body: { note: '已安排李工' } }]));
  });

  it('still shows what one service says when the other does not answer', async () => {
    failing = '/api/tickets/owners';
    show(SUPERVISOR, <RiskWall />, '/risk?show=WAITING');
    expect((await screen.findByTestId('problem')).textContent).toContain('服务暂时不可用');
    await screen.findByTestId('risk-row');
    expect(screen.getByTestId('risk-UNOWNED').textContent).toContain('…');
  });
});
