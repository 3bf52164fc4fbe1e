import { Button, Empty } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';

interface Query {
  isPending: boolean;
  error: Error | null;
  data?: unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

/** A list with what there is to say when it is not there, not there yet, or not all of it. */
export function Rows({ query, empty, none, children }: { query: Query; empty: boolean; none: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      {query.error && <ProblemNote error={query.error} more={query.data ? [t('list.stale')] : []} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting />}
      {Boolean(query.data) && (empty ? <div data-testid="empty"><Empty description={none} image={Empty.PRESENTED_IMAGE_SIMPLE} /></div> : children)}
      {query.hasNextPage && <div className="list-end"><Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </>
  );
}
