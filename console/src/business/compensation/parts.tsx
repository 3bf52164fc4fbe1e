import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordOf } from '../../ui/words';
import type { Compensation } from '../api';
import { money } from '../numbers';
import { COLOURS } from './entries';

export function EntryState({ entry }: { entry: Pick<Compensation, 'status'> }) {
  const { t } = useTranslation();
  return <Tag color={COLOURS[entry.status]} className="row-state" data-testid="compensation-status" data-status={entry.status}>{wordOf(t, 'enums.compensation', entry.status)}</Tag>;
}

export function Amount({ entry: { amount, currency, settled } }: { entry: Pick<Compensation, 'amount' | 'currency' | 'settled'> }) {
  const { t } = useTranslation();
  return <span><strong data-testid="compensation-amount">{money(amount, currency)}</strong>{!settled && <span className="quiet"> {t('business.compensation.growing')}</span>}</span>;
}
