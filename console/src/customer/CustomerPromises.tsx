import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter } from '../admin/useFilter';
import { promisesTo } from '../api';
import { nextCursor, rowsOf } from '../list/paging';
import { useKindNames } from '../ticket/useKindNames';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { oneOf } from '../ui/said';
import { Waiting } from '../ui/Waiting';
import { wordOf } from '../ui/words';

const STATES = ['OPEN', 'KEPT', 'BROKEN'] as const;
const COLOURS: Record<string, string> = { OPEN: 'blue', KEPT: 'green', BROKEN: 'red', MOVED: 'gold' };

/** What was promised to the customer, and whether it was kept. */
export function CustomerPromises({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const kindName = useKindNames();
  const { filter, set } = useFilter('state');
  const state = oneOf(STATES, filter.state);
  const list = useInfiniteQuery({
    queryKey: ['promises', customerId, state], queryFn: ({ pageParam, signal }) => promisesTo(customerId, state, pageParam, signal),
    initialPageParam: null as string | null, getNextPageParam: nextCursor, retry: false,
  });
  const rows = rowsOf(list.data?.pages);
  return (
    <>
      <Segmented aria-label={t('list.status')} data-testid="promise-states" value={state ?? 'ALL'} onChange={value => set({ state: value === 'ALL' ? undefined : value })}
        options={[{ value: 'ALL' as string, label: t('list.all') }, ...STATES.map(value => ({ value: value as string, label: wordOf(t, 'enums.promiseState', value) }))]} />
      {list.isPending && <Waiting />}
      {list.error && !list.data && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <p className="quiet" data-testid="empty">{t('desk.noPromises')}</p>}
      <ul className="parts" data-testid="customer-promises">
        {rows.map(row => (
          <li key={row.id} data-testid="customer-promise" data-state={row.state}>
            <div>
              <div className="first"><strong>{kindName(row.kind)}</strong> <Tag color={COLOURS[row.state] ?? 'default'}>{wordOf(t, 'enums.promiseState', row.state)}</Tag></div>
              {row.words && <div>{row.words}</div>}
              <div className="quiet">{[t('desk.madeAt', { time: showTime(row.madeAt) }), t('promise.due', { time: showTime(row.dueAt ?? row.promisedFor) })].join(' · ')}</div>
            </div>
            {row.ticketId && <Link to={`/tickets/${row.ticketId}`}>{t('page.ticket')}</Link>}
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </>
  );
}
