import type { MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import type { PageEntry } from '../pages';
import { useMe } from '../session';
import { belongsTo, grouped, menuOf } from './menu';
import { useTitleOf } from './titles';

/** What antd's menu shows to whoever is signed in. Each entry is a link, for new tabs; keys go to it by the menu itself. */
export function useMenu(folded: boolean, chosen?: readonly PageEntry[]): Pick<MenuProps, 'items' | 'selectedKeys' | 'onClick'> {
  const { t } = useTranslation();
  const who = useMe();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const titleOf = useTitleOf();
  const pages = chosen ?? menuOf(who);
  const here = belongsTo(pathname, menuOf(who));
  const item = (page: PageEntry) => ({
    key: page.path, icon: page.icon, title: titleOf(page),
    label: <Link to={page.path} tabIndex={-1} aria-current={page.path === here ? 'page' : undefined} data-testid={`nav-${page.name}`}>{titleOf(page)}</Link>,
  });
  const groups = grouped(pages);
  const items = groups.length === 1 ? pages.map(item) : groups.flatMap(({ group, pages: own }, index): NonNullable<MenuProps['items']> =>
    folded ? [...(index ? [{ type: 'divider' as const, key: group }] : []), ...own.map(item)] : [{ type: 'group', key: group, label: t(`group.${group}`), children: own.map(item) }]);
  return { items, selectedKeys: here ? [here] : [], onClick: ({ key, domEvent }) => { if (domEvent.type === 'keydown') void navigate(key); } };
}
