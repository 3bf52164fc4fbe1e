import { MoreOutlined } from '@ant-design/icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMe } from '../session';
import { belongsTo, menuOf, tabsOf } from './menu';
import { useTitleOf } from './titles';

/** Only who has more pages than tabs, and asks for them, loads what shows them. */
const More = lazy(() => import('./More'));

/** The menu of a phone, below the thumb. */
export function Tabs() {
  const { t } = useTranslation();
  const who = useMe();
  const titleOf = useTitleOf();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const { tabs, more } = tabsOf(who);
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
      {open && <Suspense><More pages={more} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
