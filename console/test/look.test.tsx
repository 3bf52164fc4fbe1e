import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useLook } from '../src/look';
import { Look } from '../src/ui/Look';

const asked = { '(prefers-color-scheme: dark)': false, print: false };
let changes: (() => void)[] = [];
const is = (now: Partial<typeof asked>) => act(() => { Object.assign(asked, now); changes.forEach(change => change()); });
const look = () => renderHook(useLook, { wrapper: Look }).result;
let page = { current: {} as ReturnType<typeof useLook> };
const set = (chosen: 'system' | 'light' | 'dark') => act(() => page.current.setLook(chosen));
const shown = () => document.documentElement.dataset.look;

beforeEach(() => {
  localStorage.clear();
  changes = [];
  Object.assign(asked, { '(prefers-color-scheme: dark)': false, print: false });
  vi.stubGlobal('matchMedia', (media: keyof typeof asked) => ({
    media, get matches() { return asked[media] ?? false; }, addListener: () => {}, removeListener: () => {}, addEventListener: (_: string, change: () => void) => changes.push(change), removeEventListener: () => {},
  }));
  page = look();
});
afterEach(cleanup);

it('is as the system is, while nothing else was chosen', () => {
  expect(shown()).toBe('light');
  is({ '(prefers-color-scheme: dark)': true });
  expect(shown()).toBe('dark');
});

it('stays as it was chosen', () => {
  set('dark');
  expect(shown()).toBe('dark');
  cleanup();
  page = look();
  expect(shown()).toBe('dark');
  set('system');
  expect(shown()).toBe('light');
  expect(localStorage.getItem('gongdan.look')).toBeNull();
});

it('is light on paper', () => {
  set('dark');
  is({ print: true });
  expect(shown()).toBe('light');
  is({ print: false });
  expect(shown()).toBe('dark');
});
