import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me, Ticket, Visit } from '../src/api';
import i18n from '../src/i18n';
import { isAsked, whyNot } from '../src/portal/asked';
import type { MyPromise } from '../src/portal/api';
import '../src/portal/i18n';
import { lines } from '../src/portal/MyPromises';
import { MyService } from '../src/portal/MyService';
import { MyTicket } from '../src/portal/MyTicket';
import { nowOf, progressOf } from '../src/portal/progress';
import { ended, mattering, nextOf } from '../src/portal/promises';
import { Report } from '../src/portal/Report';
import { concernsHim } from '../src/portal/talk';
import { momentOf, windowOf } from '../src/portal/when';
import { portalWords } from '../src/portal/Talk';
import { show, stubBrowser } from './browser';

const LIU: Me = { subject: 's1', name: '刘店长', username: 'customer', roles: ['customer'], customers: ['k1'] };
/** Thursday, 10:00 in Shanghai. */
const NOW = Date.parse('2026-11-26T02:00:00Z');
const t = i18n.getFixedT('zh-CN');
const aTicket = (more: Partial<Ticket> = {}) => ({ id: 't1', version: 1, number: '2611-0042', customerId: 'k1', channel: 'PORTAL', source: 'USER', summary: '打不出小票', impact: 'MEDIUM', urgency: 'HIGH', priority: 'P2', status: 'IN_PROGRESS', openedAt: '2026-11-26T01:00:00Z', ...more }) as Ticket;
const aVisit = (more: Partial<Visit> = {}) => ({ id: 'v1', version: 1, number: 'V1', ticketId: 't1', ticketNumber: '2611-0042', status: 'ACCEPTED', missing: [], checklist: [], engineerName: '李工', windowStart: '2026-11-26T06:00:00Z', windowEnd: '2026-11-26T08:00:00Z', ...more }) as Visit;
const aPromise = (more: Partial<MyPromise> = {}) => ({ id: 'p1', kind: 'RESOLUTION_24H', name: '24小时内解决', state: 'OPEN', madeAt: '2026-11-26T01:00:00Z', promisedFor: '2026-11-27T01:00:00Z', dueAt: '2026-11-27T01:00:00Z', ...more }) as MyPromise;

const sent: { path: string; body: unknown }[] = [];
function server(answers: Record<string, unknown>) {
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    if (request.method === 'POST') sent.push({ path, body: JSON.parse(String(request.body)) });
    const found = Object.entries(answers).filter(([start]) => `${request.method === 'POST' ? 'POST ' : ''}${path}`.startsWith(start)).toSorted(([one], [other]) => other.length - one.length)[0];
    return { ok: true, status: 200, type: 'basic', text: async () => JSON.stringify(found?.[1] ?? { items: [], next: null }) };
  });
}

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  stubBrowser(false);
  Element.prototype.scrollIntoView = () => {};
});
beforeEach(() => { sent.length = 0; sessionStorage.clear(); });
afterEach(cleanup);

