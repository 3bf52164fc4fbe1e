import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { SignPage } from '../src/sign/SignPage';
import { Look } from '../src/ui/Look';
import { stubBrowser } from './browser';

/** jsdom draws nothing, so the library's place is taken by one that is told what was drawn. */
const drawn = vi.hoisted(() => ({ end: (_: unknown) => {}, strokes: [] as unknown[] }));
vi.mock('signature_pad', () => ({
  default: class {
    constructor() { drawn.end = strokes => { drawn.strokes = strokes as unknown[]; this.#listener(); }; }
    #listener = () => {};
    addEventListener(_: string, listener: () => void) { this.#listener = listener; }
    toData() { return drawn.strokes; }
    fromData(strokes: unknown[]) { drawn.strokes = strokes; }
    clear() { drawn.strokes = []; }
    off() {}
  },
}));

const OFFER = {
  number: 'V2611-0007', ticketNumber: '2611-0042', need: '更换打印头', windowStart: '2026-11-22T06:00:00Z', windowEnd: '2026-11-22T08:00:00Z', engineerName: '李工',
  checklist: [{ item: '断电检查', done: true }, { item: '清洁滚轮', done: false }], work: '更换打印头，试打正常', outcome: 'FIXED', cause: '老化', fix: '更换',
  arrivedAt: '2026-11-22T05:52:00Z', completedAt: '2026-11-22T06:40:00Z', documentHash: '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', expiresAt: '2026-11-24T06:40:00Z',
};
const SIGNED = { number: 'V2611-0007', signerName: '刘海燕', signedAt: '2026-11-22T07:00:00Z', documentHash: OFFER.documentHash };
const STROKE = [{ points: [{ x: 10, y: 10 }, { x: 120, y: 60 }] }];
const problem = (slug: string) => ({ type: `/problems/${slug}`, detail: slug });

type Answer = [number, unknown] | 'offline';
let posts: RequestInit[] = [];

function server(routes: { me?: Answer; show?: Answer; sign?: () => Answer }) {
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    if (request.method === 'POST') posts.push(request);
    const answer = path === '/bff/me' ? routes.me ?? [401, {}] : request.method === 'POST' ? routes.sign!() : routes.show ?? [200, OFFER];
    if (answer === 'offline') throw new TypeError('failed to fetch');
    return { ok: answer[0] < 400, status: answer[0], type: 'basic', text: async () => JSON.stringify(answer[1]) };
  });
}

const open = () => render(
  <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
    <Look><MemoryRouter initialEntries={['/sign/a-secret-token']}><Routes><Route path="/sign/:token" element={<SignPage />} /></Routes></MemoryRouter></Look>
  </QueryClientProvider>,
);

async function signAs(name: string) {
  await screen.findByTestId('sign-form');
  act(() => drawn.end(STROKE));
  fireEvent.change(screen.getByTestId('signer-name'), { target: { value: name } });
  fireEvent.click(screen.getByTestId('sign-submit'));
}

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  stubBrowser(false);
});
beforeEach(() => { posts = []; drawn.strokes = []; sessionStorage.clear(); });
afterEach(cleanup);

it('shows what is signed and sends name and strokes', async () => {
  server({ sign: () => [200, SIGNED] });
  open();
  await signAs(' 刘海燕 ');
  expect((await screen.findByTestId('signed')).textContent).toContain('V2611-0007');
  expect(screen.getByTestId('order-pdf').dataset['signed']).toBe('true');
  expect(JSON.parse(String(posts[0]!.body))).toEqual({ signerName: '刘海燕', strokes: 'M10 10L120 60' });
  expect(sessionStorage).toHaveLength(0);
});

it('shows order, window, work, checklist and the two ends of the fingerprint', async () => {
  server({});
  open();
  const shown = (await screen.findByTestId('sign-document')).textContent!;
  for (const words of ['2026-11-22 14:00–16:00', '李工', '更换打印头，试打正常', '断电检查', '01234567…89abcdef', '故障已排除']) expect(shown).toContain(words);
  expect(screen.getByTestId('sign-number').textContent).toBe('V2611-0007');
  expect([...screen.getByTestId('checklist').children].map(item => item.getAttribute('data-done'))).toEqual(['true', 'false']);
});

