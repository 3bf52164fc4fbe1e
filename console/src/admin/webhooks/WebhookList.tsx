import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import '../i18n';
import { nextCursor, rowsOf } from '../../list/paging';
import { useTitleOf } from '../../shell/titles';
import { showTime } from '../../time';
import { ProblemNote } from '../../ui/ProblemNote';
import { Waiting } from '../../ui/Waiting';
import { type RegisteredWebhook, type Webhook, webhooks } from '../api';
import { CustomerName } from './CustomerName';
import { SecretDialog } from './SecretDialog';
import { CreateWebhook } from './WebhookForm';
import { StateTag } from './StateTag';

export function WebhookList() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<RegisteredWebhook | null>(null);
  const list = useInfiniteQuery({ queryKey: ['webhooks'], queryFn: ({ pageParam, signal }) => webhooks(pageParam, signal), initialPageParam: null as string | null, getNextPageParam: nextCursor });
  const rows = rowsOf(list.data?.pages);
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'webhooks' })}</h1><span className="spread" /><Button type="primary" onClick={() => setCreating(true)} data-testid="create-webhook">{t('admin.hook.create')}</Button></div>
      <p className="quiet">{t('admin.hook.about')}</p>
      {list.error && <ProblemNote error={list.error} more={list.data ? [t('list.stale')] : []} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t('admin.hook.none')} /></div>}
      <ul className="cards" data-testid="webhook-list">{rows.map(row => <Row key={row.id} row={row} />)}</ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
      {creating && <CreateWebhook onClose={() => setCreating(false)} then={setMade} />}
      {made && <SecretDialog made={made} onClose={() => { setMade(null); void client.invalidateQueries({ queryKey: ['webhooks'] }); void navigate(`/admin/webhooks/${made.id}`); }} />}
    </>
  );
}

function Row({ row }: { row: Webhook }) {
  const { t } = useTranslation();
  return (
    <li data-testid="webhook-row" data-id={row.id}>
      <Link to={`/admin/webhooks/${row.id}`}>
        <div className="first"><strong>{row.url}</strong><StateTag webhook={row} /></div>
        <div><CustomerName id={row.customerId} /> · {t('admin.hook.eventCount', { count: row.events.length })}</div>
        <div className="quiet">{row.lastSuccessAt ? t('admin.hook.lastSuccess', { time: showTime(row.lastSuccessAt) }) : t('admin.hook.noSuccess')}</div>
      </Link>
    </li>
  );
}
