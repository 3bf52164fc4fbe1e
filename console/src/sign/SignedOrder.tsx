import { useTranslation } from 'react-i18next';
import { OrderDownload, signedOrderPath } from '../visit/OrderDownload';

/** The signer takes what he signed with him, by the link by which he signed. */
export function SignedOrder({ token, number }: { token: string; number?: string }) {
  const { t } = useTranslation();
  return <><OrderDownload path={signedOrderPath(token)} number={number} signed /><p className="quiet center">{t('order.keep')}</p></>;
}
