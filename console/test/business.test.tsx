import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import i18n from 'i18next';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../src/api';
import type { Attainment, Compensation, CompensationFact } from '../src/business/api';
import { share, sumOf, worstFirst } from '../src/business/chart/attainment';
import { type ChartData, heightOf, spoken } from '../src/business/chart/data';
import { optionOf, type Palette } from '../src/business/chart/option';
import { CompensationPage } from '../src/business/compensation/CompensationPage';
import { obstacle, said, stepsFor } from '../src/business/compensation/entries';
import { DashboardPage } from '../src/business/dashboard/DashboardPage';
import '../src/business/i18n';
import { promisesAt } from '../src/business/links';
import { ReportList } from '../src/business/monthly/ReportList';
import { ReportPage } from '../src/business/monthly/ReportPage';
import { causeFor, targetOf } from '../src/business/monthly/reports';
import { length, money, monthName, percent } from '../src/business/numbers';
import { daysOf, halfYear, monthPicked, spanOf } from '../src/business/period';
import { ASPECTS } from '../src/business/rows/SurveyAnswers';
import { wordsOf } from '../src/business/rows/CountedPromises';
import { show, stubBrowser } from './browser';

const NOW = Date.parse('2026-11-27T02:00:00Z');
const t = i18n.getFixedT('zh-CN');
const who = (username: string, ...roles: string[]): Me => ({ subject: username, name: username, username, roles, customers: [] });

describe('the time that figures are of', () => {
  it('is whole days of our zone', () => {
    expect(spanOf({}, NOW)).toEqual({ from: '2026-10-31T16:00:00.000Z', to: '2026-11-30T16:00:00.000Z' });
    expect(daysOf(spanOf({ period: 'last' }, NOW))).toEqual(['2026-10-01', '2026-10-31']);
    expect(daysOf(spanOf({ period: '30' }, NOW))).toEqual(['2026-10-29', '2026-11-27']);
    expect(daysOf(spanOf({ period: '90' }, Date.parse('2026-11-27T17:00:00Z')))).toEqual(['2026-08-31', '2026-11-28']);
    expect(daysOf(spanOf({ period: 'picked', from: '2026-02-03', to: '2026-02-03' }, NOW))).toEqual(['2026-02-03', '2026-02-03']);
  });

  it('is this month when the address says nothing that can be read', () => {
    for (const wrong of [{ period: 'picked' }, { period: 'picked', from: '2026-02-03', to: '2026-02-01' }, { period: 'picked', from: 'x', to: '2026-02-01' }, { period: 'ever' }]) expect(spanOf(wrong, NOW)).toEqual(spanOf({}, NOW));
  });

  it('goes back half a year for what is shown month by month', () => {
    expect(daysOf(halfYear(spanOf({ period: 'last' }, NOW)))).toEqual(['2026-05-01', '2026-10-31']);
    expect(monthPicked('2026-02')).toEqual({ period: 'picked', from: '2026-02-01', to: '2026-02-28' });
  });
});

