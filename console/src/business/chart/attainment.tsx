import type { TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import type { Attainment, Verdict } from '../api';
import { count, percent } from '../numbers';
import type { ChartData } from './data';

/** Where a number leads to; nothing where it leads nowhere, as in a report that stays as it was. */
export type LinkOf = (row: Attainment, verdict?: Verdict) => string;

/** A number that leads to what it counts; zero leads nowhere. */
export function Counted({ number, to, what, t }: { number: number; to?: string; what: string; t: TFunction }) {
  return to && number > 0 ? <Link to={to} aria-label={`${count(number)}, ${t('business.look', { what })}`}>{count(number)}</Link> : <>{count(number)}</>;
}

/** What every table of kept and broken promises has. */
export function attainmentColumns(first: string, nameOf: (row: Attainment) => string, t: TFunction, linkOf?: LinkOf): TableColumnsType<Attainment> {
  const number = (title: string, value: (row: Attainment) => number, verdict?: Verdict) => ({
    title, align: 'right' as const,
    render: (_: unknown, row: Attainment) => <Counted number={value(row)} to={linkOf?.(row, verdict)} what={`${nameOf(row)} ${title}`} t={t} />,
  });
  return [
    { title: first, render: (_, row) => nameOf(row) },
    number(t('business.total'), row => row.total),
    number(t('business.kept'), row => row.met, 'KEPT'),
    number(t('business.broken'), row => row.breached, 'BROKEN'),
    number(t('business.open'), row => row.open, 'OPEN'),
    { title: t('business.rate'), align: 'right', render: (_, row) => percent(row.attainment) },
  ];
}

export const attainmentChart = (shape: ChartData['shape'], rows: readonly Attainment[], nameOf: (row: Attainment) => string, t: TFunction): ChartData =>
  ({ shape, labels: rows.map(nameOf), series: [{ name: t('business.rate'), values: rows.map(row => row.attainment ?? null), tone: 'brand' }], most: 1, write: percent });

/** All kinds of promises together, of each value; the least kept first where values have no order of their own. */
export const allKinds = (rows: readonly Attainment[]): Attainment[] => rows.filter(row => row.kind == null);
export const worstFirst = (rows: readonly Attainment[]): Attainment[] => rows.toSorted((one, other) => (one.attainment ?? 2) - (other.attainment ?? 2) || other.total - one.total);

export function sumOf(rows: readonly Attainment[]): Attainment {
  const add = (value: (row: Attainment) => number) => rows.reduce((sum, row) => sum + value(row), 0);
  const [met, breached] = [add(row => row.met), add(row => row.breached)];
  return { total: add(row => row.total), met, breached, open: add(row => row.open), attainment: met + breached ? share(met, met + breached) : null };
}

/** Four digits, and never all when something is missing, nor nothing when something is there; as the services count. */
export const share = (part: number, whole: number): number => {
  const rounded = Math.round((part / whole) * 10_000) / 10_000;
  if (rounded === 1 && part < whole) return 0.9999;
  return rounded === 0 && part > 0 ? 0.0001 : rounded;
};
