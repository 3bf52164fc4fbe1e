import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, DatePicker, Empty, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import '../business.css';
import '../i18n';
import { useFilter } from '../../admin/useFilter';
import { nextCursor, rowsOf } from '../../list/paging';
import { CustomerSearch } from '../../open/CustomerPicker';
import { hasRole, isPortal, useMe } from '../../session';
import { useTitleOf } from '../../shell/titles';
import { showTime } from '../../time';
import { ProblemNote } from '../../ui/ProblemNote';
import { oneOf } from '../../ui/said';
import { Waiting } from '../../ui/Waiting';
import { wordOf } from '../../ui/words';
import { type Report, reports } from '../api';
import { DraftDialog } from './DraftDialog';
import { usePeople } from '../../people/usePeople';
import { nameOf, REPORT_STATUSES, REPORT_TYPES, reportTitle, ReportState } from './reports';

/** Monthly reports: of all customers and of our own meeting for us, what was released for him for a customer. */
export function ReportList() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const who = useMe();
  const portal = isPortal(who);
  const { filter: said, set, clear, filtered } = useFilter('month', 'status', 'type', 'customer');
  const filter = { ...said, status: oneOf(REPORT_STATUSES, said.status), type: oneOf(REPORT_TYPES, said.type) };
  const [drafting, setDrafting] = useState(false);
  const list = useInfiniteQuery({
    queryKey: ['reports', filter],
    queryFn: ({ pageParam, signal }) => reports({ month: filter.month, status: filter.status, type: filter.type, customerId: filter.customer }, pageParam, signal),
    initialPageParam: null as string | null, getNextPageParam: nextCursor, placeholderData: keepPreviousData,
  });
  const rows = rowsOf(list.data?.pages);
  return (
    <>
      <div className="title-row">
        <h1>{titleOf({ name: 'monthlyReports' })}</h1><span className="spread" />
        {hasRole(who, 'supervisor', 'manager') && <Button type="primary" onClick={() => setDrafting(true)} data-testid="draft-report">{t('business.reports.draft')}</Button>}
      </div>
      <p className="quiet">{t(portal ? 'business.reports.aboutPortal' : 'business.reports.about')}</p>
      <div className="filters" role="search">
        <DatePicker picker="month" aria-label={t('business.month')} placeholder={t('business.month')} value={filter.month ? dayjs(`${filter.month}-01`) : null} onChange={picked => set({ month: picked?.format('YYYY-MM') })} data-testid="filter-month" />
        {!portal && (
          <>
            <Select aria-label={t('list.status')} data-testid="filter-status" value={filter.status ?? ''} onChange={(status: string) => set({ status })}
              options={[{ value: '', label: t('business.reports.allStatus') }, ...REPORT_STATUSES.map(value => ({ value: value as string, label: wordOf(t, 'enums.report', value) }))]} />
            <Select aria-label={t('business.reports.type')} data-testid="filter-type" value={filter.type ?? ''} onChange={(type: string) => set({ type })}
              options={[{ value: '', label: t('business.reports.allTypes') }, ...REPORT_TYPES.map(value => ({ value: value as string, label: wordOf(t, 'enums.reportType', value) }))]} />
            <CustomerSearch label={t('business.customer')} value={filter.customer} onChange={customer => set({ customer })} />
          </>
        )}
        {filtered && <Button type="link" onClick={clear} data-testid="clear-filters">{t('list.clear')}</Button>}
      </div>
      {list.error && <ProblemNote error={list.error} more={list.data ? [t('list.stale')] : []} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t(portal ? 'business.reports.nonePortal' : 'business.reports.none')} /></div>}
      <ul className="cards" data-testid="report-list">{rows.map(row => <Row key={row.id} row={row} />)}</ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
      {drafting && <DraftDialog start={{ customerId: filter.customer, month: filter.month }} onClose={() => setDrafting(false)} />}
    </>
  );
}

function Row({ row }: { row: Report }) {
  const { t } = useTranslation();
  const portal = isPortal(useMe());
  const people = usePeople();
  const [account, time] = row.releasedAt ? [row.releasedBy, row.releasedAt] : [row.draftedBy, row.draftedAt];
  return (
    <li data-testid="report-row" data-id={row.id}>
      <Link to={`/reports/monthly/${row.id}`}>
        <div className="first"><strong>{reportTitle(row, t)}</strong>{!portal && <ReportState report={row} />}</div>
        <div className="quiet">{t(row.releasedAt ? 'business.reports.releasedBy' : 'business.reports.draftedBy')}{t('app.colon')}{portal ? showTime(time) : t('business.reports.by', { name: nameOf(account, t, people), time: showTime(time) })}</div>
        {row.comment && <div className="summary">{row.comment}</div>}
      </Link>
    </li>
  );
}
