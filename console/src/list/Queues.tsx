import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Queue, ticketQueues } from '../api';
import { usePolling } from '../live/Live';
import { REFRESH_MS } from './paging';
import { QUEUES } from './queues';

const ALL = 'ALL';

/** What waits, and how much of it. Without the counts the queues can be used all the same. */
export function Queues({ queue, onChange }: { queue?: string; onChange: (queue?: string) => void }) {
  const { t } = useTranslation();
  const counts = useQuery({ queryKey: ['tickets', 'queues'], queryFn: ({ signal }) => ticketQueues(signal), refetchInterval: usePolling(REFRESH_MS), retry: false });
  const countOf = (each: Queue) => counts.data?.items.find(one => one.queue === each)?.count;
  const label = (each: Queue) => <span data-testid={`queue-${each}`} data-count={countOf(each)}>{t(`desk.queue.${each}`)} <span className="count">{countOf(each) ?? ''}</span></span>;
  return (
    <div className="queues">
      <Segmented aria-label={t('desk.queues')} data-testid="queues" value={queue ?? ALL} onChange={value => onChange(value === ALL ? undefined : value)}
        options={[{ value: ALL as string, label: <span data-testid="queue-ALL">{t('list.all')}</span> }, ...QUEUES.map(value => ({ value: value as string, label: label(value) }))]} />
    </div>
  );
}
