import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Me, Ticket } from '../src/api';
import { CustomerPage } from '../src/customer/CustomerPage';
import { TicketList } from '../src/list/TicketList';
import { OpenTicket } from '../src/open/OpenTicket';
import { Actions } from '../src/ticket/Actions';
import { Facts } from '../src/ticket/Facts';
import { show, stubBrowser } from './browser';

const AGENT: Me = { subject: 's1', name: '王坐席', username: 'agent', roles: ['agent'], customers: [] };
const TICKET = { id: 't1', version: 3, number: '2611-0042', customerId: 'k1', contactId: 'c1', status: 'IN_PROGRESS', summary: '打印机不出纸', priority: 'P3', openedAt: '2026-11-27T00:00:00Z', callbackDue: '2099-01-01T00:00:00Z' } as Ticket;
const FILE = {
  id: 'k1', version: 1, name: '幸福超市', level: 'IMPORTANT', sites: [{ id: 's1', name: '人民路店' }],
  contacts: [{ id: 'c1', name: '刘*', salutation: '刘店长', phone: '138****34', siteId: 's1' }, { id: 'c2', name: '马*', salutation: '马女士', phone: '139****88', siteId: 's1' }],
  products: [{ id: 'p1', name: '收银机', siteId: 's1' }],
};

let sent: { path: string; body: Record<string, unknown> }[] = [];
let asked: string[] = [];
let answer: (path: string) => [number, unknown];

const find = (path: string): unknown => {
  if (path.startsWith('/api/customers?')) return { items: path.includes('13800001234') ? [{ ...FILE, sites: null, contacts: null, products: null, callers: [{ id: 'c1', salutation: '刘店长' }] }] : [] };
  if (path.startsWith('/api/customers/')) return FILE;
  if (path === '/api/tickets/queues') return { items: [{ queue: 'NEW', count: 4 }, { queue: 'BREACHED', count: 1 }] };
  if (path.startsWith('/api/tickets?')) return { items: [TICKET, { ...TICKET, id: 't2', number: '2611-0043', status: 'WAITING', waitingFor: 'CUSTOMER' }], next: null };
  if (path.startsWith('/api/visits?customerId=k1')) return { items: [{ id: 'v1', version: 1, number: 'V2611-0007', ticketId: 't1', ticketNumber: '2611-0042', status: 'SCHEDULED', missing: [], need: '更换打印头', windowStart: '2026-11-27T02:00:00Z', windowEnd: '2026-11-27T04:00:00Z', engineerName: '李工' }], next: null };
  return { items: [] };
};

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  stubBrowser(true);
  Element.prototype.scrollIntoView = () => {};
});
beforeEach(() => {
  sent = [];
  asked = [];
  answer = () => [200, {}];
  sessionStorage.clear();
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    const post = request.method === 'POST';
    if (post) sent.push({ path, body: JSON.parse(String(request.body)) });
    else asked.push(path);
    const [status, body] = post ? answer(path) : [200, find(path)];
    return { ok: status < 400, status, type: 'basic', text: async () => JSON.stringify(body) };
  });
});
afterEach(cleanup);

const type = (id: string, value: string) => fireEvent.change(screen.getByTestId(id), { target: { value } });

it('takes a talk for the answer that the customer waits for, unless somebody says otherwise', async () => {
  show(AGENT, <Actions ticket={TICKET} story={[]} />, '/');
  fireEvent.click(screen.getByTestId('action-contact'));
  await screen.findByTestId('contact-said');
  type('contact-said', '厂家已发货，明天到');
  fireEvent.click(screen.getByTestId('contact-submit'));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({ path: '/api/tickets/t1/contact', body: { channel: 'PHONE', said: '厂家已发货，明天到', answersCallback: true } });
});

it('asks for another promise of an answer what the customer was told as the reason', async () => {
  show(AGENT, <Actions ticket={TICKET} story={[]} />, '/');
  fireEvent.click(screen.getByTestId('action-more'));
  fireEvent.click(await screen.findByTestId('action-callback'));
  fireEvent.click(await screen.findByTestId('callback-submit'));
  await screen.findByText('请填写向客户说明的原因');
  expect(sent).toHaveLength(0);
});

it('cancels for a reason only', async () => {
  show(AGENT, <Actions ticket={TICKET} story={[]} />, '/');
  fireEvent.click(screen.getByTestId('action-more'));
  fireEvent.click(await screen.findByTestId('action-cancel'));
  fireEvent.click(await screen.findByTestId('cancel-submit'));
  await screen.findByText('请填写原因');
  type('cancel-reason', '重复登记');
  fireEvent.click(screen.getByTestId('cancel-submit'));
  await waitFor(() => expect(sent).toEqual([{ path: '/api/tickets/t1/cancel', body: { reason: '重复登记' } }]));
});

