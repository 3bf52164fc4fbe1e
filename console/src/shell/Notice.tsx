import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** What stands in the place of a page. Loaded when it is needed: the pictures weigh more than many a page. */
export default function Notice({ what }: { what: 'forbidden' | 'none' | 'nowhere' }) {
  const { t } = useTranslation();
  const home = <Link to="/">{t('problem.home')}</Link>;
  if (what === 'none') return <Result status="info" title={<h1>{t('page.none')}</h1>} subTitle={t('page.noneHint')} data-testid="no-page" />;
  if (what === 'nowhere') return <Result status="404" title={<h1>{t('problem.nowhere')}</h1>} extra={home} data-testid="nowhere" />;
  return <Result status="403" title={<h1>{t('page.forbidden')}</h1>} subTitle={t('page.forbiddenHint')} extra={home} data-testid="forbidden" />;
}
