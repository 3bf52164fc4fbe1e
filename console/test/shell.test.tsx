import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../src/api';
import { en } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';
import { HOMES } from '../src/homes';
import { PAGES } from '../src/pages';
import { MeContext, type Role } from '../src/session';
import { belongsTo, homeOf, mayUse, menuOf, tabsOf } from '../src/shell/menu';
import { useName } from '../src/shell/names';
import { Home, Page } from '../src/shell/Page';
import { Shell } from '../src/shell/Shell';
import { Look } from '../src/ui/Look';
import { rolesAt } from './contracts';

const ROLES: Role[] = ['customer', 'agent', 'engineer', 'presales', 'supervisor', 'manager', 'admin'];
const who = (...roles: string[]): Me => ({ subject: 's', name: '王坐席', username: 'u', roles, customers: [] });
const pageOf = (name: string) => PAGES.find(page => page.name === name)!;

/** jsdom has no layout: a desk is whatever answers yes to every least width. */
const screenOf = (desk: boolean) => vi.stubGlobal('matchMedia', (query: string) => ({
  media: query, matches: desk && query.includes('min-width'), addListener: () => {}, removeListener: () => {}, addEventListener: () => {}, removeEventListener: () => {},
}));
const shown = (me: Me, path: string, name = 'tickets') => render(
  <QueryClientProvider client={new QueryClient()}>
    <Look>
      <MeContext value={me}>
        <MemoryRouter initialEntries={[path]}>
          <Shell><Routes><Route path="/" element={<Home />} /><Route path="*" element={<Page page={pageOf(name)}><Ticket /></Page>} /></Routes></Shell>
        </MemoryRouter>
      </MeContext>
    </Look>
  </QueryClientProvider>,
);
function Ticket() {
  useName('工单 2611-0001');
  return <p>content</p>;
}

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ unseen: 3, upTo: 7 }))));
  screenOf(true);
  vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} });
});
afterEach(cleanup);

describe('the table of pages', () => {
  it.each(PAGES.map(page => [page.name, page] as const))('names %s in both languages, once', (name, page) => {
    expect(zh.page).toHaveProperty(name);
    expect(en.page).toHaveProperty(name);
    expect(PAGES.filter(other => other.name === name || other.path === page.path)).toHaveLength(1);
  });

  it.each(PAGES.map(page => [page.name, page] as const))('shows %s to nobody whom the service refuses', (_name, page) => {
    expect(page.roles.length).toBeGreaterThan(0);
    expect(page.roles.filter(role => !rolesAt(page.reads).includes(role))).toEqual([]);
  });

  it('lets everybody begin on a page of his menu', () => {
    for (const [role, home] of HOMES) expect(menuOf(who(role)).map(page => page.path), role).toContain(home.split('?')[0]);
    expect(HOMES.map(([role]) => role).toSorted()).toEqual(ROLES.filter(role => role !== 'presales').toSorted());
  });

  it('leads whoever has several roles to one of his homes, and whoever has none nowhere', () => {
    expect(homeOf(who('engineer', 'supervisor'))).toBe(homeOf(who('supervisor')));
    expect(homeOf(who())).toBeUndefined();
  });

  it('has at most five tabs for everybody, the first being his home, and loses no page', () => {
    for (const role of ROLES) {
      const { tabs, more } = tabsOf(who(role));
      expect(tabs.length + (more.length ? 1 : 0), role).toBeLessThanOrEqual(5);
      expect([...tabs, ...more].map(page => page.name).toSorted()).toEqual(menuOf(who(role)).map(page => page.name).toSorted());
      expect(tabs[0]?.path).toBe(homeOf(who(role))?.split('?')[0]);
    }
  });

  it('knows to which page of the menu an address belongs', () => {
    const pages = PAGES.filter(page => page.group);
    expect(['/tickets', '/tickets/new', '/tickets/0190', '/ticketsale', '/nowhere'].map(path => belongsTo(path, pages))).toEqual(['/tickets', '/tickets/new', '/tickets', undefined, undefined]);
  });
});

describe('the frame', () => {
  it('leads somebody home who comes by the bare address', () => {
    shown(who('agent'), '/');
    expect(screen.getByText('content')).toBeTruthy();
  });

  it('says so when there is no page for a role', async () => {
    shown(who(), '/');
    expect(await screen.findByTestId('no-page')).toBeTruthy();
  });

  it('shows a page only to those who may use it', async () => {
    shown(who('customer'), '/visits', 'visits');
    expect((await screen.findByTestId('forbidden')).textContent).toContain(zh.page.forbidden);
    expect(screen.queryByText('content')).toBeNull();
    expect(screen.queryByTestId('nav-visits')).toBeNull();
  });

  it('names the window after the page, and after the thing it shows', () => {
    shown(who('agent'), '/tickets/1', 'ticket');
    expect(document.title).toBe('工单 2611-0001 · 工单');
    cleanup();
    shown(who('customer'), '/visits', 'visits');
    expect(document.title).toBe('上门服务 · 工单');
  });

  it('calls pages as customers call them', () => {
    shown(who('customer'), '/tickets');
    expect(screen.getByTestId('nav-tickets').textContent).toBe(zh.page.tickets_portal);
    expect(screen.getByTestId('nav-open').textContent).toBe(zh.page.open_portal);
  });

  it('marks where one is, and folds the menu for good', () => {
    shown(who('supervisor'), '/tickets/new', 'open');
    expect(screen.getByTestId('nav-open').getAttribute('aria-current')).toBe('page');
    expect(screen.getByTestId('nav-tickets').getAttribute('aria-current')).toBeNull();
    expect(screen.getByText(zh.group.desk)).toBeTruthy();
    fireEvent.click(screen.getByTestId('fold-menu'));
    cleanup();
    shown(who('supervisor'), '/tickets');
    expect(screen.queryByText(zh.group.desk)).toBeNull();
    expect(screen.getByTestId('fold-menu').getAttribute('aria-label')).toBe(zh.nav.unfold);
  });

  it('has tabs on a phone, and no menu at the side', () => {
    screenOf(false);
    shown(who('engineer'), '/visits', 'visits');
    expect(screen.getByTestId('nav-visits').closest('nav')!.className).toBe('tabs');
    expect(screen.queryByTestId('fold-menu')).toBeNull();
  });
});

it('shows every page to somebody', () => {
  expect(PAGES.filter(page => !ROLES.some(role => mayUse(page, who(role))))).toEqual([]);
});
