import { useTranslation } from 'react-i18next';
import './i18n';
import './difference.css';
import { compare } from './compare';

/** A text as it shall be, with what went struck out and what came underlined; a screen reader is told both. */
export default function Difference({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation();
  return (
    <span className="difference" data-testid="difference">
      {compare(before, after).map(({ text, change }, at) => {
        if (!change) return <span key={at}>{text}</span>;
        const Mark = change === 'added' ? 'ins' : 'del';
        return <Mark key={at}><span className="told">{t(`difference.${change}`)}</span>{text}<span className="told">{t('difference.end')}</span></Mark>;
      })}
    </span>
  );
}
