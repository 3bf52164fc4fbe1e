import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** A chunk that is gone after an upgrade, or a bug: the way out is the same. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <Result status="warning" title={t('problem.page')}
      extra={<Button type="primary" onClick={() => window.location.reload()}>{t('problem.reload')}</Button>} />
  );
}

export function Nowhere() {
  const { t } = useTranslation();
  return <Result status="404" title={t('problem.nowhere')} extra={<Link to="/tickets">{t('problem.home')}</Link>} />;
}
