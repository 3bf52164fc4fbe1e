import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { mayOpen, seesCustomers, seesVisits, signOut, useMe } from './session';
import { Brand } from './ui/Brand';
import { LanguageSwitch } from './ui/LanguageSwitch';

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const who = useMe();
  return (
    <div className="shell">
      <a className="skip" href="#content">{t('nav.skip')}</a>
      <header className="bar">
        <Link to="/tickets" aria-label={t('app.name')}><Brand /></Link>
        <nav aria-label={t('nav.main')}>
          <NavLink to="/tickets" end data-testid="nav-tickets">{t('nav.tickets')}</NavLink>
          {seesVisits(who) && <NavLink to="/visits" data-testid="nav-visits">{t('nav.visits')}</NavLink>}
          {seesCustomers(who) && <NavLink to="/customers" data-testid="nav-customers">{t('nav.customers')}</NavLink>}
          {mayOpen(who) && <NavLink to="/tickets/new" data-testid="nav-open">{t('nav.open')}</NavLink>}
        </nav>
        <span className="spread" />
        <LanguageSwitch />
        <Dropdown trigger={['click']} menu={{ items: [{ key: 'out', icon: <LogoutOutlined />, label: <span data-testid="sign-out">{t('nav.signOut')}</span>, onClick: signOut }] }}>
          <Button type="text" icon={<UserOutlined />} data-testid="account" aria-label={`${t('nav.account')} ${who.name}`}>
            <span className="wide-only" data-testid="account-name">{who.name}</span>
          </Button>
        </Dropdown>
      </header>
      <main id="content" tabIndex={-1}>{children}</main>
    </div>
  );
}
