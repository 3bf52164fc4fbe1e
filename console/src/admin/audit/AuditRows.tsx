import { Table, type TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { showTime } from '../../time';
import { BY_LINK } from '../../people/usePeople';
import { useWide } from '../../ui/useWide';
import { shortId, ThingLink } from '../events';
import { isUnnamedPerson, operationOf, thingOf, wordsOf } from './reading';
import type { TrailRow } from './trail';

const actionName = (row: TrailRow, t: TFunction) => {
  const operation = operationOf(row.action);
  return operation ? t(`admin.act.${operation}`) : t('admin.audit.unnamed', { action: row.action });
};

function Who({ row }: { row: TrailRow }) {
  const { t } = useTranslation();
  if (isUnnamedPerson(row)) return <>{t('admin.audit.customersPerson')} <span className="quiet">…{shortId(row.actor)}</span></>;
  if (row.actor === BY_LINK) return <>{t('people.byLink')}</>;
  return <>{row.name ?? t('admin.audit.bySystem')}{row.username && row.username !== row.name && <span className="quiet"> {row.username}</span>}</>;
}

function What({ row }: { row: TrailRow }) {
  const thing = thingOf(row.action, row.detail);
  if (!thing) return <>—</>;
  return thing.field === 'webhookId' ? <Link to={`/admin/webhooks/${thing.id}`}>Webhook <span className="quiet">…{shortId(thing.id)}</span></Link> : <ThingLink field={thing.field} id={thing.id} />;
}

function Proof({ row }: { row: TrailRow }) {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      <dt>{t('admin.audit.place')}</dt><dd>{row.position == null ? t('admin.audit.unsealed') : t('admin.audit.sealed', { position: row.position })}</dd>
      <dt>{t('admin.audit.call')}</dt><dd><code>{row.action}</code></dd>
      <dt>{t('admin.audit.account')}</dt><dd><code>{row.actor}</code></dd>
      {row.traceId && <><dt>{t('admin.audit.trace')}</dt><dd><code>{row.traceId}</code></dd></>}
    </dl>
  );
}

const proofOf = (row: TrailRow) => <Proof row={row} />;

/** A table where there is room for one, cards on a phone. */
export function AuditRows({ rows, loading }: { rows: TrailRow[]; loading: boolean }) {
  const { t } = useTranslation();
  const wide = useWide();
  if (!wide) {
    return (
      <ul className="rows" data-testid="audit-list">
        {rows.map(row => (
          <li key={row.rowKey} className="panel" data-testid="audit-row">
            <div className="first"><strong>{actionName(row, t)}</strong></div>
            <div><Who row={row} /> · <What row={row} /></div>
            {wordsOf(row.detail, t) && <div>{t('admin.audit.because', { words: wordsOf(row.detail, t) })}</div>}
            <div className="quiet">{showTime(row.at)} · {t(`admin.service.${row.service}`)}</div>
          </li>
        ))}
      </ul>
    );
  }
  const columns: TableColumnsType<TrailRow> = [
    { title: t('admin.audit.when'), dataIndex: 'at', render: at => <span className="nowrap">{showTime(at)}</span> },
    { title: t('admin.audit.who'), render: (_, row) => <Who row={row} /> },
    { title: t('admin.audit.action'), render: (_, row) => actionName(row, t) },
    { title: t('admin.audit.what'), render: (_, row) => <What row={row} /> },
    { title: t('admin.reason'), render: (_, row) => wordsOf(row.detail, t) ?? '—', ellipsis: true, width: '20%' },
    { title: t('admin.column.service'), dataIndex: 'service', render: service => t(`admin.service.${service}`) },
  ];
  return (
    <Table<TrailRow> rowKey="rowKey" columns={columns} dataSource={rows} pagination={false} loading={loading} size="middle" scroll={{ x: 'max-content' }} data-testid="audit-list"
      expandable={{ expandedRowRender: proofOf, columnTitle: t('admin.audit.proof') }} onRow={() => ({ 'data-testid': 'audit-row' }) as object} />
  );
}
