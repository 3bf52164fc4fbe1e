import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { App, Button, Empty, Select, Tag } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { nextCursor, rowsOf } from '../../list/paging';
import { showTime } from '../../time';
import { explain, ProblemNote } from '../../ui/ProblemNote';
import { oneOf } from '../../ui/said';
import { useCommand } from '../../ui/useCommand';
import { Waiting } from '../../ui/Waiting';
import { wordOf } from '../../ui/words';
import { deliveries, type Delivery, type Webhook } from '../api';
import { eventName } from '../events';
import { useFilter } from '../useFilter';

const REFRESH_MS = 5_000;
const STATUSES = ['PENDING', 'DELIVERED', 'FAILED', 'CANCELLED'] as const;
const COLOURS = { PENDING: 'blue', DELIVERED: 'green', FAILED: 'red', CANCELLED: 'default' } as const;

/** What became of the last try, in words: the receiver's answer, or that there was none. */
export function answerOf({ status, lastStatus, lastError, attempts, nextTryAt }: Delivery, t: TFunction): string {
  const answer = lastStatus ? t('admin.hook.answered', { number: lastStatus }) : lastError === 'no-answer' ? t('admin.hook.noAnswer') : lastError ? t('admin.hook.unreachable') : '';
  const next = status === 'PENDING' ? (nextTryAt ? t('admin.hook.nextTry', { time: showTime(nextTryAt) }) : t('admin.hook.waits')) : '';
  return [answer, attempts ? t('admin.hook.tries', { count: attempts }) : '', next].filter(Boolean).join(' · ');
}

export function DeliveryList({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const { filter: said, set } = useFilter('status');
  const filter = { status: oneOf(STATUSES, said.status) };
  const list = useInfiniteQuery({
    queryKey: ['deliveries', webhook.id, filter.status],
    queryFn: ({ pageParam, signal }) => deliveries(webhook.id, filter.status, pageParam, signal),
    initialPageParam: null as string | null, getNextPageParam: nextCursor, placeholderData: keepPreviousData, refetchInterval: REFRESH_MS,
  });
  const rows = rowsOf(list.data?.pages);
  return (
    <section className="panel" aria-label={t('admin.hook.deliveries')}>
      <div className="title-row"><h2>{t('admin.hook.deliveries')}</h2><span className="spread" />
        <Select aria-label={t('list.status')} data-testid="filter-status" value={filter.status ?? ''} onChange={(status: string) => set({ status })} style={{ width: 140 }}
          options={[{ value: '', label: t('list.allStatus') }, ...STATUSES.map(value => ({ value, label: wordOf(t, 'enums.delivery', value) }))]} />
      </div>
      {list.error && <ProblemNote error={list.error} more={list.data ? [t('list.stale')] : []} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && <div data-testid="empty"><Empty description={t(filter.status ? 'admin.noneFiltered' : 'admin.hook.noDeliveries')} /></div>}
      <ul className="parts" data-testid="delivery-list">{rows.map(row => <Row key={row.id} row={row} webhook={webhook} />)}</ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </section>
  );
}

function Row({ row, webhook }: { row: Delivery; webhook: Webhook }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const again = useCommand(`/api/webhooks/${webhook.id}/deliveries/${row.id}/replay`, { refresh: [['deliveries', webhook.id]], text: t('admin.hook.replayed') });
  return (
    <li data-testid="delivery-row" data-status={row.status}>
      <div>
        <strong>{eventName(row.type, t)}</strong> <Tag color={COLOURS[row.status]}>{wordOf(t, 'enums.delivery', row.status)}</Tag>
        <div>{answerOf(row, t)}</div>
        <div className="quiet">{row.deliveredAt ? t('admin.hook.deliveredAt', { from: showTime(row.createdAt), to: showTime(row.deliveredAt) }) : showTime(row.createdAt)}</div>
      </div>
      {row.status !== 'PENDING' && (
        <Button size="small" disabled={webhook.status === 'DISABLED'} loading={again.isPending} onClick={() => again.once({}, error => void message.error(explain(error, t).text))} data-testid="delivery-replay" aria-label={`${t('admin.hook.again')} ${eventName(row.type, t)} ${showTime(row.createdAt)}`}>
          {t('admin.hook.again')}
        </Button>
      )}
    </li>
  );
}
