import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Layout } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Bell } from '../bell/Bell';
import { choice, choose } from '../choices';
import { Cut } from '../live/Cut';
import { Search } from '../search/Search';
import { Brand } from '../ui/Brand';
import { LanguageSwitch } from '../ui/LanguageSwitch';
import { useWide } from '../ui/useWide';
import { Account } from './Account';
import { Side } from './Side';
import { Tabs } from './Tabs';
import { useKeepLanguage } from './useSwitchLanguage';

/** The frame around every page: a menu at the side of a desk, tabs at the foot of a phone. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const keepLanguage = useKeepLanguage();
  const wide = useWide();
  const [folded, setFolded] = useState(() => choice('menu') === 'folded');
  const fold = () => {
    setFolded(!folded);
    choose('menu', folded ? null : 'folded');
  };
  return (
    <Layout className="shell" hasSider={wide}>
      <a className="skip" href="#content">{t('nav.skip')}</a>
      {wide && <Side folded={folded} />}
      <Layout>
        <Layout.Header className="bar">
          {wide
            ? <Button type="text" icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />} onClick={fold} aria-label={t(folded ? 'nav.unfold' : 'nav.fold')} data-testid="fold-menu" />
            : <Link to="/" aria-label={t('app.name')}><Brand /></Link>}
          <span className="spread" />
          <Search />
          <Bell />
          <LanguageSwitch onChoose={keepLanguage} />
          <Account />
        </Layout.Header>
        <Cut />
        <Layout.Content id="content" tabIndex={-1}>{children}</Layout.Content>
        {!wide && <Tabs />}
      </Layout>
    </Layout>
  );
}
