import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { visits } from '../api';
import { nextCursor, rowsOf } from '../list/paging';
import { usePolling } from '../live/Live';
import { useTitleOf } from '../shell/titles';
import { ProblemNote } from '../ui/ProblemNote';
import { oneOf } from '../ui/said';
import { Waiting } from '../ui/Waiting';
import { VisitRows } from './VisitRows';
import { UNDER_WAY, VISIT_STATUSES } from './visits';

const REFRESH_MS = 15_000;
const OPEN = 'open';
const ALL = 'all';

/** Planners and the desk see all visits, an engineer his own; the service decides that. */
export function VisitList() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const [search, setSearch] = useSearchParams();
  const chosen = oneOf([OPEN, ALL, ...VISIT_STATUSES], search.get('status') ?? undefined) ?? OPEN;
  const status = chosen === OPEN ? UNDER_WAY : chosen === ALL ? [] : [chosen];
  const list = useInfiniteQuery({
    queryKey: ['visits', chosen],
    queryFn: ({ pageParam, signal }) => visits({ status }, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: nextCursor,
    refetchInterval: usePolling(REFRESH_MS),
    placeholderData: keepPreviousData,
  });
  const rows = rowsOf(list.data?.pages);
  const options = [{ value: OPEN, label: t('visit.open') }, { value: ALL, label: t('visit.all') }, ...VISIT_STATUSES.map(value => ({ value, label: t(`visitStatus.${value}`) }))];
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'visits' })}</h1></div>
      <div className="filters" role="search">
        <Select aria-label={t('list.status')} data-testid="visit-filter" value={chosen} options={options} onChange={value => setSearch(value === OPEN ? {} : { status: value }, { replace: true })} />
      </div>
      {list.error && !list.data && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.error && list.data && <Alert type="warning" showIcon className="note" title={t('list.stale')} data-testid="stale" />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t('visit.none')} /></div>}
      {rows.length > 0 && <VisitRows rows={rows} loading={list.isPlaceholderData} />}
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </>
  );
}
