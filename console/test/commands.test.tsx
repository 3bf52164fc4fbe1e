import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Me, Ticket, Visit } from '../src/api';
import { MeContext } from '../src/session';
import { Actions } from '../src/ticket/Actions';
import { withArticle } from '../src/ticket/UsedArticle';
import { InstantPicker } from '../src/ui/InstantPicker';
import { Look } from '../src/ui/Look';
import { VisitActions } from '../src/visit/VisitActions';
import { show, stubBrowser } from './browser';

const AGENT: Me = { subject: 's1', name: '王坐席', username: 'agent', roles: ['agent'], customers: [] };
const LI: Me = { subject: 'li', name: '李工', username: 'engineer', roles: ['engineer'], customers: [] };
const TICKET = { id: 't1', version: 3, number: '2611-0042', status: 'IN_PROGRESS', summary: '打印机不出纸', resolveBy: '2099-01-01T00:00:00Z' } as Ticket;
const VISIT = { id: 'v1', version: 5, ticketId: 't1', ticketNumber: '2611-0042', number: 'V1', status: 'SCHEDULED', engineerId: 'li', missing: [], checklist: [] } as unknown as Visit;

let posts: { path: string; headers: Record<string, string>; body: unknown }[] = [];
let answer: () => [number, unknown] = () => [200, {}];

const client = new QueryClient();
const Frame = ({ who, children }: { who: Me; children: ReactNode }) =>
  <QueryClientProvider client={client}><Look><MeContext value={who}><MemoryRouter>{children}</MemoryRouter></MeContext></Look></QueryClientProvider>;
const page = (who: Me, what: React.ReactNode) => show(who, what, '/');
const type = (id: string, value: string) => fireEvent.change(screen.getByTestId(id), { target: { value } });

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  stubBrowser(false);
});
beforeEach(() => {
  sessionStorage.clear();
  posts = [];
  vi.stubGlobal('fetch', async (path: string, request: RequestInit) => {
    const post = request.method === 'POST';
    if (post) posts.push({ path, headers: request.headers as Record<string, string>, body: JSON.parse(String(request.body)) });
    const [status, body] = post ? answer() : [200, { items: [] }];
    return { ok: status < 400, status, type: 'basic', text: async () => JSON.stringify(body) };
  });
});
afterEach(cleanup);

it('asks for consent to more time and shows at the field what the service refused', async () => {
  answer = () => [422, { type: '/problems/new-time-past', detail: '输入有误', errors: [{ field: 'extend.request.consent.givenBy', message: '请写明姓名' }] }];
  page(AGENT, <Actions ticket={TICKET} story={[]} />);
  fireEvent.click(screen.getByTestId('action-extend'));
  fireEvent.click(await screen.findByTestId('extend-submit'));
  await screen.findByText('请填写新的完成时间');
  expect(posts).toHaveLength(0);
  type('extend-plan', '等新件');
  type('extend-consent-by', '刘店长');
  const time = screen.getByTestId('extend-time');
  fireEvent.mouseDown(time);
  fireEvent.change(time, { target: { value: '2099-01-01 08:00' } });
  fireEvent.keyDown(time, { key: 'Enter', code: 'Enter', keyCode: 13 });
  fireEvent.click(screen.getByTestId('extend-submit'));
  await screen.findByText('请写明姓名');
  expect(posts[0]).toMatchObject({ path: '/api/tickets/t1/extend', body: { plan: '等新件', newTime: '2099-01-01T00:00:00.000Z', consent: { givenBy: '刘店长' } } });
  expect(Date.parse((posts[0]!.body as { consent: { at: string } }).consent.at)).toBeLessThan(Date.now());
});

it('asks why there was no help from afar only when there was none', async () => {
  const { unmount } = page(AGENT, <Actions ticket={TICKET} story={[]} />);
  fireEvent.click(screen.getByTestId('action-visit'));
  expect(await screen.findByTestId('visit-skip')).toBeTruthy();
  unmount();
  page(AGENT, <Actions ticket={TICKET} story={[{ seq: 1, at: '', type: 'PhoneFixAttempted' }]} />);
  fireEvent.click(screen.getByTestId('action-visit'));
  await screen.findByTestId('visit-need');
  expect(screen.queryByTestId('visit-skip')).toBeNull();
});

