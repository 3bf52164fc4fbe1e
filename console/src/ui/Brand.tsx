import { useTranslation } from 'react-i18next';

export function Brand() {
  const { t } = useTranslation();
  return <span className="brand"><img src="/favicon.svg" alt="" width={28} height={28} /><span className="brand-name">{t('app.name')}</span></span>;
}
