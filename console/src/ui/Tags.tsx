import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api';
import { PRIORITY_COLOURS, STATUS_COLOURS } from '../status';
import { wordOf } from './words';

export function StatusTag({ status }: { status: Ticket['status'] }) {
  const { t } = useTranslation();
  return <Tag color={STATUS_COLOURS[status] ?? 'default'} data-testid="status" data-status={status}>{wordOf(t, 'status', status)}</Tag>;
}

export const PriorityTag = ({ priority }: { priority: Ticket['priority'] }) =>
  <Tag color={PRIORITY_COLOURS[priority] ?? 'default'} data-testid="priority">{priority}</Tag>;

/** The customer wrote and waits for an answer. */
export function UnansweredTag() {
  const { t } = useTranslation();
  return <Tag color="volcano" data-testid="unanswered-tag">{t('list.unanswered')}</Tag>;
}

export function BreachedTag() {
  const { t } = useTranslation();
  return <Tag color="#cf1322" variant="solid" data-testid="breached">{t('list.breached')}</Tag>;
}