describe('where a report stands', () => {
  it('goes from received to done, over a visit where there is one', () => {
    expect(progressOf(aTicket({ status: 'OPEN' }))).toEqual({ steps: ['received', 'working', 'solved', 'done'], at: 0 });
    expect(progressOf(aTicket({ status: 'ON_SITE', visitId: 'v1', visitStatus: 'ACCEPTED' }))).toEqual({ steps: ['received', 'working', 'visit', 'solved', 'done'], at: 2 });
    expect(progressOf(aTicket({ status: 'ON_SITE', visitId: 'v1', visitStatus: 'CANCELLED' })).at).toBe(1);
    expect(progressOf(aTicket({ status: 'CLOSED' })).at).toBe(3);
    expect(progressOf(aTicket({ status: 'CANCELLED' })).at).toBe(-1);
  });

  it('is told in one sentence, with who comes and when', () => {
    expect(nowOf(aTicket({ status: 'ON_SITE' }), aVisit(), NOW, t)).toBe('李工 今天 14:00–16:00 上门');
    expect(nowOf(aTicket({ status: 'ON_SITE' }), aVisit({ engineerName: null, status: 'STARTED' }), NOW, t)).toBe('服务工程师正在现场处理');
    expect(nowOf(aTicket({ status: 'WAITING', waitingFor: 'PARTS' }), aVisit(), NOW, t)).toBe('正在等备件到货');
    expect(nowOf(aTicket({ status: 'RESOLVED' }), aVisit({ status: 'SIGNED' }), NOW, t)).toBe('我们已处理好，请您确认');
  });

  it('has a sentence for every status of a ticket and of a visit', () => {
    for (const status of ['OPEN', 'IN_PROGRESS', 'WAITING', 'ON_SITE', 'RESOLVED', 'CLOSED', 'CANCELLED'] as const) expect(nowOf(aTicket({ status }), undefined, NOW, t), status).not.toContain('portal.');
    for (const status of ['ORDERED', 'SCHEDULED', 'ACCEPTED', 'DEPARTED', 'STARTED', 'ABSENT', 'REFUSED', 'COMPLETED', 'SIGNED', 'SUBMITTED'] as const) expect(nowOf(aTicket({ status: 'ON_SITE' }), aVisit({ status }), NOW, t), status).not.toContain('portal.');
  });

  it('says days as people do', () => {
    expect(momentOf('2026-11-26T06:00:00Z', NOW, t)).toBe('今天 14:00');
    expect(momentOf('2026-11-26T16:30:00Z', NOW, t)).toBe('明天 00:30');
    expect(momentOf('2026-11-30T06:00:00Z', NOW, t)).toBe('周一 14:00');
    expect(momentOf('2026-12-05T06:00:00Z', NOW, t)).toBe('12月5日 14:00');
    expect(momentOf('2026-11-25T06:00:00Z', NOW, t)).toBe('11月25日 14:00');
    expect(momentOf('2025-11-25T06:00:00Z', NOW, t)).toBe('2025年11月25日 14:00');
    expect(windowOf('2026-11-26T15:00:00Z', '2026-11-26T17:00:00Z', NOW, t)).toBe('今天 23:00–明天 01:00');
  });
});

describe('what we promised', () => {
  const broken = aPromise({ id: 'b', state: 'BROKEN', dueAt: '2026-11-26T01:30:00Z' });
  const soon = aPromise({ id: 's', dueAt: '2026-11-26T02:30:00Z' });
  const kept = aPromise({ id: 'k', state: 'KEPT', endedAt: '2026-11-26T01:10:00Z' });

  it('puts what was missed first, then what is due next, and folds what has ended', () => {
    expect(mattering([aPromise(), kept, soon, broken]).map(each => each.id)).toEqual(['b', 's', 'p1']);
    expect(ended([aPromise(), kept, soon, broken]).map(each => each.id)).toEqual(['k']);
    expect(nextOf([aPromise(), kept, soon, broken]).map(each => each.id)).toEqual(['s', 'p1']);
  });

  it('says that we are sorry where we missed it, and by how much', () => {
    expect(lines(broken, false, NOW, t)).toEqual(['非常抱歉，我们没有按时做到', '应在 今天 09:30 前做到，我们正在抓紧']);
    expect(lines({ ...broken, late: 'PT1H5M', endedAt: '2026-11-26T02:35:00Z' }, false, NOW, t)[1]).toContain('1 小时 5 分');
    expect(lines(soon, false, NOW, t)).toEqual(['今天 10:30 前 · 还有 30 分', '原定 明天 09:00']);
    expect(lines(soon, true, NOW, t)[0]).toBe('等您的消息，暂停计时');
    expect(lines(kept, false, NOW, t)).toEqual(['今天 09:10 已做到']);
  });
});

describe('what mails lead to', () => {
  it('knows why it is too early, too late or done', () => {
    expect(isAsked('confirm') && !isAsked('constructor') && !isAsked(undefined)).toBe(true);
    expect(whyNot('confirm', { status: 'IN_PROGRESS', surveyed: false })).toBe('notYetConfirm');
    expect(whyNot('confirm', { status: 'CLOSED', surveyed: false })).toBe('confirmedBefore');
    expect(whyNot('reopen', { status: 'CLOSED', surveyed: false })).toBe('old');
    expect(whyNot('cancel', { status: 'RESOLVED', surveyed: false })).toBe('confirmNow');
    expect(whyNot('rate', { status: 'CLOSED', surveyed: true })).toBe('ratedBefore');
    expect(whyNot('rate', { status: 'OPEN', surveyed: false })).toBe('notYetRate');
    expect(whyNot('rate', { status: 'CANCELLED', surveyed: false })).toBe('cancelledBefore');
  });

  it('opens the question at once, and asks how it was after the answer', async () => {
    const closed = aTicket({ status: 'CLOSED', version: 2 });
    server({ '/api/tickets/t1': aTicket({ status: 'RESOLVED' }), '/api/tickets/t1/story': { items: [] }, 'POST /api/tickets/t1/confirm': closed });
    show(LIU, <MyTicket />, '/tickets/t1?do=confirm', '/tickets/:id');
    fireEvent.click(await screen.findByTestId('confirm-submit'));
    expect(await screen.findByTestId('survey-dialog')).toBeTruthy();
    expect(sent.map(each => each.path)).toEqual(['/api/tickets/t1/confirm']);
  });

  it('says kindly that it was rated before, and opens nothing', async () => {
    server({ '/api/tickets/t1': aTicket({ status: 'CLOSED', surveyed: true }), '/api/tickets/t1/story': { items: [] } });
    show(LIU, <MyTicket />, '/tickets/t1?do=rate', '/tickets/:id');
    expect((await screen.findByTestId('too-late')).textContent).toContain('您已经评价过了');
    expect(screen.queryByTestId('survey-dialog')).toBeNull();
  });
});

