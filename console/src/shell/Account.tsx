import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { signOut, useMe } from '../session';

/** Who is signed in. */
export function Account() {
  const { t } = useTranslation();
  const who = useMe();
  const items = [{ key: 'out', icon: <LogoutOutlined />, label: <span data-testid="sign-out">{t('nav.signOut')}</span>, onClick: signOut }];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="text" icon={<UserOutlined />} data-testid="account" aria-label={`${t('nav.account')} ${who.name}`}>
        <span className="wide-only" data-testid="account-name">{who.name}</span>
      </Button>
    </Dropdown>
  );
}
