import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../src/api';
import type { Content } from '../src/calendars/api';
import { CalendarPage } from '../src/calendars/CalendarPage';
import { changedDays, dayOf, intervalsOf, specialDaysOf, stretchesOf, weekOn } from '../src/calendars/days';
import { contentOf, valuesOf } from '../src/calendars/form';
import '../src/calendars/i18n';
import { noticeOf } from '../src/calendars/Import';
import { reasonOf, sentenceOf, spanOf } from '../src/calendars/words';
import i18n from '../src/i18n';
import { show, stubBrowser } from './browser';

const t = i18n.getFixedT('zh-CN');
const OFFICE = ['09:00-12:00', '13:30-18:00'];
const WHOLE: Content = {
  title: '中国办公时间', zone: 'Asia/Shanghai',
  weeks: [{ hours: { MONDAY: OFFICE, TUESDAY: OFFICE, WEDNESDAY: OFFICE, THURSDAY: OFFICE, FRIDAY: OFFICE } }, { from: '2026-07-01', hours: { MONDAY: ['08:00-17:00'], SATURDAY: ['10:00-16:00'] } }],
  days: [{ date: '2026-10-01', name: '国庆节', source: 'notice-2026' }, { date: '2026-10-10', name: '国庆节', as: 'MONDAY', source: 'notice-2026' }, { date: '2026-12-28', name: '年终', hours: ['09:00-12:00'] }],
};

describe('days of a calendar', () => {
  it('has the hours of the week that holds on that day', () => {
    expect(dayOf(WHOLE, '2026-06-26')).toEqual({ hours: OFFICE });
    expect(dayOf(WHOLE, '2026-07-03').hours).toEqual([]);
    expect(dayOf(WHOLE, '2026-07-04').hours).toEqual(['10:00-16:00']);
    expect(weekOn(WHOLE.weeks!, '2026-06-30')?.from).toBeUndefined();
  });

  it('marks days off, make-up days and days with other hours', () => {
    expect(dayOf(WHOLE, '2026-10-01')).toMatchObject({ hours: [], mark: 'off' });
    expect(dayOf(WHOLE, '2026-10-10')).toMatchObject({ hours: ['08:00-17:00'], mark: 'work' });
    expect(dayOf(WHOLE, '2026-12-28')).toMatchObject({ hours: ['09:00-12:00'], mark: 'other' });
    expect(['2026-10-01', '2026-10-10', '2026-12-28'].map(date => sentenceOf(dayOf(WHOLE, date), t))).toEqual(['放假', '上班，按星期一的时间', '工作时间 09:00-12:00']);
  });

  it('tells which days another calendar has otherwise', () => {
    const days = [WHOLE.days![0]!, { date: '2026-10-10', name: '国庆节' }, { date: '2027-01-01', name: '元旦' }];
    expect(changedDays(WHOLE, { ...WHOLE, days }).map(change => [change.date, change.before.mark, change.after.mark])).toEqual([['2026-10-10', 'work', 'off'], ['2026-12-28', 'other', undefined], ['2027-01-01', undefined, 'off']]);
    expect(changedDays(WHOLE, WHOLE)).toEqual([]);
    expect(specialDaysOf(WHOLE, 2026)).toHaveLength(3);
  });

  it('takes days that follow each other and are the same as one', () => {
    const off = (date: string, name = '国庆节') => ({ date, name });
    expect(stretchesOf([off('2026-09-30', '店庆'), off('2026-10-01'), off('2026-10-02'), off('2026-10-04'), { ...off('2026-10-05'), as: 'MONDAY' }]).map(({ first, last }) => [first.date, last.date])).toEqual([
      ['2026-09-30', '2026-09-30'], ['2026-10-01', '2026-10-02'], ['2026-10-04', '2026-10-04'], ['2026-10-05', '2026-10-05'],
    ]);
  });

  it('reads intervals however they are separated, and nothing else', () => {
    expect(intervalsOf('09:00-12:00, 13:30-18:00')).toEqual(OFFICE);
    expect(intervalsOf('09：00–12：00；13:30－18:00')).toEqual(OFFICE);
    expect([intervalsOf(''), intervalsOf('9-12'), intervalsOf('09:00-25:00')]).toEqual([undefined, undefined, undefined]);
  });

  it('says why there is a revision, and lengths in hours', () => {
    expect(['shipped', 'edited', 'notice-2026', 'base office-cn', 'newer'].map(each => reasonOf(each, t))).toEqual(['随系统提供', '修改', '导入 2026 年放假通知', '基础日历有新版', '其他']);
    expect(['PT30M', 'PT9H', 'PT26H30M'].map(each => spanOf(each, t))).toEqual(['30 分钟', '9 小时', '26 小时 30 分']);
  });
});

