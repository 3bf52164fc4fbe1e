import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../api';

export function LevelTag({ level }: { level?: Customer['level'] }) {
  const { t } = useTranslation();
  return level && level !== 'STANDARD' ? <Tag color="gold">{t(`enums.customerLevel.${level}`)}</Tag> : null;
}

export function WithdrawnTag() {
  const { t } = useTranslation();
  return <Tag data-testid="withdrawn">{t('customer.withdrawn')}</Tag>;
}
