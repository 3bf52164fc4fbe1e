import { Result } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Signed } from '../api';
import { showTime } from '../time';
import { shortHash } from './Offer';
import { SignedOrder } from './SignedOrder';

/** Why there is nothing (more) to sign. */
export type Closed = 'used' | 'ended' | 'expired' | 'unknown' | 'staff' | 'received';

const LOOKS = { used: 'info', ended: 'info', expired: 'warning', unknown: 'warning', staff: 'warning', received: 'success' } as const;

/** Once it is signed, what was signed may be read by the link for as long as the link lasts, after a reload as well. */
const SIGNED: readonly Closed[] = ['used', 'received'];

export function ClosedNote({ why, token }: { why: Closed; token: string }) {
  const { t } = useTranslation();
  return (
    <div className="panel" data-testid="sign-closed" data-why={why}>
      <Result status={LOOKS[why]} title={<h1>{t(`sign.${why}`)}</h1>} subTitle={t(`sign.${why}Hint`)}>{SIGNED.includes(why) && <SignedOrder token={token} />}</Result>
    </div>
  );
}

export function SignedNote({ signed, token }: { signed: Signed; token: string }) {
  const { t } = useTranslation();
  return (
    <div className="panel" data-testid="signed">
      <Result status="success" title={<h1>{t('sign.thanks')}</h1>} subTitle={t('sign.thanksHint', { number: signed.number })}>
        <dl className="facts">
          <dt>{t('sign.name')}</dt><dd data-testid="signed-name">{signed.signerName}</dd>
          <dt>{t('sign.at')}</dt><dd>{showTime(signed.signedAt)}</dd>
          <dt>{t('sign.hash')}</dt><dd><code title={signed.documentHash}>{shortHash(signed.documentHash)}</code></dd>
        </dl>
        <SignedOrder token={token} number={signed.number} />
        <h2>{t('sign.next')}</h2>
        <p data-testid="sign-next">{t('sign.nextHint')}</p>
      </Result>
    </div>
  );
}