describe('the form of a calendar', () => {
  it('gives back what it was given', () => {
    const { title, zone, weeks, days } = WHOLE;
    expect(contentOf(valuesOf(WHOLE, false), undefined)).toEqual({ title, zone, weeks, days });
  });

  it('tells of an overlay only what differs from its base', () => {
    const overlay: Content = { title: '门店', base: 'office-cn', weeks: [{ from: '2026-07-01', hours: { SATURDAY: ['10:00-16:00'], MONDAY: [] } }], days: [] };
    const values = valuesOf(overlay, true);
    expect([values.weeks![0]!.days.TUESDAY.mode, values.weeks![0]!.days.MONDAY.mode, values.weeks![0]!.days.SATURDAY.mode]).toEqual(['base', 'free', 'work']);
    expect(contentOf(values, 'office-cn')).toEqual(overlay);
  });
});

it('takes a notice as JSON or as it is', () => {
  expect(noticeOf(' {"year":2027,"days":[]}', undefined)).toEqual({ json: { year: 2027, days: [] } });
  expect(noticeOf('{year', undefined)).toHaveProperty('wrong');
  expect(noticeOf('BEGIN:VCALENDAR', undefined)).toEqual({ file: 'BEGIN:VCALENDAR' });
  // The words of a notice are no data: the service would complain of lines that nobody wrote.
  expect(noticeOf('国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日至3日放假，共3天。', undefined)).toEqual({ wrong: undefined });
  expect(noticeOf('not decoded', new Blob(['x']))).toHaveProperty('file');
});

