import { ArrowLeftOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import '../business.css';
import '../i18n';
import type { Page } from '../../api';
import { withQuery } from '../../http';
import { nextCursor } from '../../list/paging';
import { ProblemNote } from '../../ui/ProblemNote';
import { Waiting } from '../../ui/Waiting';
import { CustomerName } from '../../admin/webhooks/CustomerName';
import { Filters, type useNarrowed } from '../dashboard/Filters';

interface RowsPageProps<Row> {
  title: string;
  use: ReturnType<typeof useNarrowed>;
  /** What else it is narrowed to, in words. */
  words: string[];
  /** All that makes it another question. */
  question: unknown[];
  ask: (cursor: string | null, signal: AbortSignal) => Promise<Page<Row>>;
  children: (rows: Row[]) => ReactNode;
}

/** What stands behind one figure of the dashboard, with the same period and customer; another one can be chosen here, too. */
export function RowsPage<Row>({ title, use, words, question, ask, children }: RowsPageProps<Row>) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['figures', 'rows', ...question, use.asked], queryFn: ({ pageParam, signal }) => ask(pageParam, signal), initialPageParam: null as string | null, getNextPageParam: nextCursor, placeholderData: keepPreviousData,
  });
  const rows = list.data?.pages.flatMap(page => page.items) ?? [];
  return (
    <div className="counted">
      <Link to={withQuery('/dashboard', { ...use.narrowed })} data-testid="back"><ArrowLeftOutlined aria-hidden /> {t('business.back')}</Link>
      <div className="title-row" style={{ marginTop: 10 }}><h1>{title}</h1></div>
      <Filters use={use} />
      {words.length > 0 && <p data-testid="narrowed-to"><strong>{words.join(' · ')}</strong></p>}
      {list.error && <ProblemNote error={list.error} more={list.data ? [t('list.stale')] : []} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t('business.rows.none')} /></div>}
      {rows.length > 0 && <ul className="rows" data-testid="counted-list">{children(rows)}</ul>}
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </div>
  );
}

/** Leads to the ticket where it has a number. */
export const TicketLink = ({ id, number }: { id?: string | null; number?: string | null }) => {
  const { t } = useTranslation();
  return id ? <Link to={`/tickets/${id}`}>{number ?? t('admin.thing.ticketId')}</Link> : null;
};

/** By its name, where the service told it. */
export const Whose = ({ id, name }: { id?: string | null; name?: string | null }) => <span className="quiet">{name ?? (id ? <CustomerName id={id} /> : null)}</span>;
