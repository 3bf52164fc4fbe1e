import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter } from '../admin/useFilter';
import { ticketsOf } from '../api';
import { nextCursor, rowsOf } from '../list/paging';
import { seesVisits, useMe } from '../session';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { BreachedTag, PriorityTag, StatusTag } from '../ui/Tags';
import { Waiting } from '../ui/Waiting';
import { wordOf } from '../ui/words';

const OPEN = ['OPEN', 'IN_PROGRESS', 'WAITING', 'ON_SITE', 'RESOLVED'];
const PAST = ['CLOSED', 'CANCELLED'];

/** What the customer reported, and the visits that came of it. */
export function CustomerTickets({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const visits = seesVisits(useMe());
  const { filter, set } = useFilter('past');
  const past = filter.past === 'true';
  const list = useInfiniteQuery({
    queryKey: ['tickets', 'of', customerId, past], queryFn: ({ pageParam, signal }) => ticketsOf(customerId, past ? PAST : OPEN, pageParam, signal),
    initialPageParam: null as string | null, getNextPageParam: nextCursor,
  });
  const rows = rowsOf(list.data?.pages);
  return (
    <>
      <Segmented aria-label={t('list.scope')} data-testid="customer-past" value={past ? 'past' : 'open'} onChange={value => set({ past: value === 'past' ? 'true' : undefined })}
        options={[{ value: 'open', label: t('desk.openOnes') }, { value: 'past', label: t('desk.pastOnes') }]} />
      {list.isPending && <Waiting />}
      {list.error && !list.data && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <p className="quiet" data-testid="empty">{t(past ? 'desk.noPast' : 'desk.noOpenTickets')}</p>}
      <ul className="parts" data-testid="customer-tickets">
        {rows.map(row => (
          <li key={row.id} data-testid="customer-ticket" data-number={row.number}>
            <div>
              <div className="first"><Link to={`/tickets/${row.id}`}>{row.number}</Link> <StatusTag status={row.status} /><PriorityTag priority={row.priority} />{row.breached && <BreachedTag />}</div>
              <div>{row.summary}</div>
              <div className="quiet">{[row.product, t('desk.reportedAt', { time: showTime(row.openedAt) })].filter(Boolean).join(' · ')}</div>
            </div>
            {visits && row.visitId && <Link to={`/visits/${row.visitId}`}>{t('page.visit')}{row.visitStatus && `（${wordOf(t, 'visitStatus', row.visitStatus)}）`}</Link>}
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </>
  );
}
