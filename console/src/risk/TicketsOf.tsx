import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Ticket } from '../api';
import { nextCursor, rowsOf } from '../list/paging';
import { usePolling } from '../live/Live';
import { showTime } from '../time';
import { PriorityTag, StatusTag } from '../ui/Tags';
import { REFRESH_MS, ticketsOf } from './api';
import { Rows } from './Rows';
import { untilDue } from './words';

/** The open tickets of somebody, or of nobody. */
export function TicketsOf({ assignee, none }: { assignee?: string; none: string }) {
  const list = useInfiniteQuery({
    queryKey: ['tickets-of', assignee], queryFn: ({ pageParam, signal }) => ticketsOf(assignee, pageParam, signal), initialPageParam: null as string | null, getNextPageParam: nextCursor,
    placeholderData: keepPreviousData, refetchInterval: usePolling(REFRESH_MS),
  });
  const rows = rowsOf(list.data?.pages);
  return (
    <Rows query={list} empty={rows.length === 0} none={none}>
      <ul className="lines" data-testid="owned-list">{rows.map(row => <Row key={row.id} row={row} />)}</ul>
    </Rows>
  );
}

function Row({ row }: { row: Ticket }) {
  const { t } = useTranslation();
  const due = row.resolveBy ? untilDue(row.resolveBy, Date.now(), t) : undefined;
  return (
    <li data-testid="owned-row" data-number={row.number}>
      <div className="what"><Link to={`/tickets/${row.id}`}>{row.number}</Link> <PriorityTag priority={row.priority} /> <StatusTag status={row.status} /></div>
      <div className="whose"><span>{row.summary}</span> <span className="quiet">{row.customerName}</span></div>
      <div className="when">
        <span className="span" data-late={due?.late}>{due?.text ?? t('risk.noDue')}</span>
        {row.resolveBy && <span className="quiet">{t('risk.dueAt', { time: showTime(row.resolveBy) })}</span>}
      </div>
      <div className="who" />
    </li>
  );
}
