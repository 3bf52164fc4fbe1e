import { cleanup, configure, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Customer, Me } from '../src/api';
import { CustomerPage } from '../src/customer/CustomerPage';
import { given, offered } from '../src/customer/files';
import { show, stubBrowser } from './browser';

const who = (...roles: string[]): Me => ({ subject: 's', name: 'n', username: 'u', roles, customers: [] });
const CUSTOMER = {
  id: 'k1', version: 4, name: '幸福超市', level: 'IMPORTANT',
  sites: [{ id: 's1', name: '徐家汇店', address: '上海市徐汇区****' }],
  contacts: [{ id: 'c1', name: '刘**', salutation: '刘店长', phone: '138****34', siteId: 's1' }, { id: 'c2', erasedAt: '2026-11-27T00:00:00Z' }],
  products: [{ id: 'p1', name: '收银机', serial: 'PT80', withdrawnAt: '2026-11-27T00:00:00Z' }],
} as unknown as Customer;

let posts: { path: string; headers: Record<string, string>; body: unknown }[] = [];
let answer: () => [number, unknown] = () => [200, CUSTOMER];

const page = (me: Me) => show(me, <CustomerPage />, '/customers/k1', '/customers/:id');
const part = async (id: string) => within((await screen.findAllByTestId('part')).find(each => each.dataset.id === id)!);

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  stubBrowser(false);
});
beforeEach(() => {
  posts = [];
  answer = () => [200, CUSTOMER];
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    const post = request.method === 'POST';
    if (post) posts.push({ path, headers: request.headers as Record<string, string>, body: JSON.parse(String(request.body)) });
    const [status, body] = post ? answer() : [200, CUSTOMER];
    return { ok: status < 400, status, type: 'basic', text: async () => JSON.stringify(body) };
  });
});
afterEach(cleanup);

it('erases nobody before it was said that this is final, and shows why the service refuses', async () => {
  answer = () => [409, { type: '/problems/contact-needed', detail: '以下未结束的工单仍需要该联系人：2611-0042。' }];
  page(who('supervisor'));
  fireEvent.click((await part('c1')).getByTestId('erase-contact'));
  fireEvent.mouseDown((await screen.findByTestId('erase-because')).querySelector('input') ?? screen.getByTestId('erase-because'));
  fireEvent.click(await screen.findByText('本人要求'));
  fireEvent.click(screen.getByTestId('erase-submit'));
  await screen.findByText('请先确认');
  expect(posts).toHaveLength(0);
  fireEvent.click(screen.getByTestId('erase-sure'));
  fireEvent.click(screen.getByTestId('erase-submit'));
  expect((await screen.findByTestId('problem')).textContent).toContain('2611-0042');
  expect(posts[0]).toMatchObject({ path: '/api/customers/k1/contacts/c1/erase', body: { because: 'ASKED_BY_PERSON' } });
  expect(posts[0]!.headers['If-Match']).toBe('"4"');
});

it('says in which language somebody is written to', async () => {
  page(who('agent'));
  fireEvent.click((await part('c1')).getByTestId('change-part'));
  fireEvent.click(within(await screen.findByTestId('change-language')).getByText('English'));
  fireEvent.click(screen.getByTestId('change-submit'));
  await vi.waitFor(() => expect(posts).toHaveLength(1));
  expect(posts[0]!.body).toMatchObject({ language: 'en' });
});

it('changes only what was typed', async () => {
  page(who('agent'));
  fireEvent.click((await part('c1')).getByTestId('change-part'));
  fireEvent.change(await screen.findByTestId('change-phone'), { target: { value: '13900001111' } });
  fireEvent.click(screen.getByTestId('change-submit'));
  await vi.waitFor(() => expect(posts).toHaveLength(1));
  expect(posts[0]).toMatchObject({ path: '/api/customers/k1/contacts/c1/change', body: { phone: '13900001111' } });
  expect(posts[0]!.body).not.toHaveProperty('name');
});

it('offers the desk no erasure, nobody anything about who is erased, and reinstates what was withdrawn', async () => {
  page(who('agent'));
  expect((await part('c1')).queryByTestId('erase-contact')).toBeNull();
  expect((await part('c2')).queryByRole('button')).toBeNull();
  expect((await part('c2')).getByText('个人信息已删除')).toBeTruthy();
  expect(screen.queryByTestId('withdraw-customer')).toBeNull();
  fireEvent.click((await part('p1')).getByTestId('reinstate-part'));
  await vi.waitFor(() => expect(posts[0]?.path).toBe('/api/customers/k1/products/p1/reinstate'));
});

it('offers for new tickets neither what is withdrawn nor who is erased', () => {
  expect(offered(CUSTOMER.contacts).map(each => each.id)).toEqual(['c1']);
  expect(offered(CUSTOMER.products)).toEqual([]);
  expect(offered(undefined)).toEqual([]);
});

it('sends no empty field', () => {
  expect(given({ name: '', phone: '1', email: undefined, withoutEmail: false, siteId: null })).toEqual({ phone: '1' });
});