describe('the page of a calendar', () => {
  const MANAGER: Me = { subject: 'm', name: '孙经理', username: 'manager', roles: ['manager'], customers: [] };
  const SUPERVISOR: Me = { ...MANAGER, roles: ['supervisor'] };
  const calendar = { name: 'office-cn', revision: 3, reference: 'office-cn@3', content: WHOLE, whole: WHOLE, reason: 'edited', savedAt: '2026-11-01T00:00:00Z', savedBy: 'manager' };
  let sent: { method: string; path: string; type: string; body: string; match?: string }[] = [];
  const effect = { calendars: ['office-cn', 'shop'], totals: { clocks: 5, earlier: 1, later: 2, brokenAtOnce: 1, complete: true }, moved: { items: [{ clockId: 'c', kind: 'RESOLUTION_24H', dueAt: '2026-11-27T01:00:00Z', newDueAt: '2026-11-28T01:00:00Z' }], next: null }, whole: { ...WHOLE, days: [...WHOLE.days!, { date: '2027-01-01', name: '元旦' }] } };

  beforeAll(() => {
    configure({ asyncUtilTimeout: 10_000 });
    stubBrowser(true);
  });
  beforeEach(() => {
    sent = [];
    sessionStorage.clear();
    vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
      const headers = request.headers as Record<string, string>;
      if (request.method !== 'GET') sent.push({ method: request.method!, path, type: headers['Content-Type']!, body: String(request.body), match: headers['If-Match'] });
      const due = { calendar: 'office-cn@3', from: '2026-09-30T17:00:00+08:00', within: 'PT4H', due: '2026-10-08T12:00:00+08:00', notCounted: [{ name: '国庆节', time: 'PT168H' }, { time: 'PT17H' }] };
      const answer = path.includes('preview') ? effect : path.includes('/due') ? due : path.includes('/promises/kinds') ? { items: [] } : path.includes('/revisions') ? { items: [calendar], next: null } : calendar;
      return { ok: true, status: 200, type: 'basic', text: async () => JSON.stringify(answer) };
    });
  });
  afterEach(cleanup);
  const open = (who: Me, query = '') => show(who, <CalendarPage />, `/calendars/office-cn${query}`, '/calendars/:name');

  it('shows twelve months with their marks, and the same in words', async () => {
    open(SUPERVISOR, '?year=2026');
    const year = await screen.findByTestId('year');
    expect(year.querySelectorAll('.month')).toHaveLength(12);
    expect(year.querySelector('[data-date="2026-10-01"]')!.textContent).toBe('1休');
    expect(year.querySelector('[data-date="2026-10-10"]')!.textContent).toBe('10班');
    expect(screen.getAllByTestId('special-day').map(each => each.dataset.date)).toEqual(['2026-10-01', '2026-10-10', '2026-12-28']);
  });

  it('answers when something is due, with what does not count', async () => {
    open(SUPERVISOR, '?view=due&from=2026-09-30T17:00&amount=4');
    expect((await screen.findByTestId('due-at')).textContent).toBe('到期 2026-10-08 12:00（星期四）');
    expect(screen.getAllByTestId('not-counted').map(each => each.textContent)).toEqual(['国庆节 168 小时', '非工作时间 17 小时']);
  });

  it('imports a notice only after its effect was seen', async () => {
    open(MANAGER, '?view=revisions');
    fireEvent.click(await screen.findByTestId('import-notice'));
    fireEvent.change(await screen.findByTestId('notice-text'), { target: { value: 'BEGIN:VCALENDAR' } });
    fireEvent.click(screen.getByTestId('check-notice'));
    const seen = await screen.findByTestId('effect');
    expect(within(seen).getByTestId('changed-day').textContent).toContain('元旦');
    expect(within(seen).getByTestId('effect-totals').textContent).toContain('1 个会提前，2 个会推后，1 个会立即超时');
    fireEvent.click(within(seen).getByLabelText('未结的承诺改用新日历'));
    fireEvent.click(within(seen).getByTestId('save-calendar'));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toMatchObject({ method: 'POST', path: '/api/calendars/office-cn/holidays?workAs=MONDAY&openClocks=MOVE', type: 'text/calendar', body: 'BEGIN:VCALENDAR', match: '"3"' });
  });

  it('lets supervisors see the effect and not save it', async () => {
    open(SUPERVISOR, '?view=revisions');
    fireEvent.click(await screen.findByTestId('import-notice'));
    fireEvent.change(await screen.findByTestId('notice-text'), { target: { value: '{"year":2027,"days":[]}' } });
    fireEvent.click(screen.getByTestId('check-notice'));
    expect((await screen.findByTestId('effect')).textContent).toContain('只有经理和管理员可以保存');
    expect(screen.queryByTestId('save-calendar')).toBeNull();
    expect(sent[0]).toMatchObject({ path: '/api/calendars/office-cn/holidays/preview?workAs=MONDAY', type: 'application/json' });
  });

  it('saves a changed week as a new revision of what was seen', async () => {
    open(MANAGER, '?edit=1');
    fireEvent.change(await screen.findByTestId('week-0-FRIDAY-hours'), { target: { value: '09:00-12:00' } });
    fireEvent.click(screen.getByTestId('look-calendar'));
    fireEvent.click(await screen.findByTestId('save-calendar'));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toMatchObject({ method: 'PUT', path: '/api/calendars/office-cn?openClocks=KEEP', match: '"3"' });
    expect(JSON.parse(sent[1]!.body)).toMatchObject({ weeks: [{ hours: { FRIDAY: ['09:00-12:00'], MONDAY: OFFICE } }, { from: '2026-07-01' }] });
  });
});
