import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { nextCursor } from '../list/paging';
import { useKindNames } from '../ticket/useKindNames';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { useWide } from '../ui/useWide';
import { Waiting } from '../ui/Waiting';
import { type Agreement, type Moved, whatIf, type WriteVersion } from './api';

/** Which open promises would be due at another time if a text were applied to them now. */
export function WhatIf({ contract, text, onClose }: { contract: Agreement; text: WriteVersion; onClose: () => void }) {
  const { t } = useTranslation();
  const wide = useWide();
  const list = useInfiniteQuery({
    queryKey: ['what-if', contract.id, text], queryFn: ({ pageParam, signal }) => whatIf(contract.id, text, pageParam, signal), initialPageParam: null as string | null, getNextPageParam: nextCursor, gcTime: 0, staleTime: Infinity, retry: false,
  });
  const rows = list.data?.pages.flatMap(page => page.items) ?? [];
  return (
    <Drawer open onClose={onClose} size={wide ? 640 : '100%'} title={t('contracts.whatIf')} data-testid="what-if-drawer">
      <Alert type="info" showIcon className="note" title={t('contracts.moved.about')} />
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && <p data-testid="what-if-sum">{rows.length || list.hasNextPage ? t('contracts.moved.sum', { count: rows.length, broken: rows.filter(row => row.breaksAtOnce).length }) : t('contracts.moved.none')}</p>}
      <ul className="rows" data-testid="what-if-list">{rows.map(row => <Row key={row.clockId} row={row} />)}</ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </Drawer>
  );
}

function Row({ row }: { row: Moved }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  return (
    <li className="panel" data-testid="what-if-row">
      <div className="first"><strong>{kindOf(row.kind)}</strong>{row.priority && <Tag>{row.priority}</Tag>}{row.ticketId && <Link to={`/tickets/${row.ticketId}`}>{t('contracts.moved.ticket')}</Link>}{row.breaksAtOnce && <Tag color="red">{t('contracts.moved.broken')}</Tag>}</div>
      <div>{t('contracts.moved.from', { time: showTime(row.dueAt) })} → {t('contracts.moved.to', { time: showTime(row.newDueAt) })}</div>
    </li>
  );
}
