import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { visits } from '../api';
import { nextCursor, rowsOf } from '../list/paging';
import { showWindow } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { VisitStatusTag } from '../visit/VisitStatusTag';

/** Every visit to the customer, the latest first. */
export function CustomerVisits({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['visits', 'of', customerId], queryFn: ({ pageParam, signal }) => visits({ customerId }, pageParam, signal), initialPageParam: null as string | null, getNextPageParam: nextCursor,
  });
  const rows = rowsOf(list.data?.pages);
  return (
    <>
      {list.isPending && <Waiting />}
      {list.error && !list.data && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <p className="quiet" data-testid="empty">{t('desk.noVisits')}</p>}
      <ul className="parts" data-testid="customer-visits">
        {rows.map(row => (
          <li key={row.id} data-testid="customer-visit" data-number={row.number}>
            <div>
              <div className="first"><Link to={`/visits/${row.id}`}>{row.number}</Link> <VisitStatusTag status={row.status} /></div>
              <div>{row.need}</div>
              <div className="quiet">{[row.windowStart && showWindow(row.windowStart, row.windowEnd), row.engineerName].filter(Boolean).join(' · ')}</div>
            </div>
            <Link to={`/tickets/${row.ticketId}`}>{row.ticketNumber}</Link>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </>
  );
}
