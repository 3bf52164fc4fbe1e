import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import './i18n';
import { nextCursor, REFRESH_MS, rowsOf } from '../list/paging';
import { usePolling } from '../live/Live';
import { useTitleOf } from '../shell/titles';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { signedVisits, useMyCompanies } from './api';

/** The orders he has signed; each leads to what was done. */
export function Orders() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const shops = useMyCompanies().flatMap(each => each.sites ?? []);
  const list = useInfiniteQuery({
    queryKey: ['visits', 'signed'], queryFn: ({ pageParam, signal }) => signedVisits(pageParam, signal), initialPageParam: null as string | null, getNextPageParam: nextCursor,
    refetchInterval: usePolling(REFRESH_MS), placeholderData: keepPreviousData,
  });
  const rows = rowsOf(list.data?.pages);
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'orders' })}</h1></div>
      {list.error && !list.data && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.error && list.data && <Alert type="warning" showIcon className="note" title={t('list.stale')} data-testid="stale" />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t('portal.orders.none')} /></div>}
      <ul className="cards" data-testid="order-list">
        {rows.map(row => (
          <li key={row.id} data-testid="order-row" data-number={row.number}>
            <Link to={`/visits/${row.id}`}>
              <div className="first"><strong>{row.number}</strong>{row.signedAt && <span className="quiet">{t('portal.orders.signed', { time: showTime(row.signedAt) })}</span>}</div>
              <div className="summary">{row.work ?? row.need}</div>
              <div className="quiet">{[row.engineerName, shops.find(each => each.id === row.siteId)?.name, row.ticketNumber].filter(Boolean).join(' · ')}</div>
            </Link>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </>
  );
}
