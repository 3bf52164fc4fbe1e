import { MoreOutlined } from '@ant-design/icons';
import { Drawer, Menu } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMe } from '../session';
import { belongsTo, menuOf, tabsOf } from './menu';
import { useTitleOf } from './titles';
import { useMenu } from './useMenu';

/** The menu of a phone, below the thumb. */
export function Tabs() {
  const { t } = useTranslation();
  const who = useMe();
  const titleOf = useTitleOf();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const { tabs, more } = tabsOf(who);
  const menu = useMenu(false, more);
  const here = belongsTo(pathname, menuOf(who));
  useEffect(() => setOpen(false), [pathname]);
  if (tabs.length < 2) return null;
  return (
    <>
      <nav className="tabs" aria-label={t('nav.main')}>
        {tabs.map(page => (
          <Link key={page.path} to={page.path} aria-current={page.path === here ? 'page' : undefined} data-testid={`nav-${page.name}`}>{page.icon}<span>{titleOf(page)}</span></Link>
        ))}
        {more.length > 0 && (
          <button type="button" onClick={() => setOpen(true)} aria-haspopup="dialog" data-current={more.some(page => page.path === here)} data-testid="nav-more">
            <MoreOutlined aria-hidden /><span>{t('nav.more')}</span>
          </button>
        )}
      </nav>
      <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size="auto" title={t('nav.more')} data-testid="more"><Menu mode="inline" {...menu} /></Drawer>
    </>
  );
}
