import type { UseQueryResult } from '@tanstack/react-query';
import { Empty, Spin, Table, type TableColumnsType } from 'antd';
import { type ComponentProps, createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../ui/ProblemNote';
import { Chart } from './Chart';
import type { ChartData } from './data';

interface FigureProps {
  name: string;
  title: string;
  /** Beside the heading, such as what it is counted by. */
  choice?: ReactNode;
  note?: ReactNode;
  children: ReactNode;
}

/** A figure on a panel of its own. */
export function Figure({ name, title, choice, note, children }: FigureProps) {
  return (
    <section className="panel figure" aria-labelledby={`figure-${name}`} data-testid={`figure-${name}`}>
      <div className="panel-head figure-head"><h2 id={`figure-${name}`}>{title}</h2>{choice}</div>
      {children}
      {note && <p className="quiet figure-note">{note}</p>}
    </section>
  );
}

/** What a question came to; while another service is down the other figures stay. */
export function Asked<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      {query.error && <ProblemNote error={query.error} more={query.data ? [t('list.stale')] : []} onRetry={() => void query.refetch()} />}
      {query.isPending && <div className="figure-waiting" role="status"><Spin /></div>}
      {query.data !== undefined && children(query.data)}
    </>
  );
}

interface ShownProps<Row extends object> {
  title: string;
  chart: ChartData;
  columns: TableColumnsType<Row>;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  empty: string;
  onPick?: (at: number) => void;
}

/** A chart with the table of the same figures beside it, or under it where there is no room. */
export function Shown<Row extends object>({ title, chart, columns, rows, keyOf, empty, onPick }: ShownProps<Row>) {
  if (rows.length === 0) return <Empty description={empty} />;
  return (
    <div className="figure-body">
      {chart.labels.length > 0 && <Chart data={chart} title={title} onPick={onPick} />}
      <Rows title={title} columns={columns} rows={rows} keyOf={keyOf} />
    </div>
  );
}

const TableName = createContext('');
/** antd gives its own attributes to a wrapper; a screen reader wants the name on the table. */
const NamedTable = (props: ComponentProps<'table'>) => <table aria-label={useContext(TableName)} {...props} />;
const PARTS = { table: NamedTable };

/** A table that a screen reader knows by its name, and keys can move aside where it is wider than a phone. */
export function Rows<Row extends object>({ title, columns, rows, keyOf }: Pick<ShownProps<Row>, 'title' | 'columns' | 'rows' | 'keyOf'>) {
  const { t } = useTranslation();
  const name = t('business.table', { title });
  return (
    // A region that scrolls must be reachable by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="figure-table" role="region" aria-label={name} tabIndex={0}>
      <TableName value={name}><Table<Row> size="small" pagination={false} columns={columns} dataSource={rows as Row[]} rowKey={keyOf} components={PARTS} /></TableName>
    </div>
  );
}
