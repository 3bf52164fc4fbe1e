import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** A chunk that is gone after an upgrade, or a bug: the way out is the same. Nothing of it may have to be loaded. */
export function Broken() {
  const { t } = useTranslation();
  return <Alert type="warning" showIcon title={<h1>{t('problem.page')}</h1>} action={<Button type="primary" onClick={() => window.location.reload()}>{t('problem.reload')}</Button>} />;
}
