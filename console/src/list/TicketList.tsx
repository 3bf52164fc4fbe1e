import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { tickets } from '../api';
import { mayOpen, useMe } from '../session';
import { useTitleOf } from '../shell/titles';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { Filters } from './Filters';
import { nextCursor, rowsOf } from './paging';
import { TicketRows } from './TicketRows';
import { useTicketFilter } from './useTicketFilter';

const REFRESH_MS = 15_000;

export function TicketList() {
  const { t } = useTranslation();
  const who = useMe();
  const titleOf = useTitleOf();
  const navigate = useNavigate();
  const use = useTicketFilter();
  const list = useInfiniteQuery({
    queryKey: ['tickets', use.filter],
    queryFn: ({ pageParam, signal }) => tickets(use.filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: nextCursor,
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  const rows = rowsOf(list.data?.pages);
  const open = mayOpen(who) && <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/tickets/new')} data-testid="open-ticket">{titleOf({ name: 'open' })}</Button>;

  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'tickets' })}</h1><span className="spread" />{open}</div>
      <Filters use={use} />
      {list.error && !list.data && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.error && list.data && <Alert type="warning" showIcon className="note" title={t('list.stale')} data-testid="stale" />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && (
        <div className="panel" data-testid="empty">
          <Empty description={t(use.filtered ? 'list.emptyFiltered' : 'list.empty')}>
            {use.filtered ? <Button onClick={use.clear} data-testid="clear-filters">{t('list.clear')}</Button> : open}
          </Empty>
        </div>
      )}
      {rows.length > 0 && <TicketRows rows={rows} loading={list.isPlaceholderData} />}
      {rows.length > 0 && (
        <div className="list-end">
          {list.hasNextPage
            ? <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button>
            : <span data-testid="list-end">{t('list.end', { count: rows.length })}</span>}
        </div>
      )}
    </>
  );
}