describe('what a customer reads', () => {
  it('hears nothing of letters and priorities, and is told the rest in his own words', () => {
    expect(['TicketOpened', 'NotificationDelivered', 'TicketPrioritized', 'PromiseMade', 'VisitScheduled'].filter(type => concernsHim({ type }))).toEqual(['TicketOpened', 'VisitScheduled']);
    const words = portalWords(t);
    expect(words('story.TicketClosed')).toBe('已完成');
    expect(words('story.VisitDelayed', { window: 'W' })).toContain('非常抱歉');
    expect(words('enums.reason.CUSTOMER')).toBe('等您的消息');
  });

  it('finds what waits for him on top, and narrows his reports to a shop', async () => {
    server({
      '/api/customers/k1': { id: 'k1', name: '幸福超市', sites: [{ id: 'a', name: '人民路店' }, { id: 'b', name: '西湖店' }] },
      '/api/tickets?status=RESOLVED': { items: [aTicket({ status: 'RESOLVED', siteId: 'a' })], next: null },
      '/api/tickets?status=CLOSED&limit': { items: [aTicket({ id: 't2', status: 'CLOSED' }), aTicket({ id: 't3', status: 'CLOSED', surveyed: true })], next: null },
      '/api/tickets?status=OPEN': { items: [aTicket({ siteId: 'a' })], next: null },
      '/api/visits': { items: [aVisit({ status: 'COMPLETED', id: 'v2' }), aVisit()], next: null },
    });
    show(LIU, <MyService />, '/tickets?shop=a');
    await waitFor(() => expect(screen.getByTestId('waits').dataset.count).toBe('3'));
    expect(screen.getAllByTestId('wait').map(each => each.dataset.what)).toEqual(['confirm', 'sign', 'rate']);
    expect(within(screen.getByTestId('next-visits')).getByText(/李工上门/)).toBeTruthy();
    expect(await screen.findByTestId('ticket-row')).toBeTruthy();
  });

  it('never says that nothing waits for him while visits are still being read', async () => {
    let read = () => {};
    const visitsAreRead = new Promise<void>(done => { read = done; });
    server({ '/api/customers/k1': { id: 'k1', name: '幸福超市', sites: [] } });
    const answer = fetch;
    vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
      if (path.startsWith('/api/visits')) await visitsAreRead;
      return answer(path, request);
    });
    show(LIU, <MyService />, '/tickets');
    expect(within(await screen.findByTestId('waits')).queryByText('现在没有需要您处理的事')).toBeNull();
    read();
    expect(await screen.findByText('现在没有需要您处理的事')).toBeTruthy();
  });

  it('reports the usual thing with a tap on what is broken and on how', async () => {
    server({
      '/api/customers/k1': { id: 'k1', name: '幸福超市', version: 1, sites: [{ id: 'a', name: '人民路店' }], contacts: [{ id: 'c' }], products: [{ id: 'x', name: '收银机', siteId: 'a' }, { id: 'y', name: '扫码枪', siteId: 'a' }] },
      'POST /api/tickets': aTicket({ id: 't9' }),
    });
    show(LIU, <Report />, '/tickets/new');
    fireEvent.click(await screen.findByLabelText('扫码枪'));
    fireEvent.click(screen.getByTestId('usual-scan'));
    fireEvent.click(screen.getByTestId('submit-ticket'));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]!.body).toEqual({ customerId: 'k1', siteId: 'a', contactId: 'c', productId: 'y', summary: '扫码枪：扫不出来', impact: 'MEDIUM', urgency: 'MEDIUM', channel: 'PORTAL', source: 'USER' });
  });
});
