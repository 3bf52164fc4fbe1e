import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { nextCursor } from '../list/paging';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { revisions } from './api';
import { reasonOf, saverOf } from './words';

/** How a calendar came to be as it is, the latest first. */
export function Revisions({ name, onShow }: { name: string; onShow: (revision: number) => void }) {
  const { t } = useTranslation();
  const list = useInfiniteQuery({ queryKey: ['calendar-revisions', name], queryFn: ({ pageParam, signal }) => revisions(name, pageParam, signal), initialPageParam: null as string | null, getNextPageParam: nextCursor });
  const rows = list.data?.pages.flatMap(page => page.items) ?? [];
  return (
    <>
      {list.error && <ProblemNote error={list.error} more={list.data ? [t('list.stale')] : []} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      <ul className="rows" data-testid="revision-list">
        {rows.map((row, index) => (
          <li key={row.revision} className="panel" data-testid="revision-row" data-revision={row.revision}>
            <div className="first"><strong>{t('calendars.revision', { number: row.revision })}</strong>{index === 0 && <Tag color="green">{t('calendars.current')}</Tag>}<span>{reasonOf(row.reason, t)}</span></div>
            <div className="quiet">{t('calendars.savedBy', { time: showTime(row.savedAt), name: saverOf(row.savedBy, t) })}</div>
            <div className="part-actions"><Button size="small" onClick={() => onShow(row.revision)} aria-label={`${t('calendars.look')} ${row.revision}`} data-testid="show-revision">{t('calendars.look')}</Button></div>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </>
  );
}
