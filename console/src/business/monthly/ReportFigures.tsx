import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEngineers } from '../../people/useEngineers';
import { lateness } from '../../review/causes';
import { hasRole, READS, useMe } from '../../session';
import { useKindNames } from '../../ticket/useKindNames';
import { showTime } from '../../time';
import { wordOf } from '../../ui/words';
import type { Attainment, Breach, MonthFigures } from '../api';
import { allKinds, sumOf, worstFirst } from '../chart/attainment';
import type { ChartData } from '../chart/data';
import { Figure, Rows, Shown } from '../chart/Figure';
import { ByValue, CauseFigure, NoticeFigure, Times, Trend, VisitFigure } from '../chart/figures';
import { count, money, percent } from '../numbers';
import { TicketLink } from '../rows/RowsPage';
import { causeFor, targetOf } from './reports';

type OpenPromise = MonthFigures['open']['promises'][number];
type Owed = MonthFigures['owed'][number];
interface Month { key: string; tickets: number }

/** What a monthly report tells, as it was when it was drafted. @param internal for our own meeting: with customers and engineers */
export function ReportFigures({ figures, internal }: { figures: MonthFigures; internal: boolean }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  const engineers = useEngineers();
  const engineerOf = (row: Attainment) => (row.key == null ? t('business.unknown.ENGINEER') : row.name ?? engineers(row.key) ?? t('business.unknownEngineer'));
  const named = (unknown: string) => (row: Attainment) => row.name ?? row.key ?? unknown;
  const by = (name: string, title: string, first: string, rows: Attainment[], nameOf: (row: Attainment) => string, more?: TableColumnsType<Attainment>) =>
    rows.length > 0 && <Figure name={name} title={title}><ByValue title={title} first={first} rows={rows} nameOf={nameOf} more={more} /></Figure>;
  const targets: TableColumnsType<Attainment> = figures.targets.length ? [{ title: t('business.target'), align: 'right', render: (_, row) => targetOf(row.key ?? '', figures.targets) }] : [];
  return (
    <>
      <Total figures={figures} />
      <div className="figures">
        {by('kinds', `${t('business.by')}${t('app.colon')}${t('enums.dimension.KIND')}`, t('business.promise'), worstFirst(figures.kinds), row => kindOf(row.key ?? ''), targets)}
        <Figure name="trend" title={t('business.trend')}><Trend title={t('business.trend')} rows={allKinds(figures.trend)} /></Figure>
        {internal && by('customers', `${t('business.by')}${t('app.colon')}${t('enums.dimension.CUSTOMER')}`, t('business.customer'), worstFirst(allKinds(figures.customers)), named(t('business.unknown.CUSTOMER')))}
        {internal && by('engineers', `${t('business.by')}${t('app.colon')}${t('enums.dimension.ENGINEER')}`, t('business.engineer'), worstFirst(allKinds(figures.engineers)), engineerOf)}
        {by('priorities', `${t('business.by')}${t('app.colon')}${t('enums.dimension.PRIORITY')}`, t('business.priority'), allKinds(figures.priorities), named(t('business.unknown.PRIORITY')))}
        {by('services', `${t('business.by')}${t('app.colon')}${t('enums.dimension.SERVICE')}`, t('enums.dimension.SERVICE'), worstFirst(allKinds(figures.services)), named(t('business.unknown.SERVICE')))}
        <Volume figures={figures} />
        <Figure name="times" title={t('business.times')} note={t('business.timesNote')}><Times title={t('business.times')} rows={figures.times} /></Figure>
        <Figure name="causes" title={t('business.causes')}><CauseFigure title={t('business.causes')} rows={figures.causes} nameOf={causeFor(internal)} /></Figure>
        <Owing rows={figures.owed} />
        <div className="broad"><Broken rows={figures.broken} count={figures.brokenCount} internal={internal} /></div>
        <div className="broad"><Figure name="punctuality" title={t('business.punctuality')} note={t('business.punctualityNote')}><VisitFigure title={t('business.punctuality')} rows={figures.punctuality} /></Figure></div>
        <div className="broad"><Figure name="notices" title={t('business.notices')}><NoticeFigure title={t('business.notices')} rows={figures.notices} /></Figure></div>
        <div className="broad"><StillOpen open={figures.open} internal={internal} /></div>
      </div>
    </>
  );
}

