import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, DatePicker, Empty, Form, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import '../admin/i18n';
import { useFilter } from '../admin/useFilter';
import { nextCursor } from '../list/paging';
import { usePeople } from '../people/usePeople';
import { hasRole, useMe } from '../session';
import { useTitleOf } from '../shell/titles';
import { useKindNames } from '../ticket/useKindNames';
import { inZone, showTime } from '../time';
import { CommandDialog } from '../ui/CommandDialog';
import { TextField } from '../ui/fields';
import { holds } from '../ui/fold';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { type Breach, breaches } from './api';
import { CAUSES, causeName, lateness } from './causes';

/** Every promise that was broken in a month, with why: what the facts tell, and what a supervisor found. */
export function CauseList() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const { filter, set } = useFilter('month');
  const month = filter.month ?? inZone(Date.now()).format('YYYY-MM');
  const [telling, setTelling] = useState<Breach | null>(null);
  const list = useInfiniteQuery({ queryKey: ['breaches', month], queryFn: ({ pageParam, signal }) => breaches(month, pageParam, signal), initialPageParam: null as string | null, getNextPageParam: nextCursor });
  const rows = list.data?.pages.flatMap(page => page.items) ?? [];
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'causes' })}</h1></div>
      <div className="filters" role="search">
        <DatePicker picker="month" aria-label={t('review.month')} allowClear={false} value={dayjs(`${month}-01`)} onChange={picked => set({ month: picked?.format('YYYY-MM') })} data-testid="filter-month" />
      </div>
      {list.error && <ProblemNote error={list.error} more={list.data ? [t('list.stale')] : []} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t('review.noBreaches')} /></div>}
      <ul className="rows" data-testid="breach-list">{rows.map(row => <Row key={row.clockId} row={row} onTell={setTelling} />)}</ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
      {telling && (
        <CommandDialog path={`/api/sla-reports/causes/${telling.clockId}`} name="cause" title={t('review.tell')} start={{ cause: telling.found?.cause }} refresh={[['breaches']]} onClose={() => setTelling(null)}>
          {() => (
            <>
              <Form.Item name="cause" label={t('ticket.cause')} rules={[{ required: true, message: t('open.required', { field: t('ticket.cause') }) }]}>
                <Select data-testid="cause-select" showSearch={{ filterOption: holds }} options={CAUSES.map(value => ({ value, label: causeName(value, t) }))} />
              </Form.Item>
              <TextField name="note" label={t('review.note')} testId="cause-note" max={1000} rows={3} hint={t('review.noteHint')} />
            </>
          )}
        </CommandDialog>
      )}
    </>
  );
}

function Row({ row, onTell }: { row: Breach; onTell: (row: Breach) => void }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  const people = usePeople();
  const may = hasRole(useMe(), 'supervisor', 'manager');
  return (
    <li className="panel" data-testid="breach-row" data-clock={row.clockId}>
      <div className="first"><strong>{kindOf(row.kind)}</strong>{row.ticketId && <Link to={`/tickets/${row.ticketId}`}>{row.ticket ?? t('admin.thing.ticketId')}</Link>}<span className="quiet">{row.customerName}</span></div>
      <div>{t('review.due', { time: showTime(row.dueAt) })} · {lateness(row.late, t)}</div>
      <div data-testid="breach-cause">{row.found ? t('review.found', { cause: causeName(row.cause, t), note: row.found.note ?? '' }) : t('review.derived', { causes: row.derived.map(cause => causeName(cause, t)).join(t('app.comma')) })}</div>
      {row.found && <div className="quiet">{row.found.by && `${people(row.found.by)} · `}{showTime(row.found.at)}</div>}
      {may && <div className="part-actions"><Button size="small" onClick={() => onTell(row)} data-testid="breach-tell" aria-label={`${t('review.tell')} ${kindOf(row.kind)} ${row.ticket ?? ''}`}>{t('review.tell')}</Button></div>}
    </li>
  );
}