it('sends the version that the engineer saw, and says so when somebody was faster', async () => {
  answer = () => [412, { type: '/problems/stale-version', detail: '已被他人修改' }];
  page(LI, <VisitActions visit={VISIT} />);
  fireEvent.click(screen.getByTestId('visit-accept'));
  expect((await screen.findByTestId('action-problem')).textContent).toContain('已被他人修改');
  await screen.findByText('内容已有新进展，页面已刷新，请再看一眼。');
  expect(posts[0]!.headers['If-Match']).toBe('"5"');
});

it('sends the checklist with every answer', async () => {
  answer = () => [200, { ...VISIT, status: 'COMPLETED' }];
  page(LI, <VisitActions visit={{ ...VISIT, status: 'STARTED' }} />);
  fireEvent.click(screen.getByTestId('visit-complete'));
  type((await screen.findByTestId('check-item-0')).dataset.testid!, '断电检查');
  fireEvent.click(screen.getByTestId('complete-submit'));
  await screen.findByText('请选择');
  fireEvent.click(screen.getByText('未完成'));
  type('complete-work', '更换打印头');
  fireEvent.click(screen.getByText('故障已排除'));
  fireEvent.click(screen.getByTestId('complete-submit'));
  await waitFor(() => expect(posts).toHaveLength(1));
  expect(posts[0]!.body).toMatchObject({ checklist: [{ item: '断电检查', done: false }], work: '更换打印头', outcome: 'FIXED' });
});

it('asks before Escape throws away what was typed, and closes at once when nothing was', async () => {
  page(AGENT, <Actions ticket={TICKET} story={[]} />);
  fireEvent.click(screen.getByTestId('action-resolve'));
  type('resolve-cause', '主板老化');
  fireEvent.keyDown(await screen.findByTestId('resolve-dialog'), { key: 'Escape', code: 'Escape', keyCode: 27 });
  expect((await screen.findAllByText('放弃已填写的内容？')).length).toBeGreaterThan(0);
  fireEvent.click(screen.getByText('继续填写'));
  expect((screen.getByTestId('resolve-cause') as HTMLTextAreaElement).value).toBe('主板老化');
});

it('has what was typed again after the page went away under it, once and for the same form only', async () => {
  const { unmount } = page(AGENT, <Actions ticket={TICKET} story={[]} />);
  fireEvent.click(screen.getByTestId('action-resolve'));
  type('resolve-cause', '主板老化');
  window.dispatchEvent(new Event('pagehide'));
  unmount();
  const other = page(AGENT, <Actions ticket={{ ...TICKET, id: 't2' }} story={[]} />);
  fireEvent.click(screen.getByTestId('action-resolve'));
  expect(((await screen.findByTestId('resolve-cause')) as HTMLTextAreaElement).value).toBe('');
  other.unmount();
  const again = page(AGENT, <Actions ticket={TICKET} story={[]} />);
  fireEvent.click(screen.getByTestId('action-resolve'));
  await screen.findByTestId('form-restored');
  expect((screen.getByTestId('resolve-cause') as HTMLTextAreaElement).value).toBe('主板老化');
  again.unmount();
  page(AGENT, <Actions ticket={TICKET} story={[]} />);
  fireEvent.click(screen.getByTestId('action-resolve'));
  await screen.findByTestId('resolve-cause');
  expect(screen.queryByTestId('form-restored')).toBeNull();
});

it('keeps a form of a visit open when the visit changes meanwhile, says so, and sends the version that is seen now', async () => {
  const { rerender } = render(<Frame who={LI}><VisitActions visit={VISIT} /></Frame>);
  fireEvent.click(screen.getByTestId('visit-decline'));
  type('decline-reason', '车坏在路上');
  rerender(<Frame who={LI}><VisitActions visit={{ ...VISIT, version: 6 }} /></Frame>);
  await screen.findByTestId('moved-on');
  expect((screen.getByTestId('decline-reason') as HTMLTextAreaElement).value).toBe('车坏在路上');
  fireEvent.click(screen.getByTestId('decline-submit'));
  await waitFor(() => expect(posts).toHaveLength(1));
  expect(posts[0]!.headers['If-Match']).toBe('"6"');
});

it('puts the keys into the first field of a dialog, and back to what opened it', async () => {
  vi.stubGlobal('matchMedia', (media: string) => ({ media, matches: media === '(pointer: fine)' || media.includes('reduced-motion'), addListener: () => {}, removeListener: () => {}, addEventListener: () => {}, removeEventListener: () => {} }));
  page(AGENT, <Actions ticket={TICKET} story={[]} />);
  const opener = screen.getByTestId('action-resolve');
  opener.focus();
  fireEvent.click(opener);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('resolve-category')));
  fireEvent.keyDown(document.activeElement!, { key: 'Escape', code: 'Escape', keyCode: 27 });
  await waitFor(() => expect(document.activeElement).toBe(opener));
  stubBrowser(false);
});

