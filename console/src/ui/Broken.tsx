import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';

/** A chunk that is gone after an upgrade, or a bug: the way out is the same. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <Result status="warning" title={<h1>{t('problem.page')}</h1>}
      extra={<Button type="primary" onClick={() => window.location.reload()}>{t('problem.reload')}</Button>} />
  );
}
