import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import '../src/admin/i18n';
import { ReplayDialog } from '../src/admin/parked/ReplayDialog';
import type { ParkedRow } from '../src/admin/parked/rows';
import type { Me } from '../src/api';
import '../src/board/i18n';
import type { Calendar } from '../src/calendars/api';
import { DaysField } from '../src/calendars/DaysField';
import '../src/calendars/i18n';
import { Import } from '../src/calendars/Import';
import { MakeDialog } from '../src/calendars/MakeDialog';
import type { Duty } from '../src/roster/api';
import { RotationDialog } from '../src/roster/PlanDialogs';
import { show, stubBrowser } from './browser';

const LEAD: Me = { subject: 's5', name: '陈主管', username: 'supervisor', roles: ['supervisor'], customers: [] };
const nothing = () => {};
const CALENDAR = { name: 'office-cn', revision: 3, content: { title: '办公时间' }, whole: { zone: 'Asia/Shanghai' } } as Calendar;

/** Each form in a dialog of its own making: how it is opened, its dialog, and a field of it. */
const FORMS: [string, ReactNode, string | undefined, string, string][] = [
  ['a new calendar', <MakeDialog key="make" bases={[]} onClose={nothing} then={nothing} />, undefined, 'make-calendar-dialog', 'calendar-title'],
  ['a special day', <DaysField key="days" value={[]} onChange={nothing} />, 'add-day', 'day-dialog', 'day-name'],
  ['the reason of a replay', <ReplayDialog key="replay" rows={[{ id: 'p1', key: 'k1' } as ParkedRow]} onClose={nothing} onApplied={nothing} />, undefined, 'replay-dialog', 'replay-reason'],
  ['a pasted notice', <Import key="import" calendar={CALENDAR} onClose={nothing} />, undefined, 'import-drawer', 'notice-text'],
];

beforeAll(() => {
  configure({ asyncUtilTimeout: 10_000 });
  stubBrowser(true);
});
beforeEach(() => {
  sessionStorage.clear();
  vi.stubGlobal('fetch', async () => ({ ok: true, status: 200, type: 'basic', text: async () => '{"items":[]}' }));
});
afterEach(cleanup);

it.each(FORMS)('asks before Escape throws away %s, and a click beside it throws away nothing', async (_, form, opener, dialog, field) => {
  show(LEAD, form, '/');
  if (opener) fireEvent.click(await screen.findByTestId(opener));
  const typed = (await screen.findByTestId(field)) as HTMLInputElement;
  fireEvent.change(typed, { target: { value: '元旦' } });
  const beside = document.querySelector('.ant-modal-wrap, .ant-drawer-mask')!;
  fireEvent.mouseDown(beside);
  fireEvent.mouseUp(beside);
  fireEvent.click(beside);
  expect(((await screen.findByTestId(field)) as HTMLInputElement).value).toBe('元旦');
  fireEvent.keyDown(screen.getByTestId(dialog), { key: 'Escape', code: 'Escape', keyCode: 27 });
  expect((await screen.findAllByText('放弃已填写的内容？')).length).toBeGreaterThan(0);
  expect((screen.getByTestId(field) as HTMLInputElement).value).toBe('元旦');
});

it.each(FORMS)('keeps what was typed into %s over the way to the sign-in', async (_, form, opener, _dialog, field) => {
  const before = show(LEAD, form, '/');
  if (opener) fireEvent.click(await screen.findByTestId(opener));
  fireEvent.change(await screen.findByTestId(field), { target: { value: '元旦' } });
  window.dispatchEvent(new Event('pagehide'));
  before.unmount();
  cleanup();
  show(LEAD, form, '/');
  if (opener) fireEvent.click(await screen.findByTestId(opener));
  expect(((await screen.findByTestId(field)) as HTMLInputElement).value).toBe('元旦');
});

it('holds for every dialog and drawer that has a form: whoever writes one asks, closes by no click beside it, and gives the keys back', () => {
  const files = Object.entries(import.meta.glob<string>('../src/**/*.tsx', { query: '?raw', import: 'default', eager: true })).map(([name, text]) => ({ name, text }));
  /** From the tag of the dialog on: a form may stand before it, too. */
  const withForm = files.filter(({ text }) => /<(Modal|Drawer) open\b[\s\S]*<Form\b/.test(text));
  expect(withForm.length).toBeGreaterThan(4);
  for (const part of ['useLeave(', 'useFocusBack()', 'mask={{ closable: false }}']) expect(withForm.filter(({ text }) => !text.includes(part)).map(({ name }) => `${name} lacks ${part}`)).toEqual([]);
});

it('names the field that is missing, and not its place in the form', async () => {
  show(LEAD, <RotationDialog duty={{ code: 'ON_SITE', name: '现场' } as Duty} first="2026-12-01" last="2026-12-31" onClose={nothing} />, '/');
  fireEvent.change(await screen.findByTestId('turn-name-0'), { target: { value: '  ' } });
  fireEvent.click(screen.getByTestId('rotation-submit'));
  await screen.findByText('请填写班别名称');
  await waitFor(() => expect([...document.querySelectorAll('.ant-form-item-explain-error')].map(each => each.textContent).filter(each => /[a-z]/i.test(each ?? ''))).toEqual([]));
});
