import type { Me } from '../api';
import { homeOfRoles } from '../homes';
import { GROUPS, type PageEntry, PAGES } from '../pages';
import { hasRole } from '../session';

/** Tabs of a phone, “more” included. */
const TABS = 5;

export const mayUse = (page: PageEntry, who: Me) => hasRole(who, ...page.roles);
export const menuOf = (who: Me) => PAGES.filter(page => page.group && mayUse(page, who));

/** The pages under their headings. */
export const grouped = (pages: readonly PageEntry[]) =>
  GROUPS.map(group => ({ group, pages: pages.filter(page => page.group === group) })).filter(each => each.pages.length > 0);

/** Address of the page of the menu that an address belongs to: the longest that it begins with. */
export const belongsTo = (pathname: string, pages: readonly PageEntry[]): string | undefined =>
  pages.map(page => page.path).filter(path => pathname === path || pathname.startsWith(`${path}/`)).sort((one, other) => other.length - one.length)[0];

/** Where the person begins; nothing when there is no page for him yet. */
export const homeOf = (who: Me): string | undefined => homeOfRoles(who.roles) ?? menuOf(who)[0]?.path;

/** What is always at hand on a phone: first where the day begins; all pages when they fit. */
export function tabsOf(who: Me): { tabs: PageEntry[]; more: PageEntry[] } {
  const home = homeOf(who)?.split('?')[0];
  const place = (page: PageEntry) => (page.path === home ? 0 : page.tab ?? Infinity);
  const pages = menuOf(who).sort((one, other) => (place(one) < place(other) ? -1 : place(one) > place(other) ? 1 : 0));
  const room = pages.length > TABS ? TABS - 1 : TABS;
  return { tabs: pages.slice(0, room), more: pages.slice(room) };
}