function Total({ figures }: { figures: MonthFigures }) {
  const { t } = useTranslation();
  const total = sumOf(figures.kinds);
  const tickets = figures.volume.filter(each => each.month === figures.month).reduce((sum, each) => sum + each.tickets, 0);
  const visits = figures.punctuality.find(row => !row.engineerId);
  const tiles = [
    [t('business.reports.tickets'), count(tickets)], [t('business.tile.rate'), percent(total.attainment)], [t('business.tile.broken'), count(total.breached)], [t('business.tile.open'), count(total.open)],
    [t('business.tile.punctual'), percent(visits?.punctual)],
  ];
  return <ul className="tiles" data-testid="tiles">{tiles.map(([title, value]) => <li key={title}><div className="tile"><div className="quiet">{title}</div><div className="tile-value">{value}</div></div></li>)}</ul>;
}

function Volume({ figures }: { figures: MonthFigures }) {
  const { t } = useTranslation();
  const sums = new Map<string, number>();
  for (const { month, tickets } of figures.volume) sums.set(month, (sums.get(month) ?? 0) + tickets);
  const rows: Month[] = [...sums].map(([key, tickets]) => ({ key, tickets })).toSorted((one, other) => one.key.localeCompare(other.key));
  const title = t('business.reports.volume');
  const columns: TableColumnsType<Month> = [{ title: t('business.month'), dataIndex: 'key' }, { title: t('business.reports.tickets'), align: 'right', render: (_, row) => count(row.tickets) }];
  const chart: ChartData = { shape: 'columns', labels: rows.map(row => row.key), series: [{ name: t('business.reports.tickets'), values: rows.map(row => row.tickets), tone: 'brand' }], write: count };
  return <Figure name="volume" title={title}><Shown title={title} rows={rows} keyOf={row => row.key} empty={t('business.nothingDue')} chart={chart} columns={columns} /></Figure>;
}

function Owing({ rows }: { rows: Owed[] }) {
  const { t } = useTranslation();
  const title = t('business.reports.owed');
  const columns: TableColumnsType<Owed> = [{ title: t('business.reports.entries'), align: 'right', render: (_, row) => count(row.entries) }, { title: t('business.reports.amount'), align: 'right', render: (_, row) => money(row.amount, row.currency) }];
  return <Figure name="owed" title={title}>{rows.length === 0 ? <p className="quiet">{t('business.reports.noneOwed')}</p> : <Rows title={title} rows={rows} keyOf={row => row.currency} columns={columns} />}</Figure>;
}

/** Customers read tickets, too: their own. */
function useTicketCell() {
  const may = hasRole(useMe(), ...READS.tickets);
  return ({ ticket, ticketId }: { ticket?: string | null; ticketId?: string | null }) => (may ? <TicketLink id={ticketId} number={ticket} /> : ticket ?? '—');
}

function Broken({ rows, count: all, internal }: { rows: Breach[]; count: number; internal: boolean }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  const ticketCell = useTicketCell();
  const title = t('business.reports.broken');
  const columns: TableColumnsType<Breach> = [
    { title: t('business.ticket'), render: (_, row) => ticketCell(row) }, { title: t('business.promise'), render: (_, row) => kindOf(row.kind) }, { title: t('business.due'), render: (_, row) => showTime(row.dueAt) },
    { title: t('business.late'), render: (_, row) => lateness(row.late, t) }, { title: t('business.cause'), render: (_, row) => causeFor(internal)(row.cause, t) },
  ];
  return (
    <Figure name="broken" title={title} note={all > rows.length ? t('business.reports.brokenMore', { count: all, listed: rows.length }) : undefined}>
      {rows.length === 0 ? <p className="quiet">{t('business.nothingBroken')}</p> : <Rows title={title} rows={rows} keyOf={row => row.clockId} columns={columns} />}
    </Figure>
  );
}

function StillOpen({ open, internal }: { open: MonthFigures['open']; internal: boolean }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  const ticketCell = useTicketCell();
  const title = t('business.reports.openTitle');
  const columns: TableColumnsType<OpenPromise> = [
    { title: t('business.ticket'), render: (_, row) => ticketCell(row) }, ...(internal ? [{ title: t('business.customer'), render: (_: unknown, row: OpenPromise) => row.customerName ?? '—' }] : []), { title: t('business.promise'), render: (_, row) => kindOf(row.kind) },
    { title: t('business.due'), render: (_, row) => showTime(row.dueAt) }, { title: t('business.state'), render: (_, row) => wordOf(t, 'clockStatus', row.status) },
  ];
  return (
    <Figure name="open" title={title} note={open.count > 0 ? t('business.reports.openNote', { count: open.count, overdue: open.overdue }) : undefined}>
      {open.promises.length === 0 ? <p className="quiet">{t('business.reports.noneOpen')}</p> : <Rows title={title} rows={open.promises} keyOf={row => row.clockId} columns={columns} />}
    </Figure>
  );
}
