import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Gate } from '../src/Gate';
import { Report } from '../src/portal/Report';
import { MeContext } from '../src/session';
import { Look } from '../src/ui/Look';
import { stubBrowser } from './browser';

const WHO = { subject: 's1', name: '刘店长', username: 'customer', roles: ['customer'], customers: ['k1'] };
type Answer = (method: string, path: string, request: RequestInit) => [number, unknown];
const sent: { path: string; key?: string; body: unknown }[] = [];

function server(answer: Answer) {
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    const headers = request.headers as Record<string, string>;
    if (request.method === 'POST') sent.push({ path, key: headers['Idempotency-Key'], body: JSON.parse(String(request.body)) });
    const [status, body] = answer(request.method ?? 'GET', path, request);
    return { ok: status < 400, status, type: 'basic', text: async () => JSON.stringify(body) };
  });
}

const page = (element: ReactNode) => render(
  <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
    <Look>
      <MemoryRouter initialEntries={['/tickets/new']}>
        <Routes><Route path="/tickets/new" element={element} /><Route path="/tickets/:id" element={<p>opened</p>} /></Routes>
      </MemoryRouter>
    </Look>
  </QueryClientProvider>,
);
const report = () => page(<MeContext value={WHO}><Report /></MeContext>);
const type = (id: string, value: string) => fireEvent.change(screen.getByTestId(id), { target: { value } });

beforeAll(() => {
  // antd's form is slow in jsdom, and slower on a busy machine.
  configure({ asyncUtilTimeout: 10_000 });
  // jsdom has no layout.
  stubBrowser(false);
  Element.prototype.scrollIntoView = () => {};
});
beforeEach(() => { sent.length = 0; sessionStorage.clear(); });
afterEach(cleanup);

describe('a report', () => {
  it('is one ticket after two clicks, though the knowledge base fails', async () => {
    server((method, path) => path.startsWith('/api/articles') ? [503, {}] : method === 'POST' ? [201, { id: 't1', number: '2611-0001' }] : [200, { id: 'k1', name: '幸福超市', sites: null }]);
    report();
    type('summary', '收银机坏了');
    await screen.findByTestId('known-fixes-down');
    const submit = screen.getByTestId('submit-ticket');
    fireEvent.click(submit);
    fireEvent.click(submit);
    await screen.findByText('opened');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ path: '/api/tickets', body: { customerId: 'k1', channel: 'PORTAL', source: 'USER', summary: '收银机坏了', impact: 'MEDIUM' } });
    expect(sent[0]!.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(sessionStorage).toHaveLength(0);
  });

  it('shows what the service refused, and tries again under the same key', async () => {
    server((method) => method === 'POST'
      ? [400, { detail: '输入有误', errors: [{ field: 'summary', message: '太含糊' }, { field: 'source', message: '来源不明' }] }] : [200, { id: 'k1', name: '幸福超市', items: [] }]);
    report();
    type('summary', '坏了');
    fireEvent.click(screen.getByTestId('submit-ticket'));
    await screen.findByText('太含糊');
    expect(screen.getByTestId('problem').textContent).toContain('输入有误');
    expect(screen.getByTestId('problem').textContent).toContain('来源不明');
    fireEvent.click(screen.getByTestId('submit-ticket'));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]!.key).toBe(sent[0]!.key);
  });

  it('gives back what was typed after the trip to the sign-in page', async () => {
    server(() => [200, { id: 'k1', name: '幸福超市', items: [] }]);
    const { unmount } = report();
    type('summary', '收银机坏了');
    unmount();
    report();
    await screen.findByTestId('draft-restored');
    expect((screen.getByTestId('summary') as HTMLInputElement).value).toBe('收银机坏了');
  });
});

describe('the gate', () => {
  it('shows the landing page to a visitor', async () => {
    server(() => [499, undefined]);
    page(<Gate />);
    expect((await screen.findByTestId('sign-in')).textContent).toBe('登录');
  });

  it('lets somebody with a session in', async () => {
    server(() => [200, { ...WHO, customers: [{ id: 'k1', alias: 'xingfu' }] }]);
    page(<Gate />);
    expect((await screen.findByTestId('account-name')).textContent).toBe('刘店长');
  });

  it('says so when the service cannot be reached', async () => {
    server(() => [503, {}]);
    page(<Gate />);
    expect(await screen.findByText('服务暂时无法访问')).toBeTruthy();
  });
});