it('shows a contact in full to who says why', async () => {
  answer = () => [200, { id: 'c1', name: '刘海燕', salutation: '刘店长', phone: '138 0000 1234', phoneNumber: '+8613800001234' }];
  show(AGENT, <Facts ticket={TICKET} names={() => undefined} />, '/');
  fireEvent.click(await screen.findByTestId('reveal'));
  type((await screen.findByTestId('reveal-reason')).dataset.testid!, '回拨客户');
  fireEvent.click(screen.getByTestId('reveal-submit'));
  const shown = within(await screen.findByTestId('revealed'));
  expect(shown.getByText('138 0000 1234').getAttribute('href')).toBe('tel:+8613800001234');
  expect(sent[0]).toEqual({ path: '/api/customers/k1/contacts/c1/reveal', body: { reason: '回拨客户' } });
});

it('knows by the number who calls, from where and about what', async () => {
  answer = () => [201, { ...TICKET, id: 't9' }];
  show(AGENT, <OpenTicket />, '/tickets/new');
  const field = screen.getByTestId('customer').querySelector('input')!;
  fireEvent.mouseDown(field);
  fireEvent.change(field, { target: { value: '13800001234' } });
  fireEvent.click(await screen.findByText('刘店长', { selector: '.quiet' }));
  await screen.findByTestId('caller-card');
  await waitFor(() => expect(screen.getByTestId('contactId').textContent).toContain('刘店长'));
  expect(screen.getByTestId('siteId').textContent).toContain('人民路店');
  expect(screen.getByTestId('productId').textContent).toContain('收银机');
  type('summary', '扫码枪没有反应');
  fireEvent.click(screen.getAllByTestId('quick-time').at(-1)!);
  fireEvent.click(screen.getByTestId('submit-ticket'));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]!.body).toMatchObject({ customerId: 'k1', siteId: 's1', contactId: 'c1', productId: 'p1', channel: 'PHONE', matter: 'FAULT', summary: '扫码枪没有反应' });
});

it('shows what waits, asks for it by the address, and orders by time what is urgent', async () => {
  show(AGENT, <TicketList />, '/tickets?queue=BREACHED');
  await waitFor(() => expect(screen.getByTestId('queue-NEW').dataset.count).toBe('4'));
  expect(asked.find(path => path.startsWith('/api/tickets?'))).toContain('queue=BREACHED&order=DUE');
  expect(await screen.findAllByTestId('stands-still')).toHaveLength(1);
  fireEvent.click(screen.getByTestId('queue-NEW'));
  await waitFor(() => expect(asked.some(path => path.includes('queue=NEW') && !path.includes('order='))).toBe(true));
});

it('assigns several one after the other and says of each what came of it', async () => {
  answer = path => (path.includes('t2') ? [412, { type: '/problems/stale-version', detail: '已被他人修改' }] : [200, TICKET]);
  show(AGENT, <TicketList />, '/tickets');
  fireEvent.click(await screen.findByLabelText('选择工单 2611-0042'));
  fireEvent.click(await screen.findByLabelText('选择工单 2611-0043'));
  fireEvent.click(screen.getByTestId('bulk-assign'));
  fireEvent.mouseDown((await screen.findByTestId('bulk-to')).querySelector('input')!);
  fireEvent.click(await screen.findByText('我 (王坐席)'));
  fireEvent.click(screen.getByTestId('bulk-submit'));
  await screen.findByText('已被他人修改');
  expect(screen.getAllByTestId('bulk-row').map(row => row.dataset.done)).toEqual(['true', 'false']);
  expect(sent.map(each => each.body)).toEqual([{ assignee: 'agent' }, { assignee: 'agent' }]);
});

it('shows the visits of a customer to whom visits concern', async () => {
  show(AGENT, <CustomerPage />, '/customers/k1?tab=visits', '/customers/:id');
  const row = await screen.findByTestId('customer-visit');
  expect(row.textContent).toContain('更换打印头2026-11-27 10:00–12:00 · 李工');
  expect(within(row).getAllByRole('link').map(link => link.getAttribute('href'))).toEqual(['/visits/v1', '/tickets/t1']);
  cleanup();
  show({ ...AGENT, roles: ['admin'] }, <CustomerPage />, '/customers/k1?tab=visits', '/customers/:id');
  await screen.findByTestId('customer-tab-file');
  expect(screen.queryByTestId('customer-tab-visits')).toBeNull();
});

it('does not say that nobody was found when nobody could be asked', async () => {
  vi.stubGlobal('fetch', async (path: string) => {
    const down = path.startsWith('/api/customers?');
    return { ok: !down, status: down ? 504 : 200, type: 'basic', text: async () => (down ? '' : JSON.stringify(find(path))) };
  });
  show(AGENT, <OpenTicket />, '/tickets/new');
  const field = (await screen.findByTestId('customer')).querySelector('input') ?? screen.getByTestId('customer');
  fireEvent.mouseDown(field);
  fireEvent.change(field, { target: { value: '13800001234' } });
  await screen.findByText('服务暂时不可用，请稍后再试。');
  expect(screen.queryByText('没有找到，可登记为新客户')).toBeNull();
});
