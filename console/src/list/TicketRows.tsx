import { Table, type TableColumnsType } from 'antd';
import type { ComponentProps, Key, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Ticket } from '../api';
import { useTitleOf } from '../shell/titles';
import { isOver } from '../status';
import type { Names } from '../ticket/sentences';
import { BreachedTag, PriorityTag, StatusTag, UnansweredTag } from '../ui/Tags';
import { useNow } from '../ui/useNow';
import { useWide } from '../ui/useWide';
import { DueBar } from './DueBar';

/** antd gives its own attributes to a wrapper; a screen reader wants the name on the table. */
function NamedTable(props: ComponentProps<'table'>) {
  const title = useTitleOf()({ name: 'tickets' });
  return <table aria-label={title} {...props} />;
}
const PARTS = { table: NamedTable };
/** From so many rows on only those in sight are made. */
const MANY = 100;
const TICK_MS = 30_000;

interface Props {
  rows: Ticket[];
  loading: boolean;
  names: Names;
  /** Only for those who may do something with several at once. */
  chosen?: string[];
  onChoose: (ids: string[]) => void;
}

/** Says so by itself. */
const isLate = ({ dueAt }: Ticket, now: number) => Boolean(dueAt) && Date.parse(dueAt!) <= now;

/** A table where there is room for one, cards on a phone. */
export function TicketRows({ rows, loading, names, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const now = useNow(TICK_MS);
  const openRow = (event: MouseEvent, row: Ticket) => {
    // The number is a real link for keyboards and new tabs; the rest of the row is a larger target for the mouse.
    const marking = !window.getSelection()?.isCollapsed;
    if (!(event.target as Element).closest('a, .ant-table-selection-column') && !marking) void navigate(`/tickets/${row.id}`);
  };
  const ownerOf = (row: Ticket) => (row.assignee ? names(row.assignee) ?? t('ticket.unknownPerson') : undefined);
  const wide = useWide();
  if (!wide && rows.length) return <ul className="cards" data-testid="ticket-list">{rows.map(row => <Card key={row.id} row={row} owner={ownerOf(row)} now={now} />)}</ul>;
  const columns: TableColumnsType<Ticket> = [
    { title: t('list.number'), dataIndex: 'number', width: 100, render: (number: string, row) => <Link to={`/tickets/${row.id}`} className="nowrap">{number}</Link> },
    { title: t('list.summary'), dataIndex: 'summary', ellipsis: true, width: 230 },
    { title: t('list.customer'), dataIndex: 'customerName', ellipsis: true, width: 140, render: (name?: string) => name ?? '—' },
    { title: t('list.status'), dataIndex: 'status', width: 105, render: (status: Ticket['status']) => <StatusTag status={status} /> },
    { title: t('list.priority'), dataIndex: 'priority', width: 75, render: (priority: Ticket['priority']) => <PriorityTag priority={priority} /> },
    { title: t('ticket.assignee'), dataIndex: 'assignee', width: 100, ellipsis: true, render: (_, row) => ownerOf(row) ?? <span className="quiet">{t(isOver(row.status) ? 'desk.nobodyWas' : 'desk.unassigned')}</span> },
    { title: t('desk.timeLeft'), dataIndex: 'dueAt', width: 165, render: (_, row) => <>{row.unansweredSince && <UnansweredTag />}<Left row={row} now={now} />{row.breached && !isLate(row, now) && <BreachedTag />}</> },
  ];
  const many = rows.length > MANY;
  const selection = chosen && {
    selectedRowKeys: chosen, onChange: (keys: Key[]) => onChoose(keys as string[]), columnWidth: 60,
    // antd copies the head of the column into a hidden row: no box may be in there.
    hideSelectAll: true, columnTitle: t('desk.pick'),
    getCheckboxProps: (row: Ticket) => ({ disabled: isOver(row.status), 'aria-label': t('desk.choose', { number: row.number }) }),
  };
  return (
    <Table<Ticket> rowKey="id" components={many ? undefined : PARTS} columns={columns} dataSource={rows} pagination={false} loading={loading} size="middle"
      virtual={many} scroll={many ? { x: 980, y: 640 } : { x: 'max-content' }} rowSelection={selection} data-testid="ticket-list" locale={{ emptyText: ' ' }}
      onRow={row => ({ 'data-testid': 'ticket-row', 'data-number': row.number, onClick: (event: MouseEvent) => openRow(event, row) }) as object} />
  );
}

function Left({ row, now }: { row: Ticket; now: number }) {
  const { t } = useTranslation();
  if (row.dueAt) return <DueBar from={row.openedAt} due={row.dueAt} now={now} />;
  // Nothing that was promised to him runs meanwhile.
  return row.waitingFor === 'CUSTOMER' ? <span className="quiet" data-testid="stands-still">{t('desk.standsStill')}</span> : null;
}

function Card({ row, owner, now }: { row: Ticket; owner?: string; now: number }) {
  const { t } = useTranslation();
  return (
    <li data-testid="ticket-row" data-number={row.number}>
      <Link to={`/tickets/${row.id}`}>
        <div className="first"><strong>{row.number}</strong><StatusTag status={row.status} /><PriorityTag priority={row.priority} />{row.unansweredSince && <UnansweredTag />}{row.breached && <BreachedTag />}</div>
        <div className="summary">{row.summary}</div>
        <div className="quiet">{[row.customerName, owner ?? (isOver(row.status) ? undefined : t('desk.unassigned'))].filter(Boolean).join(' · ')}</div>
        <Left row={row} now={now} />
      </Link>
    </li>
  );
}