describe('numbers', () => {
  it('are written for people', () => {
    expect([percent(0.9999), percent(1), percent(null)]).toEqual(['99.99%', '100%', '—']);
    expect([0, 0.3, 59.4, 60, 95, 1440, 4000].map(minutes => length(minutes, t))).toEqual(['0 分钟', '不足 1 分钟', '59 分钟', '1 小时', '1 小时 35 分', '1 天', '2 天 19 小时']);
    expect(money('1250.00', 'CNY')).toBe('1,250.00 CNY');
    expect(monthName('2026-10')).toBe('2026年10月');
  });

  it('never say all when something is missing, nor nothing when something is there', () => {
    expect([share(99_999, 100_000), share(1, 100_000), share(2, 3), share(3, 3), share(0, 3)]).toEqual([0.9999, 0.0001, 0.6667, 1, 0]);
  });

  it('stand beside their targets, and tell customers nothing of what we have not looked into', () => {
    const targets = [{ kind: 'ACKNOWLEDGE', least: '95', most: '95' }, { kind: 'RESOLUTION_24H', least: '90', most: '98.5' }];
    expect(['ACKNOWLEDGE', 'RESOLUTION_24H', 'ARRIVAL'].map(kind => targetOf(kind, targets))).toEqual(['95%', '90–98.5%', '—']);
    expect([causeFor(true)('UNEXPLAINED', t), causeFor(false)('UNEXPLAINED', t), causeFor(false)('CAPACITY', t)]).toEqual(['原因待查', '其他', '人手不足']);
  });

  it('are summed without asking again', () => {
    const rows: Attainment[] = [{ total: 4, met: 2, breached: 1, open: 1 }, { total: 1, met: 0, breached: 0, open: 1 }];
    expect(sumOf(rows)).toEqual({ total: 5, met: 2, breached: 1, open: 2, attainment: 0.6667 });
    expect(sumOf([]).attainment).toBeNull();
    expect(worstFirst([{ key: 'a', total: 1, met: 1, breached: 0, open: 0, attainment: 1 }, { key: 'b', total: 1, met: 0, breached: 0, open: 1, attainment: null }, { key: 'c', total: 1, met: 0, breached: 1, open: 0, attainment: 0 }]).map(row => row.key)).toEqual(['c', 'a', 'b']);
  });
});

describe('a chart', () => {
  const data: ChartData = { shape: 'bars', labels: ['幸福超市', '阳光小学'], series: [{ name: '兑现率', values: [0.5, null], tone: 'brand' }], most: 1, write: percent };
  const palette = { brand: '#123456', text: '#000000', quiet: '#111111', line: '#222222', surface: '#ffffff', good: '', warn: '', bad: '', faint: '', remote: '', font: 'sans-serif' } satisfies Palette;

  it('is told in words to who cannot see it', () => {
    expect(spoken(data, '—')).toBe('幸福超市 50%; 阳光小学 —');
    expect(spoken({ ...data, labels: ['六月'], series: [{ name: '早', values: [1], tone: 'good' }, { name: '迟', values: [0], tone: 'bad' }], write: String }, '—')).toBe('六月 早 1 迟 0');
  });

  it('stands still, has the colours of the look, and room for every bar', () => {
    const option = optionOf(data, palette) as { animation: boolean; yAxis: { data: string[] }; xAxis: { max: number }; series: { type: string; itemStyle: { color: string } }[]; legend?: unknown };
    expect(option).toMatchObject({ animation: false, yAxis: { data: data.labels }, xAxis: { max: 1 }, series: [{ type: 'bar', itemStyle: { color: '#123456' } }] });
    expect(option.legend).toBeUndefined();
    expect(heightOf({ ...data, labels: Array.from({ length: 20 }, String) })).toBeGreaterThan(heightOf(data));
    expect(heightOf({ ...data, shape: 'line' })).toBe(heightOf({ ...data, shape: 'line', labels: [] }));
  });
});

describe('links to what a figure counts', () => {
  it('keep the period and the customer', () => {
    expect(promisesAt({ period: 'last', customer: 'k1' }, { by: 'PRIORITY', key: 'P1', verdict: 'BROKEN', tookFrom: 0 })).toBe('/dashboard/promises?period=last&customer=k1&by=PRIORITY&key=P1&verdict=BROKEN&tookFrom=0');
    expect(promisesAt({}, { by: 'ENGINEER', key: null })).toBe('/dashboard/promises?by=ENGINEER');
  });

  it('are told in words', () => {
    const none = { by: undefined, key: undefined, called: undefined, kind: undefined, verdict: undefined, arrival: undefined, tookFrom: undefined, tookTo: undefined };
    expect(wordsOf({ ...none, by: 'ENGINEER', key: 'e1', called: '李工', verdict: 'BROKEN' }, String, t)).toEqual(['工程师：李工', '未兑现']);
    expect(wordsOf({ ...none, by: 'SERVICE' }, String, t)).toEqual(['服务项目：无单独约定']);
    expect(wordsOf({ ...none, kind: 'ARRIVAL', arrival: 'LATE', tookFrom: '60', tookTo: '120' }, () => '准时上门', t)).toEqual(['准时上门', '迟到', '用时 1 小时–2 小时']);
    expect(wordsOf({ ...none, tookFrom: '4320' }, String, t)).toEqual(['用时 3 天及以上']);
  });

  it('have words for every touch point of a survey', () => {
    for (const lng of ['zh-CN', 'en']) expect(ASPECTS.filter(aspect => !i18n.exists(`enums.score.${aspect}`, { lng, fallbackLng: [] }))).toEqual([]);
  });
});

