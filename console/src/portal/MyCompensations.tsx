import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Collapse, DatePicker, Empty } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import './i18n';
import '../business/i18n';
import { useFilter } from '../admin/useFilter';
import { type Compensation, compensations } from '../business/api';
import { money, monthName } from '../business/numbers';
import { PDF, useDownload } from '../business/useDownload';
import { withQuery } from '../http';
import { nextCursor, rowsOf } from '../list/paging';
import { useTitleOf } from '../shell/titles';
import { useKindNames } from '../ticket/useKindNames';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';

/** What was approved for him because we did not keep what was agreed; the service shows him nothing else. */
export function MyCompensations() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const { filter, set } = useFilter('month');
  const list = useInfiniteQuery({
    queryKey: ['compensations', 'mine', filter.month], queryFn: ({ pageParam, signal }) => compensations({ month: filter.month }, pageParam, signal), initialPageParam: null as string | null,
    getNextPageParam: nextCursor, placeholderData: keepPreviousData,
  });
  const rows = rowsOf(list.data?.pages);
  const save = useDownload();
  const statement = () => save.mutate({ path: withQuery('/api/compensations/statement', { customerId: rows[0]?.customerId, month: filter.month }), type: PDF, name: `${t('business.compensation.statement')} ${filter.month}.pdf` });
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'compensations' })}</h1></div>
      <p className="quiet">{t('portal.compensation.hint')}</p>
      <div className="filters" role="search">
        <DatePicker picker="month" aria-label={t('portal.compensation.month')} placeholder={t('portal.compensation.all')} value={filter.month ? dayjs(`${filter.month}-01`) : null} onChange={picked => set({ month: picked?.format('YYYY-MM') })} data-testid="filter-month" />
        {filter.month && rows.length > 0 && <Button loading={save.isPending} onClick={statement} data-testid="statement-pdf">{t('business.compensation.statementPdf')}</Button>}
      </div>
      {list.error && !list.data && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.error && list.data && <Alert type="warning" showIcon className="note" title={t('list.stale')} data-testid="stale" />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t('portal.compensation.none')} /></div>}
      <ul className="parts" data-testid="compensation-list">{rows.map(row => <Row key={row.id} row={row} />)}</ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </>
  );
}

function Row({ row }: { row: Compensation }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  return (
    <li className="panel" data-testid="compensation-row" data-id={row.id}>
      <div>
        <div className="first"><strong data-testid="compensation-amount">{money(row.amount, row.currency)}</strong> <span>{monthName(row.month)}</span></div>
        <div>{kindOf(row.kind)} · {row.ticketId ? <Link to={`/tickets/${row.ticketId}`}>{row.ticket ?? t('page.ticket')}</Link> : t('portal.compensation.whole')}</div>
        <div className="quiet">{row.approvedAt && t('portal.compensation.approved', { time: showTime(row.approvedAt) })}</div>
        <Collapse ghost items={[{ key: 'why', label: t('portal.compensation.why'), children: <ol className="reckoning">{row.steps.map((step, at) => <li key={at}>{step.sentence} → {money(step.amount, row.currency)}</li>)}</ol> }]} />
      </div>
    </li>
  );
}
