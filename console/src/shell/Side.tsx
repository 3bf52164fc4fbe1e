import { Layout, Menu } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Brand } from '../ui/Brand';
import { useMenu } from './useMenu';

/** The menu of a desk; folded it shows the icons only. */
export function Side({ folded }: { folded: boolean }) {
  const { t } = useTranslation();
  const menu = useMenu(folded);
  return (
    <Layout.Sider theme="light" width={200} collapsedWidth={64} collapsible trigger={null} collapsed={folded} className="side" role="none">
      <nav aria-label={t('nav.main')}>
        <Link to="/" className="side-brand" aria-label={t('app.name')}><Brand /></Link>
        <Menu mode="inline" {...menu} />
      </nav>
    </Layout.Sider>
  );
}