const ENTRY: Compensation = {
  id: 'c1', version: 1, customerId: 'k1', customerName: '幸福超市', agreement: 'SLA-1', agreementVersion: 2, month: '2026-11', kind: 'RESOLUTION_24H', priority: 'P1', ticketId: 't1', ticket: '2611-0042', breachedAt: '2026-11-20T02:00:00Z', status: 'OWED', amount: '250.00', currency: 'CNY', settled: true,
  steps: [{ amount: '250.00', sentence: '超时 3 小时。' }], facts: [{ at: '2026-11-20T02:00:00Z', by: 'sla-service', fact: 'OWED', data: {} }], exclusionCauses: ['FORCE_MAJEURE'],
};
const PROPOSED: CompensationFact = { at: '2026-11-21T02:00:00Z', by: 'chen', fact: 'EXCLUSION_PROPOSED', data: { cause: 'FORCE_MAJEURE', reason: '台风', evidence: '通告' } };

describe('a compensation', () => {
  it('is decided by whom the service lets', () => {
    expect(stepsFor(ENTRY, who('m', 'manager'))).toEqual(['approve']);
    expect(stepsFor(ENTRY, who('s', 'supervisor'))).toEqual(['exclude']);
    expect(stepsFor({ status: 'EXCLUSION_PROPOSED' }, who('m', 'manager'))).toEqual(['accept', 'reject']);
    expect(stepsFor({ status: 'EXCLUSION_PROPOSED' }, who('s', 'supervisor'))).toEqual([]);
    expect(stepsFor({ status: 'APPROVED' }, who('m', 'manager'))).toEqual([]);
  });

  it('says in words what stands in the way', () => {
    expect(obstacle('approve', { ...ENTRY, settled: false }, who('m', 'manager'), t)).toContain('仍可能增加');
    expect(obstacle('approve', { ...ENTRY, amount: '0.00' }, who('m', 'manager'), t)).toContain('不需要补偿');
    expect(obstacle('approve', ENTRY, who('m', 'manager'), t)).toBeUndefined();
    expect(obstacle('exclude', { ...ENTRY, exclusionCauses: [] }, who('s', 'supervisor'), t)).toContain('没有约定');
    expect(obstacle('accept', { ...ENTRY, facts: [PROPOSED] }, who('chen', 'manager'), t)).toContain('另一位经理');
    expect(obstacle('accept', { ...ENTRY, facts: [PROPOSED] }, who('sun', 'manager'), t)).toBeUndefined();
    expect(said(PROPOSED, t)).toEqual(['不可抗力：台风', '证据：通告']);
  });
});