it('opens by Enter what stands behind “more”, and the same stroke closes nothing', async () => {
  page(AGENT, <Actions ticket={TICKET} story={[]} />);
  fireEvent.click(screen.getByTestId('action-more'));
  const item = (await screen.findByTestId('action-cancel')).closest('li')!;
  const goesOn = fireEvent.keyDown(item, { key: 'Enter', code: 'Enter', keyCode: 13, which: 13 });
  expect(await screen.findByTestId('cancel-dialog')).toBeTruthy();
  expect(goesOn).toBe(false);
});

it('lets a year be typed digit by digit into a time that is there already, and takes no year that nobody means', () => {
  const told = vi.fn();
  const picker = (value: string) => <InstantPicker testId="at" side="past" value={value} onChange={told} />;
  const { rerender } = render(picker('2026-11-27T02:18:00.000Z'));
  const at = () => screen.getByTestId('at') as HTMLInputElement;
  expect(at().type).toBe('datetime-local');
  // What a browser says while 2025 is typed over the year.
  for (const year of ['0002', '0020', '0202', '2025']) {
    fireEvent.change(at(), { target: { value: `${year}-11-27T10:18` } });
    rerender(picker(told.mock.lastCall?.[0] as string));
    expect(at().value).toBe(`${year}-11-27T10:18`);
  }
  expect(told.mock.lastCall).toEqual(['2025-11-27T02:18:00.000Z']);
});

it('says of a time that its year cannot be meant', async () => {
  page(AGENT, <Actions ticket={TICKET} story={[]} />);
  fireEvent.click(screen.getByTestId('action-extend'));
  fireEvent.change(await screen.findByTestId('extend-consent-at'), { target: { value: '0202-11-27T10:18' } });
  fireEvent.change(screen.getByTestId('extend-time'), { target: { value: '2927-11-27T10:18' } });
  fireEvent.click(screen.getByTestId('extend-submit'));
  await waitFor(() => expect(screen.getAllByText('请检查年份')).toHaveLength(2));
  expect(posts).toHaveLength(0);
});

it('asks before Escape throws away what a known fix has filled in, and has it again after a sign-in', async () => {
  vi.stubGlobal('fetch', async (path: string) => ({ ok: true, status: 200, type: 'basic', text: async () => JSON.stringify({ items: path.startsWith('/api/articles') ? [{ id: 'a1', title: '打印机', cause: '端口改了', fix: '改回端口', status: 'PUBLISHED' }] : [] }) }));
  const { unmount } = page(AGENT, <Actions ticket={TICKET} story={[]} />);
  fireEvent.click(screen.getByTestId('action-resolve'));
  fireEvent.click(await screen.findByText('采用'));
  fireEvent.keyDown(await screen.findByTestId('resolve-dialog'), { key: 'Escape', code: 'Escape', keyCode: 27 });
  expect((await screen.findAllByText('放弃已填写的内容？')).length).toBeGreaterThan(0);
  window.dispatchEvent(new Event('pagehide'));
  unmount();
  page(AGENT, <Actions ticket={TICKET} story={[]} />);
  fireEvent.click(screen.getByTestId('action-resolve'));
  await screen.findByTestId('form-restored');
  expect((screen.getByTestId('resolve-fix') as HTMLTextAreaElement).value).toBe('改回端口');
  expect(screen.getByTestId('used-article').textContent).toContain('打印机');
  expect(withArticle({ fix: '改回端口', article: { id: 'a1', title: '打印机' } })).toEqual({ fix: '改回端口', articleId: 'a1' });
});

it('puts the keys into the first field that is wrong, or that the service refused', async () => {
  answer = () => [422, { type: '/problems/invalid-input', detail: '输入有误', errors: [{ field: 'contact.request.said', message: '请写明说了什么' }] }];
  page(AGENT, <Actions ticket={TICKET} story={[]} />);
  fireEvent.click(screen.getByTestId('action-contact'));
  const said = await screen.findByTestId('contact-said');
  fireEvent.click(screen.getByTestId('contact-submit'));
  await waitFor(() => expect(document.activeElement).toBe(said));
  type('contact-said', '明天到货');
  screen.getByTestId('contact-submit').focus();
  fireEvent.click(screen.getByTestId('contact-submit'));
  await screen.findByText('请写明说了什么');
  await waitFor(() => expect(document.activeElement).toBe(said));
});
