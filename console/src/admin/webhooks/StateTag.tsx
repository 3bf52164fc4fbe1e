import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordOf } from '../../ui/words';
import type { Webhook } from '../api';

const COLOURS = { ACTIVE: 'green', PAUSED: 'gold', DISABLED: 'red' } as const;

export function StateTag({ webhook: { status } }: { webhook: Webhook }) {
  const { t } = useTranslation();
  return <Tag color={COLOURS[status]} data-testid="webhook-status" data-status={status}>{wordOf(t, 'enums.webhook', status)}</Tag>;
}