describe('pages of managers', () => {
  let answers: (path: string) => unknown = () => undefined;
  let sent: { path: string; headers: Record<string, string>; body: unknown }[] = [];
  beforeAll(() => {
    configure({ asyncUtilTimeout: 10_000 });
    stubBrowser(true);
  });
  beforeEach(() => {
    sent = [];
    vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
      const headers = request.headers as Record<string, string>;
      if (request.method && request.method !== 'GET') sent.push({ path, headers, body: JSON.parse(String(request.body)) });
      else if (headers.Accept?.startsWith('application/pdf')) {
        sent.push({ path, headers, body: undefined });
        return { ok: true, status: 200, type: 'basic', blob: async () => new Blob(['%PDF']), headers: new Headers({ 'Content-Disposition': "attachment; filename*=UTF-8''%E6%9C%88%E6%8A%A5.pdf" }) };
      }
      const answer = answers(path);
      return { ok: true, status: 200, type: 'basic', text: async () => JSON.stringify(answer ?? { items: [], next: null }) };
    });
  });
  afterEach(cleanup);

  const figures = (path: string) => {
    if (path.startsWith('/api/sla-reports/attainment/kind')) return { items: [{ key: 'ARRIVAL', kind: 'ARRIVAL', total: 3, met: 1, breached: 1, open: 1, attainment: 0.5 }] };
    if (path.startsWith('/api/sla-reports/attainment/customer')) return { items: [{ key: 'k1', name: '幸福超市', total: 3, met: 1, breached: 1, open: 1, attainment: 0.5 }] };
    if (path.startsWith('/api/sla-reports/causes/summary')) return { broken: 1, complete: true, items: [{ cause: 'ENGINEER_LATE', count: 1, found: 0, share: 1, involved: 1 }] };
    if (path.startsWith('/api/surveys/summary')) return { answers: 0, aspects: [], customers: [] };
    return undefined;
  };

  it('show figures, each leading to what it counts', async () => {
    answers = figures;
    show(who('m', 'manager'), <DashboardPage />, '/dashboard?period=last');
    await waitFor(() => expect(screen.getByTestId('tile-rate').textContent).toBe('50%'));
    expect(screen.getByTestId('tile-broken').closest('a')!.getAttribute('href')).toBe('/dashboard/promises?period=last&verdict=BROKEN');
    const by = await screen.findByTestId('figure-by');
    await waitFor(() => expect(within(by).getByText('幸福超市')).toBeTruthy());
    expect(within(by).getAllByRole('link').map(link => link.getAttribute('href'))).toContain(`/dashboard/promises?period=last&by=CUSTOMER&key=k1&called=${encodeURIComponent('幸福超市')}&verdict=BROKEN`);
    expect(within(screen.getByTestId('figure-causes')).getByRole('link').getAttribute('href')).toBe('/dashboard/breaches?period=last&cause=ENGINEER_LATE');
    expect(within(screen.getByTestId('figure-satisfaction')).getByText('这段时间还没有客户评价')).toBeTruthy();
  });

  it('call engineers by their names, whom the figures know by their ids only, and never say that nobody was sent', async () => {
    answers = path => (path.startsWith('/api/engineers') ? { items: [{ id: 'e1', version: 0, name: '李工' }] }
      : path.startsWith('/api/sla-reports/attainment/engineer') ? { items: ['e1', 'e9', null].map(key => ({ key, total: 3, met: 1, breached: 1, open: 1, attainment: 0.5 })) }
        : path.startsWith('/api/sla-reports/punctuality') ? { items: [null, 'e1', 'e9'].map(engineerId => ({ engineerId, visits: 2, early: 0, onTarget: 2, tight: 0, late: 0, absent: 0, ahead: 0, punctual: 1, unannounced: 0 })) }
          : path.startsWith('/api/sla-reports/notices') ? { items: [{ engineerId: 'e1', rule: 'R87', notices: 1, kept: 1, broken: 0, share: 1 }] } : figures(path));
    show(who('m', 'manager'), <DashboardPage />, '/dashboard?period=last&by=ENGINEER');
    for (const name of ['by', 'punctuality', 'notices']) await waitFor(() => expect(within(screen.getByTestId(`figure-${name}`)).getAllByText('李工').length).toBeGreaterThan(0));
    expect(within(screen.getByTestId('figure-by')).getAllByText('已离职的工程师').length).toBeGreaterThan(0);
    expect(within(screen.getByTestId('figure-by')).getAllByText('未派工程师').length).toBeGreaterThan(0);
    expect(within(screen.getByTestId('figure-punctuality')).queryByText('未派工程师')).toBeNull();
    expect(document.body.textContent).not.toMatch(/\be[19]\b/);
  });

  const REPORT = { id: 'r1', version: 4, type: 'CUSTOMER', customerId: 'k1', customerName: '幸福超市', month: '2026-10', number: 2, status: 'DRAFT', draftedBy: 'system', draftedAt: '2026-11-08T01:00:00Z', latest: true };

  it('release a report in the version that was read, with a word to the readers', async () => {
    answers = path => (path === '/api/sla-reports/monthly/r1' ? { report: REPORT } : undefined);
    show(who('m', 'manager'), <ReportPage />, '/reports/monthly/r1', '/reports/monthly/:id');
    expect(await screen.findByRole('heading', { level: 1, name: '幸福超市 2026年10月服务报告' })).toBeTruthy();
    expect(screen.getByText('第 2 稿')).toBeTruthy();
    fireEvent.click(screen.getByTestId('report-release'));
    fireEvent.change(await screen.findByTestId('release-comment'), { target: { value: '服务平稳' } });
    fireEvent.click(screen.getByTestId('release-submit'));
    await waitFor(() => expect(sent[0]).toMatchObject({ path: '/api/sla-reports/monthly/r1/release', headers: { 'If-Match': '"4"' }, body: { comment: '服务平稳' } }));
  });

  it('release no draft that another one has replaced, and save files in the language of the page', async () => {
    answers = path => (path === '/api/sla-reports/monthly/r1' ? { report: { ...REPORT, latest: false } } : undefined);
    const saved: string[] = [];
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} }));
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) { saved.push(this.download); });
    show(who('m', 'manager'), <ReportPage />, '/reports/monthly/r1', '/reports/monthly/:id');
    fireEvent.click(await screen.findByTestId('report-pdf'));
    await waitFor(() => expect(saved).toEqual(['月报.pdf']));
    expect(sent[0]).toMatchObject({ path: '/api/sla-reports/monthly/r1/pdf', headers: { 'Accept-Language': 'zh-CN' } });
    expect(screen.queryByTestId('report-release')).toBeNull();
    click.mockRestore();
  });

  it('show a customer his reports, and nothing of drafts', async () => {
    answers = path => (path.startsWith('/api/sla-reports/monthly') ? { items: [{ ...REPORT, status: 'RELEASED', releasedAt: '2026-11-09T01:00:00Z' }], next: null } : undefined);
    show({ ...who('liu', 'customer'), customers: ['k1'] }, <ReportList />, '/reports/monthly');
    const row = await screen.findByTestId('report-row');
    expect(row.textContent).toContain('幸福超市 2026年10月服务报告');
    expect(row.textContent).not.toContain('稿');
    expect(screen.queryByTestId('draft-report')).toBeNull();
    expect(screen.queryByTestId('filter-status')).toBeNull();
  });

  it('let a manager approve what the page showed', async () => {
    answers = path => (path === '/api/compensations/c1' ? ENTRY : undefined);
    show(who('m', 'manager'), <CompensationPage />, '/compensations/c1', '/compensations/:id');
    fireEvent.click(await screen.findByTestId('compensation-approve'));
    fireEvent.click(await screen.findByTestId('approve-submit'));
    await waitFor(() => expect(sent[0]).toMatchObject({ path: '/api/compensations/c1/approve', headers: { 'If-Match': '"1"' } }));
    expect(screen.getByTestId('reckoning').textContent).toContain('超时 3 小时。 → 250.00 CNY');
  });

  it('let nobody decide about his own proposal', async () => {
    answers = path => (path === '/api/compensations/c1' ? { ...ENTRY, status: 'EXCLUSION_PROPOSED', facts: [...(ENTRY.facts ?? []), PROPOSED] } : undefined);
    show(who('chen', 'supervisor', 'manager'), <CompensationPage />, '/compensations/c1', '/compensations/:id');
    expect(((await screen.findByTestId('compensation-accept')) as HTMLButtonElement).disabled).toBe(true);
    expect(screen.getByTestId('compensation-obstacle').textContent).toContain('另一位经理');
    expect(screen.getByTestId('compensation-history').textContent).toContain('证据：通告');
  });
});
