import { Table, type TableColumnsType } from 'antd';
import type { ComponentProps, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Ticket } from '../api';
import { useTitleOf } from '../shell/titles';
import { showTime } from '../time';
import { BreachedTag, PriorityTag, StatusTag } from '../ui/Tags';
import { useWide } from '../ui/useWide';

const time = (instant?: string | null) => <span className="nowrap">{showTime(instant)}</span>;

/** antd gives its own attributes to a wrapper; a screen reader wants the name on the table. */
function NamedTable(props: ComponentProps<'table'>) {
  const title = useTitleOf()({ name: 'tickets' });
  return <table aria-label={title} {...props} />;
}
const PARTS = { table: NamedTable };

/** A table where there is room for one, cards on a phone. */
export function TicketRows({ rows, loading }: { rows: Ticket[]; loading: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const openRow = (event: MouseEvent, row: Ticket) => {
    // The number is a real link for keyboards and new tabs; the rest of the row is a larger target for the mouse.
    const marking = !window.getSelection()?.isCollapsed;
    if (!(event.target as Element).closest('a') && !marking) void navigate(`/tickets/${row.id}`);
  };
  const wide = useWide();
  if (!wide && rows.length) return <ul className="cards" data-testid="ticket-list">{rows.map(row => <Card key={row.id} row={row} />)}</ul>;
  const columns: TableColumnsType<Ticket> = [
    { title: t('list.number'), dataIndex: 'number', render: (number: string, row) => <Link to={`/tickets/${row.id}`} className="nowrap">{number}</Link> },
    { title: t('list.summary'), dataIndex: 'summary', ellipsis: true, width: '28%' },
    { title: t('list.customer'), dataIndex: 'customerName', render: (name?: string) => name ?? '—' },
    { title: t('list.status'), dataIndex: 'status', render: (status: Ticket['status']) => <StatusTag status={status} /> },
    { title: t('list.priority'), dataIndex: 'priority', render: (priority: Ticket['priority']) => <PriorityTag priority={priority} /> },
    { title: t('list.expectedBy'), dataIndex: 'expectedBy', render: time, responsive: ['lg'] },
    { title: t('list.due'), dataIndex: 'resolveBy', render: (due: string | null, row) => <>{time(due)} {row.breached && <BreachedTag />}</> },
  ];
  return (
    <Table<Ticket> rowKey="id" components={PARTS} columns={columns} dataSource={rows} pagination={false} loading={loading} size="middle" scroll={{ x: 'max-content' }}
      data-testid="ticket-list" locale={{ emptyText: ' ' }} onRow={row => ({ 'data-testid': 'ticket-row', 'data-number': row.number, onClick: (event: MouseEvent) => openRow(event, row) }) as object} />
  );
}

function Card({ row }: { row: Ticket }) {
  const { t } = useTranslation();
  return (
    <li data-testid="ticket-row" data-number={row.number}>
      <Link to={`/tickets/${row.id}`}>
        <div className="first"><strong>{row.number}</strong><StatusTag status={row.status} /><PriorityTag priority={row.priority} />{row.breached && <BreachedTag />}</div>
        <div className="summary">{row.summary}</div>
        <div className="quiet">{row.customerName}</div>
        {row.resolveBy && <div className="quiet">{t('list.due')} {showTime(row.resolveBy)}</div>}
        {row.expectedBy && <div className="quiet">{t('list.expectedBy')} {showTime(row.expectedBy)}</div>}
      </Link>
    </li>
  );
}
