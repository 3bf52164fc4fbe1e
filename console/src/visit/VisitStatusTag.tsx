import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Visit } from '../api';
import { wordOf } from '../ui/words';
import { VISIT_COLOURS } from './visits';

export function VisitStatusTag({ status }: { status: Visit['status'] }) {
  const { t } = useTranslation();
  return <Tag color={VISIT_COLOURS[status] ?? 'default'} data-testid="visit-status" data-status={status}>{wordOf(t, 'visitStatus', status)}</Tag>;
}
