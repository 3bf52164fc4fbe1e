import { Table, type TableColumnsType, Tag } from 'antd';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Visit } from '../api';
import { showWindow } from '../time';
import { useWide } from '../ui/useWide';
import { VisitStatusTag } from './VisitStatusTag';

const whom = (visit: Visit) => [visit.contactName, visit.salutation].filter(Boolean).join(' · ');
const when = (visit: Visit) => (visit.windowStart ? showWindow(visit.windowStart, visit.windowEnd) : '—');

function Missing({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  return visit.missing.length > 0 ? <Tag color="gold">{t('detail.missing')}</Tag> : null;
}

/** A table where there is room for one, cards on a phone. */
export function VisitRows({ rows, loading }: { rows: Visit[]; loading: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const wide = useWide();
  if (!wide) return <ul className="cards" data-testid="visit-list">{rows.map(row => <Card key={row.id} row={row} />)}</ul>;
  const openRow = (event: MouseEvent, row: Visit) => {
    if (!(event.target as Element).closest('a') && window.getSelection()?.isCollapsed !== false) void navigate(`/visits/${row.id}`);
  };
  const columns: TableColumnsType<Visit> = [
    { title: t('visit.number'), dataIndex: 'number', render: (number: string, row) => <Link to={`/visits/${row.id}`} className="nowrap">{number}</Link> },
    { title: t('detail.need'), dataIndex: 'need', ellipsis: true, width: '24%' },
    { title: t('list.status'), dataIndex: 'status', render: (status: Visit['status'], row) => <><VisitStatusTag status={status} /><Missing visit={row} /></> },
    { title: t('sign.window'), render: (_, row) => <span className="nowrap">{when(row)}</span> },
    { title: t('visit.engineer'), dataIndex: 'engineerName', render: (name?: string) => name ?? '—' },
    { title: t('ticket.contact'), render: (_, row) => whom(row) || '—', responsive: ['lg'] },
    { title: t('list.number'), dataIndex: 'ticketNumber', render: (number: string, row) => <Link to={`/tickets/${row.ticketId}`} className="nowrap">{number}</Link> },
  ];
  return (
    <Table<Visit> rowKey="id" columns={columns} dataSource={rows} pagination={false} loading={loading} size="middle" scroll={{ x: 'max-content' }} data-testid="visit-list" locale={{ emptyText: ' ' }}
      onRow={row => ({ 'data-testid': 'visit-row', 'data-number': row.number, onClick: (event: MouseEvent) => openRow(event, row) }) as object} />
  );
}

function Card({ row }: { row: Visit }) {
  return (
    <li data-testid="visit-row" data-number={row.number}>
      <Link to={`/visits/${row.id}`}>
        <div className="first"><strong>{row.number}</strong><VisitStatusTag status={row.status} /><Missing visit={row} /></div>
        <div className="summary">{row.need}</div>
        <div className="quiet">{when(row)}{row.engineerName && ` · ${row.engineerName}`}</div>
        <div className="quiet">{[whom(row), row.address].filter(Boolean).join(' · ')}</div>
      </Link>
    </li>
  );
}
