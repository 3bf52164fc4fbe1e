import { act, cleanup, configure, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Me } from '../src/api';
import { Bell } from '../src/bell/Bell';
import i18n from '../src/i18n';
import { show, stubBrowser } from './browser';
import { CONTRACTS } from './contracts';

const agent: Me = { subject: 's', name: '王坐席', username: 'wang', roles: ['agent'], customers: [] };
const portal: Me = { ...agent, roles: ['customer'], customers: ['c'] };
const note = (seq: number, kind: string, more: object = {}) => ({ seq, at: '2026-11-27T01:00:00Z', kind, ticketId: 't1', number: '2611-0042', summary: '打印机卡纸', about: {}, unseen: true, ...more });
let notes: object[] = [];
const calls: [string, string | undefined][] = [];

// The list is a chunk of its own, which takes its time on a busy machine.
beforeAll(() => configure({ asyncUtilTimeout: 10_000 }));
beforeEach(() => {
  calls.length = 0;
  stubBrowser(true);
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    calls.push([`${init.method} ${path}`, init.body as string | undefined]);
    const answer = path.startsWith('/api/bell/unseen') ? { unseen: 2, upTo: 8 } : path.startsWith('/api/bell/seen') ? { unseen: 0, upTo: null }
      : path.startsWith('/api/promises') ? { items: [{ kind: 'RESOLUTION_24H', zh: '24小时内解决', en: 'Solved within 24 hours' }] } : { items: notes, next: null };
    return Promise.resolve(new Response(JSON.stringify(answer)));
  });
});
afterEach(() => { cleanup(); vi.unstubAllGlobals(); });

const opened = async (me: Me) => {
  show(me, <Bell />, '/');
  await act(async () => fireEvent.click(await screen.findByTestId('bell')));
  return screen.findAllByTestId('note');
};

it('says how much is new, in its name too', async () => {
  show(agent, <Bell />, '/');
  expect(await screen.findByRole('button', { name: '与我有关，2 条新消息' })).toHaveProperty('dataset.count', '2');
});

it('shows sentences that lead to what they are about, and counts them as seen', async () => {
  notes = [note(8, 'SLA_BREACHED', { about: { kind: 'RESOLUTION_24H', dueAt: '2026-11-27T02:00:00Z' } }), note(7, 'VISIT_DECLINED', { visitId: 'v1', unseen: false })];
  const shown = await opened({ ...agent, roles: ['supervisor'] });
  await vi.waitFor(() => expect(shown[0]!.textContent).toContain('2611-0042 的承诺「24小时内解决」已超时（应在 2026-11-27 10:00 前）'));
  expect([...document.querySelectorAll('.notes a')].map(link => link.getAttribute('href'))).toEqual(['/tickets/t1', '/visits/v1']);
  expect(calls).toContainEqual(['POST /api/bell/seen', '{"upTo":8}']);
  await vi.waitFor(() => expect(screen.getByTestId('bell').dataset.count).toBe('0'));
});

it('leaves alone what was seen before', async () => {
  notes = [note(8, 'TICKET_REOPENED', { unseen: false })];
  await opened(agent);
  expect(calls.map(([call]) => call)).not.toContain('POST /api/bell/seen');
});

it('speaks to customers as customers', async () => {
  notes = [note(8, 'TICKET_RESOLVED')];
  const [shown] = await opened(portal);
  expect(shown!.textContent).toContain('您的报修 2611-0042 已解决，请确认');
});

it.each(['zh-CN', 'en'])('has a sentence without a gap for every kind in %s', async language => {
  await i18n.changeLanguage(language);
  const kinds = CONTRACTS.get('notification')!.components.schemas['Ring']!.enum!;
  const about = { by: 'li', percent: '80', kind: 'RESOLUTION_24H', dueAt: '2026-11-27T02:00:00Z', windowStart: '2026-11-27T02:00:00Z', windowEnd: '2026-11-27T03:00:00Z', reason: 'CUSTOMER', outcome: 'FIXED' };
  notes = kinds.map((kind, at) => note(100 - at, kind, { about }));
  const shown = await opened(agent);
  expect(shown).toHaveLength(kinds.length);
  for (const each of shown) expect(each.textContent).not.toMatch(/\{\{|undefined|bell\./);
  await i18n.changeLanguage('zh-CN');
});
