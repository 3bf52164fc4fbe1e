import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { vi } from 'vitest';
import type { Me } from '../src/api';
import { MeContext } from '../src/session';
import { Look } from '../src/ui/Look';

/** What antd asks a browser and jsdom cannot answer. @param wide whether every question about the screen is answered by yes, as at a desk */
export function stubBrowser(wide: boolean): void {
  vi.stubGlobal('matchMedia', (media: string) => ({ media, matches: wide, addListener: () => {}, removeListener: () => {}, addEventListener: () => {}, removeEventListener: () => {} }));
  vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });
}

/** A page as somebody who is signed in sees it at an address. @param path of the route, where the page reads parts of it */
export const show = (me: Me, page: ReactNode, at: string, path = '*') => render(
  <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
    <Look><MeContext value={me}><MemoryRouter initialEntries={[at]}><Routes><Route path={path} element={page} /></Routes></MemoryRouter></MeContext></Look>
  </QueryClientProvider>,
);
