import { cleanup, configure, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { NotificationList } from '../src/admin/notifications/NotificationList';
import type { Me } from '../src/api';
import { BoardPage } from '../src/board/BoardPage';
import { CompensationList } from '../src/business/compensation/CompensationList';
import { ReportList } from '../src/business/monthly/ReportList';
import { CountedPromises } from '../src/business/rows/CountedPromises';
import { SurveyAnswers } from '../src/business/rows/SurveyAnswers';
import { CalendarPage } from '../src/calendars/CalendarPage';
import { ContractList } from '../src/contracts/ContractList';
import { ContractPage } from '../src/contracts/ContractPage';
import { CustomerList } from '../src/customer/CustomerList';
import { TicketList } from '../src/list/TicketList';
import { CauseList } from '../src/review/CauseList';
import { RosterPage } from '../src/roster/RosterPage';
import { dayOf, idOf, monthOf, numberOf, oneOf } from '../src/ui/said';
import { VisitList } from '../src/visit/VisitList';
import { show, stubBrowser } from './browser';

const ALL: Me = { subject: 's', name: 'n', username: 'u', roles: ['agent', 'supervisor', 'manager', 'admin'], customers: [] };
let asked: string[] = [];

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  stubBrowser(false);
});
beforeEach(() => {
  asked = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    const found = !path.includes('/agreements/') && !path.includes('/calendars/');
    return { ok: found, status: found ? 200 : 404, type: 'basic', text: async () => JSON.stringify(found ? { items: [], next: null } : { detail: '该地址不存在。' }) };
  });
});
afterEach(cleanup);

it('takes what can be read and nothing else', () => {
  expect([dayOf('2026-11-27'), dayOf('2026-02-30'), dayOf('zzz'), dayOf('0001-01-01'), dayOf('99999-01-01'), dayOf(undefined)]).toEqual(['2026-11-27', undefined, undefined, undefined, undefined, undefined]);
  expect([monthOf('2026-11'), monthOf('2026-13'), monthOf('2026-11-01')]).toEqual(['2026-11', undefined, undefined]);
  expect([idOf('01a21c8d-16d8-73b4-8c21-874ce3764000'), idOf('zzz')]).toEqual(['01a21c8d-16d8-73b4-8c21-874ce3764000', undefined]);
  expect([numberOf('0'), numberOf('-5'), numberOf('abc')]).toEqual(['0', undefined, undefined]);
  expect([oneOf(['A', 'B'], 'B'), oneOf(['A', 'B'], 'b'), oneOf(['A'], undefined)]).toEqual(['B', undefined, undefined]);
});

it.each([
  ['/board?day=zzz&span=zzz', BoardPage], ['/roster?month=2026-99&duty=zzz', RosterPage], ['/tickets?queue=zzz&status=zzz&priority=zzz&order=zzz', TicketList], ['/visits?status=zzz', VisitList],
  ['/customers?level=zzz', CustomerList], ['/review/causes?month=zzz', CauseList], ['/admin/notifications?status=zzz&template=zzz&ticketId=zzz', NotificationList],
  ['/contracts?type=zzz&customer=zzz', ContractList], ['/compensations?status=zzz&month=zzz&customer=zzz', CompensationList], ['/reports/monthly?month=zzz&status=zzz&type=zzz', ReportList],
  ['/dashboard/promises?by=zzz&verdict=zzz&arrival=zzz&tookFrom=zzz&tookTo=zzz&customer=zzz', CountedPromises], ['/dashboard/surveys?aspect=zzz&low=zzz', SurveyAnswers],
])('shows %s as the page without what cannot be read', async (address, Page) => {
  const { container } = show(ALL, <Page />, address);
  expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
  await vi.waitFor(() => expect(asked.length).toBeGreaterThan(0));
  expect(asked.filter(path => path.includes('zzz'))).toEqual([]);
  expect(container.textContent).not.toMatch(/NaN|Invalid Date|undefined/);
});

it.each([['/contracts/zzz', '/contracts/:id', ContractPage], ['/calendars/zzz?year=zzz&revision=zzz', '/calendars/:name', CalendarPage]])('says on %s what is missing, under a heading', async (address, path, Page) => {
  show(ALL, <Page />, address, path);
  await screen.findByText('该地址不存在。');
  expect(screen.getByRole('heading', { level: 1 })).toBeTruthy();
  expect(asked.some(each => each.includes('revision=zzz'))).toBe(false);
});
