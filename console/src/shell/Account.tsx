import { BulbOutlined, CheckOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { LOOKS, useLook } from '../look';
import { signOut, useMe } from '../session';

/** Who is signed in, and what he chooses for himself. */
export function Account() {
  const { t } = useTranslation();
  const who = useMe();
  const { look, setLook } = useLook();
  const items: MenuProps['items'] = [
    { type: 'group', key: 'who', label: who.name, children: LOOKS.map(each => ({
      key: each, icon: each === look ? <CheckOutlined /> : <BulbOutlined />, label: <span data-testid={`look-${each}`}>{t(`command.look_${each}`)}</span>, onClick: () => setLook(each) })) },
    { type: 'divider', key: 'line' },
    { key: 'out', icon: <LogoutOutlined />, label: <span data-testid="sign-out">{t('nav.signOut')}</span>, onClick: signOut },
  ];
  return (
    // Within the header: outside of it no landmark would hold the menu.
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- the keys go into a menu that opens.
    <Dropdown trigger={['click']} autoFocus menu={{ items }} getPopupContainer={button => button.parentElement ?? document.body}>
      <Button type="text" icon={<UserOutlined />} data-testid="account" aria-label={`${t('nav.account')} ${who.name}`}>
        <span className="wide-only" data-testid="account-name">{who.name}</span>
      </Button>
    </Dropdown>
  );
}
