import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api';
import { nextCursor } from '../list/paging';
import { useKindNames } from '../ticket/useKindNames';
import { useNames } from '../ticket/useNames';
import { usePolling } from '../live/Live';
import { showTime } from '../time';
import { PriorityTag } from '../ui/Tags';
import { wordOf } from '../ui/words';
import { About } from './About';
import { REFRESH_MS, type Risk, type RiskRow, riskRows } from './api';
import { Rows } from './Rows';
import { untilDue } from './words';

const NO_STORY: never[] = [];

/** Promises that are not done, the most urgent first. */
export function PromiseList({ what, engineerId, none }: { what?: Risk; engineerId?: string; none: string }) {
  const list = useInfiniteQuery({
    queryKey: ['risk-rows', what, engineerId], queryFn: ({ pageParam, signal }) => riskRows({ what, engineerId }, pageParam, signal), initialPageParam: null as string | null, getNextPageParam: nextCursor,
    placeholderData: keepPreviousData, refetchInterval: usePolling(REFRESH_MS),
  });
  const rows = list.data?.pages.flatMap(page => page.items) ?? [];
  return (
    <Rows query={list} empty={rows.length === 0} none={none}>
      <ul className="lines" data-testid="risk-list">{rows.map(row => <Row key={row.clockId} row={row} silent={what === 'SILENT'} />)}</ul>
    </Rows>
  );
}

function Row({ row, silent }: { row: RiskRow; silent: boolean }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  const names = useNames(NO_STORY);
  const { late, text } = untilDue(row.dueAt, Date.now(), t);
  const who = row.engineerId ? names(row.engineerId) ?? t('risk.someone') : names(row.promisedBy);
  return (
    <li data-testid="risk-row" data-kind={row.kind} data-ticket={row.ticketId}>
      <div className="what"><strong>{kindOf(row.kind)}</strong> {row.priority && <PriorityTag priority={row.priority as Ticket['priority']} />}</div>
      <div className="whose"><About {...row} /> {row.customerName && <span className="quiet">{row.customerName}</span>}</div>
      <div className="when">
        <span className="span" data-late={late}>{row.status === 'PAUSED' ? t('risk.paused') : text}</span>
        <span className="quiet">{t('risk.dueAt', { time: showTime(row.dueAt) })}</span>
      </div>
      <div className="who">
        {who && <span>{who}</span>}
        {row.waitingFor && <span className="quiet">{t('risk.waitingSince', { reason: wordOf(t, 'enums.reason', row.waitingFor), time: showTime(row.waitingSince) })}</span>}
        {/* What should have been said was promised with the last word to the customer. */}
        {silent && <span className="quiet">{t('risk.silentSince', { time: showTime(row.startedAt) })}</span>}
      </div>
    </li>
  );
}