it('asks for a drawing and a name before it sends anything', async () => {
  server({ sign: () => [200, SIGNED] });
  open();
  fireEvent.click(await screen.findByTestId('sign-submit'));
  await screen.findByText('请先手写签名');
  await screen.findByText('请填写签字人姓名');
  expect(posts).toHaveLength(0);
});

it.each([[410, 'signature-ended', 'ended'], [410, 'signature-expired', 'expired'], [404, 'not-found', 'unknown']])('says why a link is of no use: %i %s', async (status, slug, why) => {
  server({ show: [status, problem(slug)] });
  open();
  expect((await screen.findByTestId('sign-closed')).dataset.why).toBe(why);
  expect(screen.queryByTestId('sign-form')).toBeNull();
  expect(screen.queryByTestId('order-pdf')).toBeNull();
});

it('gives what was signed after a reload, too, by the link by which it was signed', async () => {
  server({ show: [410, problem('signature-used')] });
  open();
  expect((await screen.findByTestId('sign-closed')).dataset.why).toBe('used');
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => { asked.push(path); return new Response('', { status: 410 }); });
  fireEvent.click(screen.getByTestId('order-pdf'));
  await waitFor(() => expect(asked).toEqual(['/api/signatures/a-secret-token/order.pdf']));
});

it('keeps the drawing when the network breaks and sends it when the network is back', async () => {
  let online = false;
  server({ sign: () => (online ? [200, SIGNED] : 'offline') });
  open();
  await signAs('刘海燕');
  await screen.findByTestId('sign-offline');
  expect(drawn.strokes).toEqual(STROKE);
  online = true;
  window.dispatchEvent(new Event('online'));
  await screen.findByTestId('signed');
  expect(posts.map(post => post.body)).toEqual([posts[0]!.body, posts[0]!.body]);
});

it('gives back drawing and name after a reload', async () => {
  server({ sign: () => 'offline' });
  const { unmount } = open();
  await signAs('刘海燕');
  await screen.findByTestId('sign-offline');
  unmount();
  server({ sign: () => [200, SIGNED] });
  open();
  fireEvent.click(await screen.findByTestId('sign-submit'));
  await screen.findByTestId('signed');
  expect(posts[1]!.body).toBe(posts[0]!.body);
});

it('takes a used link for a yes when the answer to our own signature was lost', async () => {
  let first = true;
  server({ sign: () => { const answer: Answer = first ? 'offline' : [410, problem('signature-used')]; first = false; return answer; } });
  open();
  await signAs('刘海燕');
  await screen.findByTestId('sign-offline');
  fireEvent.click(screen.getByTestId('sign-submit'));
  expect((await screen.findByTestId('sign-closed')).dataset.why).toBe('received');
  expect(screen.getByTestId('order-pdf').dataset['signed']).toBe('true');
  expect(sessionStorage).toHaveLength(0);
});

it('does not take it for a yes when somebody else was faster', async () => {
  server({ sign: () => [410, problem('signature-used')] });
  open();
  await signAs('刘海燕');
  await waitFor(() => expect(screen.getByTestId('sign-closed').dataset.why).toBe('used'));
});

it('lets nobody of ours sign', async () => {
  server({ me: [200, { subject: 's', name: '李工', username: 'engineer', roles: ['engineer'], customers: [] }] });
  open();
  expect((await screen.findByTestId('sign-closed')).dataset.why).toBe('staff');
});

it('leaves the session of a portal user out of it', async () => {
  server({ me: [200, { subject: 's', name: '刘', username: 'customer', roles: ['customer'], customers: ['k1'] }], sign: () => [200, SIGNED] });
  open();
  await signAs('刘海燕');
  await screen.findByTestId('signed');
  expect(posts[0]!.credentials).toBe('omit');
});

it('sends the session along otherwise, so that the service can refuse it', async () => {
  server({ me: 'offline', sign: () => [403, problem('signature-by-account')] });
  open();
  await signAs('李工');
  expect((await screen.findByTestId('sign-closed')).dataset.why).toBe('staff');
  expect(posts[0]!.credentials).toBe('same-origin');
});

it('shows what the service refused and keeps the form', async () => {
  server({ sign: () => [400, { detail: '输入有误', errors: [{ field: 'sign.request.signerName', message: '姓名有误' }] }] });
  open();
  await signAs('刘海燕');
  expect((await screen.findByTestId('problem')).textContent).toContain('姓名有误');
  expect((screen.getByTestId('signer-name') as HTMLInputElement).value).toBe('刘海燕');
});
