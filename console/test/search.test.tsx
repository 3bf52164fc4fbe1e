import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Me } from '../src/api';
import i18n from '../src/i18n';
import { step, visitNumber } from '../src/search/finds';
import { Search } from '../src/search/Search';
import { MeContext } from '../src/session';
import { Look } from '../src/ui/Look';
import { stubBrowser } from './browser';

const who = (...roles: string[]): Me => ({ subject: 's', name: 'n', username: 'u', roles, customers: [] });
const TICKET = { id: 't1', number: '2611-0042', summary: '收银机不打印', customerName: '幸福超市', status: 'WAITING' };
const ANSWERS: Record<string, unknown[]> = {
  '/api/tickets': [TICKET], '/api/customers': [{ id: 'k1', name: '幸福超市', level: 'IMPORTANT' }], '/api/visits': [{ id: 'v1', number: 'V2611-0007', status: 'ORDERED' }],
};

let asked: string[] = [];
let answer: (path: string) => Promise<[number, unknown]> = async path => [200, { items: ANSWERS[path.split('?')[0]!] ?? [], next: null }];

function Address() {
  const { pathname, search } = useLocation();
  return <p data-testid="address">{pathname + search}</p>;
}
const page = (me: Me) => render(
  <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
    <Look><MeContext value={me}><MemoryRouter initialEntries={['/somewhere']}><Search /><Address /></MemoryRouter></MeContext></Look>
  </QueryClientProvider>,
);
const ask = async (text: string) => {
  fireEvent.keyDown(document, { key: 'k', ctrlKey: true });
  const field = await screen.findByTestId('search-input');
  fireEvent.change(field, { target: { value: text } });
  return field;
};
const kinds = () => screen.getAllByTestId('find').map(each => each.dataset.kind);
const address = () => screen.getByTestId('address').textContent;

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  stubBrowser(false);
  Element.prototype.scrollIntoView = () => {};
});
beforeEach(() => {
  asked = [];
  localStorage.clear();
  answer = async path => [200, { items: ANSWERS[path.split('?')[0]!] ?? [], next: null }];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    const [status, body] = await answer(path);
    return { ok: status < 400, status, type: 'basic', text: async () => JSON.stringify(body) };
  });
});
afterEach(async () => { cleanup(); await act(() => i18n.changeLanguage('zh-CN')); });

it('opens a ticket by keys alone', async () => {
  page(who('agent'));
  const field = await ask('收银机');
  await screen.findByText('2611-0042 收银机不打印');
  expect(kinds()).toEqual(['tickets', 'customers']);
  expect(screen.getByText('幸福超市 · 等待中')).toBeTruthy();
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  expect(field.getAttribute('aria-activedescendant')).toBe(screen.getAllByTestId('find')[1]!.id);
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(address()).toBe('/tickets/t1'));
});

it('loses no key that is pressed before the field is there', async () => {
  page(who('agent'));
  // Nothing is rendered in between.
  act(() => {
    fireEvent.keyDown(document, { key: 'k', ctrlKey: true });
    for (const key of ['收', '银', 'Shift', '机']) fireEvent.keyDown(document, { key });
  });
  expect((await screen.findByTestId<HTMLInputElement>('search-input')).value).toBe('收银机');
  fireEvent.keyDown(document, { key: 'x' });
  expect(screen.getByTestId<HTMLInputElement>('search-input').value).toBe('收银机');
});

it('waits for the answer when Enter comes before it, and takes nothing of an earlier question', async () => {
  page(who('agent'));
  const field = await ask('2611');
  await screen.findByText('2611-0042 收银机不打印');
  answer = async path => [200, { items: path.startsWith('/api/tickets') ? [{ ...TICKET, id: 't9', number: '2611-0099' }] : [], next: null }];
  fireEvent.change(field, { target: { value: '2611-0099' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(address()).toBe('/somewhere');
  await waitFor(() => expect(address()).toBe('/tickets/t9'));
});

it('leaves the keys alone with which a Chinese word is put together', async () => {
  page(who('agent'));
  const field = await ask('客户');
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  expect(address()).toBe('/somewhere');
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(address()).toBe('/customers'));
});

it('asks only for what the role may read, and for visits only by their number', async () => {
  page(who('customer'));
  await ask('v2611-0007');
  await screen.findByText('2611-0042 收银机不打印');
  expect(asked).toEqual(['/api/tickets?query=v2611-0007&limit=5']);
  cleanup();
  asked = [];
  page(who('engineer'));
  await ask('v2611-0007');
  await screen.findByText('V2611-0007');
  expect(asked.toSorted()).toEqual(['/api/tickets?query=v2611-0007&limit=5', '/api/visits?number=V2611-0007&limit=5']);
});

it('offers the pages and commands of the role, called in either language', async () => {
  page(who('customer'));
  const field = await ask('');
  expect(screen.getAllByTestId('find').map(each => each.textContent)).toEqual(['我的服务', '报修', '已签服务单', '我的报告', '我的补偿', '切换到英文', '浅色外观', '深色外观', '退出']);
  fireEvent.change(field, { target: { value: 'dark' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(localStorage.getItem('gongdan.look')).toBe('dark'));
  expect(document.documentElement.dataset.look).toBe('dark');
  expect(asked).toEqual([]);
});

it('says so when a service does not answer, and still shows what others found', async () => {
  answer = async path => (path.startsWith('/api/customers') ? [503, { detail: '服务暂时不可用' }] : [200, { items: [TICKET] }]);
  page(who('agent'));
  await ask('收银');
  await waitFor(() => expect(screen.getByTestId('search-told').textContent).toBe('服务暂时不可用'));
  expect(kinds()).toEqual(['tickets']);
});

it('says so when there is nothing', async () => {
  answer = async () => [200, { items: [] }];
  page(who('agent'));
  await ask('没有的东西');
  await waitFor(() => expect(screen.getByTestId('search-told').textContent).toBe('没有找到'));
});

it('goes round the ends of the list', () => {
  const finds = ['a', 'b', 'c'].map(key => ({ key, title: key, icon: null, run: () => {} }));
  expect([step(finds, 'c', 1), step(finds, 'a', -1), step(finds, undefined, 1), step(finds, undefined, -1), step([], undefined, 1)]).toEqual(['a', 'c', 'a', 'c', undefined]);
});

it('knows the number of a visit', () => {
  expect(['V2611-0007', 'v2611-12', '2611-0007', 'V', 'Vase'].map(visitNumber)).toEqual(['V2611-0007', 'V2611-12', undefined, undefined, undefined]);
});
