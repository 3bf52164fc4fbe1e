import { Alert, Button, Empty, Select, Table, type TableColumnsType } from 'antd';
import { type Key, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showTime } from '../../time';
import { useWide } from '../../ui/useWide';
import { Waiting } from '../../ui/Waiting';
import { parked, type ParkedKey } from '../api';
import { eventName, shortId, topicName } from '../events';
import { SERVICES, useServices } from '../services';
import { ServiceTrouble, troublesOf } from '../ServiceTrouble';
import { useFilter } from '../useFilter';
import { CauseTag } from './CauseTag';
import { MOST, named, narrowed, type ParkedRow, parkedRows } from './rows';
import { ParkedDrawer } from './ParkedDrawer';
import { ReplayDialog } from './ReplayDialog';

const REFRESH_MS = 15_000;
const CAUSES: ParkedKey['cause'][] = ['MISSING', 'REFUSED', 'DATABASE', 'PROGRAM'];

export function ParkedList() {
  const { t } = useTranslation();
  const { filter, set, clear, filtered } = useFilter('service', 'topic', 'cause');
  const open = useFilter('open');
  const [chosen, setChosen] = useState<Key[]>([]);
  const [replaying, setReplaying] = useState<ParkedRow[]>([]);
  const wide = useWide();
  const asked = useServices<ParkedKey[]>('parked', parked, REFRESH_MS);
  const all = parkedRows(asked);
  const rows = narrowed(all, filter);
  const waiting = asked.some(({ query }) => query.isPending);
  const failed = asked.every(({ query }) => query.error && !query.data);
  const selected = rows.filter(row => chosen.includes(row.id));
  const show = (row: ParkedRow) => open.set({ open: row.id });
  const openButton = (row: ParkedRow) => <Button size="small" onClick={() => show(row)} data-testid="parked-open" aria-label={`${t('admin.look')} ${eventName(row.firstType, t)} ${shortId(row.key)}`}>{t('admin.look')}</Button>;
  const columns: TableColumnsType<ParkedRow> = [
    { title: t('admin.column.service'), dataIndex: 'service', render: service => t(`admin.service.${service}`) },
    { title: t('admin.column.event'), dataIndex: 'firstType', render: (type: string, row) => <>{eventName(type, t)}<div className="quiet">{topicName(row.consumer, t)} …{shortId(row.key)}</div></> },
    { title: t('admin.column.cause'), dataIndex: 'cause', render: (_, row) => <><CauseTag cause={row.cause} /><div className="quiet">{row.rule ?? t(`admin.causeText.${row.cause}`)}</div></> },
    { title: t('admin.column.events'), dataIndex: 'events', align: 'right' },
    { title: t('admin.column.since'), dataIndex: 'since', render: since => <span className="nowrap">{showTime(since)}</span> },
    { title: t('action.title'), render: (_, row) => openButton(row) },
  ];
  return (
    <>
      <div className="filters" role="search">
        <Select aria-label={t('admin.column.service')} data-testid="filter-service" value={filter.service ?? ''} onChange={service => set({ service })}
          options={[{ value: '', label: t('admin.allServices') }, ...SERVICES.map(value => ({ value, label: t(`admin.service.${value}`) }))]} />
        <Select aria-label={t('admin.column.topic')} data-testid="filter-topic" value={filter.topic ?? ''} onChange={topic => set({ topic })}
          options={[{ value: '', label: t('admin.allTopics') }, ...[...new Set(all.map(row => row.consumer))].sort().map(value => ({ value, label: topicName(value, t) }))]} />
        <Select aria-label={t('admin.column.cause')} data-testid="filter-cause" value={filter.cause ?? ''} onChange={cause => set({ cause })}
          options={[{ value: '', label: t('admin.allCauses') }, ...CAUSES.map(value => ({ value, label: t(`admin.cause.${value}`) }))]} />
        {filtered && <Button type="link" onClick={clear} data-testid="clear-filters">{t('list.clear')}</Button>}
        {rows.length > 0 && (
          <Button type="primary" disabled={!selected.length} onClick={() => setReplaying(selected)} data-testid="replay-chosen">{t('admin.parked.replayChosen', { number: selected.length })}</Button>
        )}
      </div>
      <ServiceTrouble troubles={troublesOf(asked)} />
      {asked.some(({ query }) => (query.data?.length ?? 0) >= MOST) && <Alert type="info" showIcon className="note" title={t('admin.parked.cut', { most: MOST })} />}
      {waiting && !rows.length && <Waiting />}
      {!waiting && !failed && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t(filtered ? 'admin.noneFiltered' : 'admin.parked.none')} /></div>}
      {rows.length > 0 && (wide ? (
        <Table<ParkedRow> rowKey="id" columns={columns} dataSource={rows} size="middle" pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false} data-testid="parked-list"
          rowSelection={{ selectedRowKeys: chosen, onChange: setChosen, getCheckboxProps: row => ({ 'aria-label': `${eventName(row.firstType, t)} ${shortId(row.key)}` }) as object }}
          onRow={row => ({ 'data-testid': 'parked-row', 'data-key': row.key }) as object} />
      ) : (
        <ul className="rows" data-testid="parked-list">
          {rows.map(row => (
            <li key={row.id} className="panel" data-testid="parked-row" data-key={row.key}>
              <div className="first"><strong>{eventName(row.firstType, t)}</strong><CauseTag cause={row.cause} /></div>
              <div className="quiet">{row.rule ?? t(`admin.causeText.${row.cause}`)}</div>
              <div className="quiet">{t(`admin.service.${row.service}`)} · {t('admin.parked.waiting', { number: row.events, time: showTime(row.since) })}</div>
              <div className="part-actions">{openButton(row)}<Button size="small" onClick={() => setReplaying([row])} data-testid="parked-replay" aria-label={`${t('admin.parked.replay')} ${eventName(row.firstType, t)} ${shortId(row.key)}`}>{t('admin.parked.replay')}</Button></div>
            </li>
          ))}
        </ul>
      ))}
      {named(open.filter.open) && <ParkedDrawer id={open.filter.open!} row={all.find(row => row.id === open.filter.open)} onClose={() => open.set({ open: undefined })} onReplay={row => setReplaying([row])} />}
      {replaying.length > 0 && <ReplayDialog rows={replaying} onClose={() => { setReplaying([]); setChosen([]); }} onApplied={ids => { if (open.filter.open && ids.includes(open.filter.open)) open.set({ open: undefined }); }} />}
    </>
  );
}
