import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Empty, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import '../business.css';
import '../i18n';
import { useFilter } from '../../admin/useFilter';
import { withQuery } from '../../http';
import { nextCursor, rowsOf } from '../../list/paging';
import { CustomerSearch } from '../../open/CustomerPicker';
import { useTitleOf } from '../../shell/titles';
import { useKindNames } from '../../ticket/useKindNames';
import { showTime } from '../../time';
import { ProblemNote } from '../../ui/ProblemNote';
import { oneOf } from '../../ui/said';
import { Waiting } from '../../ui/Waiting';
import { wordOf } from '../../ui/words';
import { type Compensation, compensationCounts, compensations } from '../api';
import { monthName } from '../numbers';
import { CSV, PDF, useDownload } from '../useDownload';
import { Amount, EntryState } from './parts';
import { STATUSES } from './entries';

/** What is owed for broken promises of contracts, what waits for a decision first. */
export function CompensationList() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const { filter: said, set, clear, filtered } = useFilter('status', 'month', 'customer');
  const filter = { ...said, status: oneOf(STATUSES, said.status) };
  const narrowed = { customerId: filter.customer, month: filter.month };
  const counts = useQuery({ queryKey: ['compensations', 'counts', narrowed], queryFn: ({ signal }) => compensationCounts(narrowed, signal), placeholderData: keepPreviousData });
  const list = useInfiniteQuery({
    queryKey: ['compensations', filter], queryFn: ({ pageParam, signal }) => compensations({ ...narrowed, status: filter.status }, pageParam, signal),
    initialPageParam: null as string | null, getNextPageParam: nextCursor, placeholderData: keepPreviousData,
  });
  const rows = rowsOf(list.data?.pages);
  const numberOf = (status: string) => counts.data?.items.find(each => each.status === status)?.entries ?? 0;
  const label = (word: string, number: number) => (counts.data ? `${word} ${number}` : word);
  const all = counts.data?.items.reduce((sum, each) => sum + each.entries, 0) ?? 0;
  return (
    <div className="counted">
      <div className="title-row"><h1>{titleOf({ name: 'compensations' })}</h1></div>
      <p className="quiet">{t('business.compensation.about')}</p>
      <div className="filters" role="search">
        <Segmented value={filter.status ?? ''} onChange={(status: string) => set({ status })} aria-label={t('business.compensation.status')} data-testid="filter-status"
          options={[{ value: '', label: label(t('business.compensation.all'), all) }, ...STATUSES.map(value => ({ value: value as string, label: label(wordOf(t, 'enums.compensation', value), numberOf(value)) }))]} />
        <DatePicker picker="month" aria-label={t('business.month')} placeholder={t('business.month')} value={filter.month ? dayjs(`${filter.month}-01`) : null} onChange={picked => set({ month: picked?.format('YYYY-MM') })} data-testid="filter-month" />
        <CustomerSearch label={t('business.customer')} value={filter.customer} onChange={customer => set({ customer })} />
        {filtered && <Button type="link" onClick={clear} data-testid="clear-filters">{t('list.clear')}</Button>}
      </div>
      <Statement customer={filter.customer} month={filter.month} />
      {list.error && <ProblemNote error={list.error} more={list.data ? [t('list.stale')] : []} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t('business.compensation.none')} /></div>}
      <ul className="cards" data-testid="compensation-list">{rows.map(row => <Row key={row.id} row={row} />)}</ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </div>
  );
}

/** What one customer gets for one month, as a file. */
function Statement({ customer, month }: { customer?: string; month?: string }) {
  const { t } = useTranslation();
  const save = useDownload();
  if (!customer || !month) return <p className="quiet">{t('business.compensation.statementHint')}</p>;
  const path = withQuery('/api/compensations/statement', { customerId: customer, month });
  const get = (type: string, ending: string) => save.mutate({ path, type, name: `${t('business.compensation.statement')} ${month}.${ending}` });
  return (
    <div className="title-row actions" role="group" aria-label={t('business.compensation.statement')}>
      <Button loading={save.isPending && save.variables.type === PDF} onClick={() => get(PDF, 'pdf')} data-testid="statement-pdf">{t('business.compensation.statementPdf')}</Button>
      <Button loading={save.isPending && save.variables.type === CSV} onClick={() => get(CSV, 'csv')} data-testid="statement-csv">{t('business.compensation.statementCsv')}</Button>
    </div>
  );
}

function Row({ row }: { row: Compensation }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  return (
    <li data-testid="compensation-row" data-id={row.id} data-status={row.status}>
      <Link to={`/compensations/${row.id}`}>
        <div className="first"><strong>{row.customerName ?? '—'}</strong><EntryState entry={row} /><span className="spread" /><Amount entry={row} /></div>
        <div>{[kindOf(row.kind), row.priority, row.ticket ?? t('business.compensation.ofMonth')].filter(Boolean).join(' · ')}</div>
        <div className="quiet">{t('business.compensation.version', { agreement: row.agreement, number: row.agreementVersion })} · {monthName(row.month)}{row.breachedAt && <> · {t('business.compensation.breachedAt')} {showTime(row.breachedAt)}</>}</div>
      </Link>
    </li>
  );
}
