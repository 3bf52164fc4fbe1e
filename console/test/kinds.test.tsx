import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import i18n from '../src/i18n';
import { useKindNames } from '../src/ticket/useKindNames';

let asked: string[] = [];

function answered(status: number, items: unknown[] = []) {
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return { ok: status < 400, status, type: 'basic', text: async () => JSON.stringify({ items }) };
  });
}

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
const within = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
const named = () => renderHook(() => useKindNames()('ARRIVAL'), { wrapper: within }).result;

beforeEach(() => { asked = []; client.clear(); });
afterEach(async () => { cleanup(); await act(() => i18n.changeLanguage('zh-CN')); });

it('names a kind as the service does, in the language of the page', async () => {
  answered(200, [{ kind: 'ARRIVAL', zh: '按约定时间到达', en: 'Arrival at the agreed time', promised: true }]);
  const name = named();
  expect(name.current).toBe('…');
  await waitFor(() => expect(name.current).toBe('按约定时间到达'));
  await act(() => i18n.changeLanguage('en'));
  expect(name.current).toBe('Arrival at the agreed time');
});

it('asks once, whoever needs a name', async () => {
  answered(200, [{ kind: 'ARRIVAL', zh: '按约定时间到达', en: 'Arrival at the agreed time' }]);
  const [first, second] = [named(), named()];
  await waitFor(() => expect([first.current, second.current]).toEqual(['按约定时间到达', '按约定时间到达']));
  expect(asked).toEqual(['/api/promises/kinds']);
});

it.each([[503, []], [200, [{ kind: 'CALL_BACK', zh: '按承诺时间答复', en: 'Answer by the promised time' }]]])('shows no code when the name is not known (%s)', async (status, items) => {
  answered(status, items);
  const name = named();
  await waitFor(() => expect(name.current).toBe('未命名的承诺'));
});
