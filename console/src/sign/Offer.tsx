import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Tag } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignOffer } from '../api';
import { showTime, showWindow } from '../time';
import { wordOf } from '../ui/words';

/** The fingerprint's two ends: enough to compare by eye with the one on paper or on another screen. */
export const shortHash = (hash: string) => (hash.length > 20 ? `${hash.slice(0, 8)}…${hash.slice(-8)}` : hash);

export function Checks({ items }: { items: SignOffer['checklist'] }) {
  const { t } = useTranslation();
  if (!items.length) return null;
  return (
    <>
      <h3>{t('sign.checklist')}</h3>
      <ul className="checks" data-testid="checklist">
        {items.map(({ item, done }, index) => (
          <li key={index} data-done={done === true}>
            {done ? <CheckCircleFilled aria-label={t('sign.done')} /> : <CloseCircleFilled aria-label={t('sign.notDone')} />} <span>{item}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the customer puts his name under. */
export function Offer({ offer }: { offer: SignOffer }) {
  const { t } = useTranslation();
  const terms: [string, string | null | undefined][] = [
    [t('sign.window'), offer.windowStart ? showWindow(offer.windowStart, offer.windowEnd) : undefined],
    [t('sign.engineer'), offer.engineerName],
    [t('sign.arrived'), offer.arrivedAt ? showTime(offer.arrivedAt) : undefined],
    [t('sign.completed'), offer.completedAt ? showTime(offer.completedAt) : undefined],
    [t('sign.need'), offer.need],
    [t('sign.work'), offer.work],
    [t('sign.cause'), offer.cause],
    [t('sign.fix'), offer.fix],
  ];
  return (
    <section className="panel" aria-label={t('sign.document')} data-testid="sign-document">
      <div className="panel-head">
        <h2>{t('sign.document')}</h2>
        {offer.outcome && <Tag color={offer.outcome === 'FIXED' ? 'green' : 'gold'} data-testid="sign-outcome">{wordOf(t, 'enums.outcome', offer.outcome)}</Tag>}
      </div>
      <dl className="facts">
        {terms.filter(([, value]) => value).map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd>{value}</dd></Fragment>)}
      </dl>
      <Checks items={offer.checklist} />
      <p className="fingerprint">
        {t('sign.hash')}{t('app.colon')}<code data-testid="sign-hash" title={offer.documentHash}>{shortHash(offer.documentHash)}</code>
        <br />{t('sign.hashHint')}
      </p>
    </section>
  );
}
