import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Collapse, Empty, Select, Tag } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import '../i18n';
import { nextCursor, rowsOf } from '../../list/paging';
import { useTitleOf } from '../../shell/titles';
import { showTime } from '../../time';
import { ProblemNote } from '../../ui/ProblemNote';
import { oneOf } from '../../ui/said';
import { Waiting } from '../../ui/Waiting';
import { wordOf } from '../../ui/words';
import { type Message, messages } from '../api';
import { periodOf } from '../audit/period';
import { Period } from '../Period';
import { useFilter } from '../useFilter';

const REFRESH_MS = 15_000;
export const TEMPLATES: Message['template'][] = ['TICKET_OPENED', 'TICKET_ACKNOWLEDGED', 'TICKET_WAITING', 'MESSAGE_SENT', 'TICKET_RESUMED', 'TICKET_RESOLVED', 'TICKET_CLOSED', 'TICKET_REOPENED', 'TICKET_CANCELLED', 'PROMISE_MADE', 'VISIT_SCHEDULED',
  'VISIT_RESCHEDULED', 'VISIT_DELAYED', 'SIGNATURE_LINK', 'SLA_WARNED', 'SLA_BREACHED', 'SLA_ESCALATED', 'SLA_BREACH_WITHDRAWN', 'SHIFT_NOT_HANDED_OVER',
  'VISIT_SIGNED', 'REPORT_RELEASED', 'COMPENSATION_OWED', 'COMPENSATION_WITHDRAWN'];
const STATES = ['SENT', 'FAILED', 'PENDING'] as const;
const REASONS = ['EXPIRED', 'NO_CONTACT', 'NO_ADDRESS', 'ERASED', 'REFUSED', 'UNREACHABLE'];
const COLOURS = { PENDING: 'blue', SENT: 'green', FAILED: 'red' } as const;

/** Where it stands and why, in words, and who has to do something about it. */
export function stateOf({ status, waiting, sentAt, error, attempts }: Message, t: TFunction): string {
  if (status === 'SENT') return t('admin.mail.sent', { time: showTime(sentAt) });
  if (status === 'FAILED') return REASONS.includes(error ?? '') ? t(`admin.mailFailed.${error}`) : t('admin.mail.failed');
  return waiting ? t('admin.mail.waiting') : attempts ? t('admin.mail.again', { count: attempts }) : t('admin.mail.pending');
}

export function NotificationList() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const { filter: said, set, clear, filtered } = useFilter('status', 'template', 'ticketId', 'days', 'from', 'to');
  const filter = { ...said, status: oneOf(STATES, said.status), template: oneOf(TEMPLATES, said.template) };
  const list = useInfiniteQuery({
    queryKey: ['messages', filter],
    queryFn: ({ pageParam, signal }) => messages({ status: filter.status, template: filter.template, ticketId: filter.ticketId, ...periodOf(filter, Date.now()) }, pageParam, signal),
    initialPageParam: null as string | null, getNextPageParam: nextCursor, placeholderData: keepPreviousData, refetchInterval: REFRESH_MS,
  });
  const rows = rowsOf(list.data?.pages);
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'notifications' })}</h1></div>
      <p className="quiet">{t('admin.mail.about')}</p>
      <div className="filters" role="search">
        <Select aria-label={t('list.status')} data-testid="filter-status" value={filter.status ?? ''} onChange={(status: string) => set({ status })}
          options={[{ value: '', label: t('list.allStatus') }, ...STATES.map(value => ({ value, label: wordOf(t, 'enums.notice', value) }))]} />
        <Select aria-label={t('admin.mail.kind')} data-testid="filter-template" value={filter.template ?? ''} onChange={(template: string) => set({ template })} popupMatchSelectWidth={false}
          options={[{ value: '', label: t('admin.mail.allKinds') }, ...TEMPLATES.map(value => ({ value: value as string, label: wordOf(t, 'enums.template', value) }))]} />
        <Period days={filter.days} from={filter.from} to={filter.to} set={set} />
        {filtered && <Button type="link" onClick={clear} data-testid="clear-filters">{t('list.clear')}</Button>}
      </div>
      {list.error && <ProblemNote error={list.error} more={list.data ? [t('list.stale')] : []} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t(filter.status === 'FAILED' ? 'admin.mail.noneFailed' : 'admin.mail.none')} /></div>}
      <ul className="rows" data-testid="message-list">{rows.map(row => <Row key={row.id} row={row} />)}</ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </>
  );
}

function Row({ row }: { row: Message }) {
  const { t } = useTranslation();
  return (
    <li className="panel" data-testid="message-row" data-status={row.status}>
      <div className="first"><strong>{wordOf(t, 'enums.template', row.template)}</strong><Tag color={COLOURS[row.status]}>{wordOf(t, 'enums.notice', row.status)}</Tag><span className="quiet">{showTime(row.createdAt)}</span></div>
      <div data-testid="message-state">{stateOf(row, t)}</div>
      <div className="quiet">
        {[row.recipient && t('admin.mail.to', { address: row.recipient }), wordOf(t, 'enums.channel', row.channel)].filter(Boolean).join(' · ')}
        {row.ticketId && <> · <Link to={`/tickets/${row.ticketId}`}>{t('admin.thing.ticketId')}</Link></>}
      </div>
      {row.body && <Collapse ghost size="small" items={[{ key: 'text', label: row.subject ?? t('admin.mail.text'), children: <p style={{ whiteSpace: 'pre-line', margin: 0 }}>{row.body}</p> }]} />}
    </li>
  );
}
