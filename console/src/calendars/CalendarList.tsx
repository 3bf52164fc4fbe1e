import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import './i18n';
import './calendars.css';
import { nextCursor } from '../list/paging';
import { hasRole, useMe } from '../session';
import { useTitleOf } from '../shell/titles';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { calendars } from './api';
import { MakeDialog } from './MakeDialog';

/** Which calendars there are. */
export function CalendarList() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const go = useNavigate();
  const may = hasRole(useMe(), 'manager', 'admin');
  const [making, setMaking] = useState(false);
  const list = useInfiniteQuery({ queryKey: ['calendar-list'], queryFn: ({ pageParam, signal }) => calendars(pageParam, signal), initialPageParam: null as string | null, getNextPageParam: nextCursor });
  const rows = list.data?.pages.flatMap(page => page.items) ?? [];
  const titles = new Map(rows.map(row => [row.name, row.title ?? row.name]));
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'calendars' })}</h1><span className="spread" />{may && <Button type="primary" onClick={() => setMaking(true)} data-testid="make-calendar">{t('calendars.make')}</Button>}</div>
      <p className="quiet">{t('calendars.about')}</p>
      {list.error && <ProblemNote error={list.error} more={list.data ? [t('list.stale')] : []} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t('calendars.none')} /></div>}
      <ul className="cards" data-testid="calendar-list">
        {rows.map(row => (
          <li key={row.name} data-testid="calendar-row" data-name={row.name}>
            <Link to={`/calendars/${row.name}`}>
              <div className="first"><strong>{row.title ?? row.name}</strong><code>{row.name}</code></div>
              <div className="quiet">{[row.base && t('calendars.basedOn', { title: titles.get(row.base) ?? row.base }), row.zone, t('calendars.revision', { number: row.revision }), t('calendars.saved', { time: showTime(row.savedAt) })].filter(Boolean).join(' · ')}</div>
            </Link>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
      {making && <MakeDialog bases={[...titles].map(([value, label]) => ({ value, label }))} onClose={() => setMaking(false)} then={made => void go(`/calendars/${made}?edit=1`)} />}
    </>
  );
}
