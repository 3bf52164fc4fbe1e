import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { App } from 'antd';
import { afterEach, expect, it, vi } from 'vitest';
import i18n, { chooseLanguage } from '../src/i18n';
import { area, withTexts } from '../src/i18n/texts';
import { LanguageSwitch } from '../src/ui/LanguageSwitch';

const texts = async () => ({ word: 'x' });

afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
  await act(() => i18n.changeLanguage('zh-CN'));
});

it('keeps the language whose texts are there when the other cannot be fetched, and tries again when asked again', async () => {
  const english = vi.fn(texts).mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  area('unstable', texts, english);
  await expect(chooseLanguage('en')).rejects.toThrow('Failed to fetch');
  expect(i18n.language).toBe('zh-CN');
  await chooseLanguage('en');
  expect(i18n.language).toBe('en');
  expect(english).toHaveBeenCalledTimes(2);
});

it('gives a chunk to its page when the texts of the chunk are there', async () => {
  const module = Promise.resolve().then(() => {
    area('late', texts, texts);
    return 'the page';
  });
  expect(await withTexts(module)).toBe('the page');
  expect(i18n.t('late.word')).toBe('x');
});

it('tells who is signed in that his account does not know the language he chose', async () => {
  vi.stubGlobal('fetch', vi.fn(async () => new Response('', { status: 503 })));
  render(<QueryClientProvider client={new QueryClient()}><App><LanguageSwitch account /></App></QueryClientProvider>);
  fireEvent.click(screen.getByTestId('language'));
  expect(await screen.findByText(i18n.t('nav.languageHere', { lng: 'zh-CN' }))).toBeTruthy();
  expect(i18n.language).toBe('en');
});
