import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Empty } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type Ticket, tickets } from '../api';
import '../desk/i18n';
import { usePolling } from '../live/Live';
import { hasRole, mayOpen, useMe } from '../session';
import { isOver } from '../status';
import { useTitleOf } from '../shell/titles';
import { useNames } from '../ticket/useNames';
import { ProblemNote } from '../ui/ProblemNote';
import { useWide } from '../ui/useWide';
import { Waiting } from '../ui/Waiting';
import { Filters } from './Filters';
import { nextCursor, REFRESH_MS, rowsOf } from './paging';
import { Queues } from './Queues';
import { TicketRows } from './TicketRows';
import { useTicketFilter } from './useTicketFilter';

const BulkAssign = lazy(async () => ({ default: (await import('./BulkAssign')).BulkAssign }));
const NONE: never[] = [];

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
    refetchInterval: usePolling(REFRESH_MS),
    placeholderData: keepPreviousData,
  });
  const rows = rowsOf(list.data?.pages);
  const names = useNames(NONE);
  const [picked, setPicked] = useState<string[]>(NONE);
  const [assigning, setAssigning] = useState<Ticket[]>();
  // What is not in the list any more is not acted on.
  const chosen = rows.filter(row => picked.includes(row.id));
  const assignable = rows.filter(row => !isOver(row.status));
  const assigns = useWide() && assignable.length > 0 && hasRole(who, 'agent', 'supervisor');
  const open = mayOpen(who) && <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/tickets/new')} data-testid="open-ticket">{titleOf({ name: 'open' })}</Button>;

  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'tickets' })}</h1><span className="spread" />{open}</div>
      {use.staff && <Queues queue={use.filter.queue} onChange={queue => use.set({ queue, status: undefined, order: undefined, scope: undefined })} />}
      <Filters use={use} />
      {assigns && (
        <div className="title-row" role="group" aria-label={t('action.title')}>
          <Button size="small" onClick={() => setPicked(assignable.map(row => row.id))} data-testid="choose-all">{t('desk.chooseAll', { count: assignable.length })}</Button>
          {chosen.length > 0 && <Button size="small" onClick={() => setPicked(NONE)} data-testid="bulk-clear">{t('desk.unchoose')}</Button>}
          {chosen.length > 0 && <Button size="small" type="primary" onClick={() => setAssigning(chosen)} data-testid="bulk-assign">{t('desk.assignChosen', { count: chosen.length })}</Button>}
        </div>
      )}
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
      {rows.length > 0 && <TicketRows rows={rows} loading={list.isPlaceholderData} names={names} chosen={assigns ? chosen.map(row => row.id) : undefined} onChoose={setPicked} />}
      {rows.length > 0 && (
        <div className="list-end">
          {list.hasNextPage
            ? <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button>
            : <span data-testid="list-end">{t('list.end', { count: rows.length })}</span>}
        </div>
      )}
      {assigning && <Suspense><BulkAssign tickets={assigning} onClose={() => { setAssigning(undefined); setPicked(NONE); }} /></Suspense>}
    </>
  );
}
