import { DisconnectOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useLink } from './Live';

/** Says that what is shown may be old. The place is always there, so that screen readers hear what comes into it. */
export function Cut() {
  const { t } = useTranslation();
  const link = useLink();
  return <div role="status" className="cut" data-testid="offline" data-link={link}>{link === 'cut' && <><DisconnectOutlined aria-hidden /> {t('live.old')}</>}</div>;
}
