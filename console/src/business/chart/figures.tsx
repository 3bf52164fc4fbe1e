import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { causeName } from '../../review/causes';
import { useEngineers } from '../../people/useEngineers';
import { useKindNames } from '../../ticket/useKindNames';
import { wordOf } from '../../ui/words';
import type { Arrival, Attainment, Bucket, CauseCount, Distribution, Notices, Punctuality } from '../api';
import { count, length, percent } from '../numbers';
import { attainmentChart, attainmentColumns, Counted, type LinkOf } from './attainment';
import type { ChartData, Tone } from './data';
import { Rows, Shown } from './Figure';

interface Titled { title: string }

/** Months after each other. */
export function Trend({ title, rows, linkOf, onPick }: Titled & { rows: Attainment[]; linkOf?: LinkOf; onPick?: (at: number) => void }) {
  const { t } = useTranslation();
  const nameOf = (row: Attainment) => row.key ?? t('business.unknown.MONTH');
  return <Shown title={title} rows={rows} keyOf={nameOf} empty={t('business.nothingDue')} chart={attainmentChart('line', rows, nameOf, t)} columns={attainmentColumns(t('business.month'), nameOf, t, linkOf)} onPick={onPick} />;
}

/** Values of a dimension, each with its share of kept promises. */
export function ByValue({ title, first, rows, nameOf, linkOf, onPick, more = [] }: Titled & { first: string; rows: Attainment[]; nameOf: (row: Attainment) => string; linkOf?: LinkOf; onPick?: (at: number) => void; more?: TableColumnsType<Attainment> }) {
  const { t } = useTranslation();
  return <Shown title={title} rows={rows} keyOf={row => `${row.key} ${row.kind}`} empty={t('business.nothingDue')} chart={attainmentChart('bars', rows, nameOf, t)} columns={[...attainmentColumns(first, nameOf, t, linkOf), ...more]} onPick={onPick} />;
}

/** How many took how long. @param linkOf of those of a bucket */
export function Times({ title, rows, linkOf }: Titled & { rows: Distribution[]; linkOf?: (kind: string, bucket: Bucket) => string }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  const wall = rows.filter(row => row.measure === 'WALL' && row.count > 0);
  const shown = (wall[0]?.buckets ?? []).map((_, at) => at).filter(at => wall.some(row => row.buckets[at]!.count > 0));
  const [first, last] = [shown[0] ?? 0, shown.at(-1) ?? -1];
  const buckets = (wall[0]?.buckets ?? []).slice(first, last + 1);
  const nameOf = ({ from, to }: Bucket) =>
    to == null ? t('business.moreThan', { from: length(from, t) }) : from === 0 ? t('business.lessThan', { to: length(to, t) }) : t('business.between', { from: length(from, t), to: length(to, t) });
  const tones: Tone[] = ['brand', 'remote', 'warn'];
  const chart: ChartData = { shape: 'columns', labels: buckets.map(nameOf), series: wall.map((row, at) => ({ name: kindOf(row.kind), values: row.buckets.slice(first, last + 1).map(bucket => bucket.count), tone: tones[at % 3]! })), write: count };
  const columns: TableColumnsType<Bucket> = [
    { title: t('business.took'), render: (_, bucket) => nameOf(bucket) },
    ...wall.map(row => ({
      title: kindOf(row.kind), align: 'right' as const,
      render: (_: unknown, bucket: Bucket) => <Counted number={row.buckets.find(each => each.from === bucket.from)!.count} to={linkOf?.(row.kind, bucket)} what={`${kindOf(row.kind)} ${nameOf(bucket)}`} t={t} />,
    })),
  ];
  return (
    <>
      <Shown title={title} rows={buckets} keyOf={bucket => String(bucket.from)} empty={t('business.nothingDone')} chart={chart} columns={columns} />
      {wall.map(row => <p key={row.kind} className="figure-note">{kindOf(row.kind)}{t('app.colon')}{[t('business.half', { time: length(row.p50, t) }), t('business.most', { time: length(row.p90, t) }), t('business.longest', { time: length(row.max, t) })].join(t('app.comma'))}</p>)}
    </>
  );
}

export function CauseFigure({ title, rows, linkOf, onPick, nameOf = causeName }: Titled & { rows: CauseCount[]; nameOf?: typeof causeName; linkOf?: (cause: CauseCount['cause']) => string; onPick?: (at: number) => void }) {
  const { t } = useTranslation();
  const counted = rows.filter(row => row.count > 0);
  const columns: TableColumnsType<CauseCount> = [
    { title: t('business.cause'), render: (_, row) => nameOf(row.cause, t) },
    { title: t('business.times_count'), align: 'right', render: (_, row) => <Counted number={row.count} to={linkOf?.(row.cause)} what={nameOf(row.cause, t)} t={t} /> },
    { title: t('business.share'), align: 'right', render: (_, row) => percent(row.share) },
    { title: t('business.looked'), align: 'right', render: (_, row) => count(row.found) },
  ];
  const chart: ChartData = { shape: 'bars', labels: counted.map(row => nameOf(row.cause, t)), series: [{ name: t('business.broken'), values: counted.map(row => row.count), tone: 'bad' }], write: count };
  return <Shown title={title} rows={counted} keyOf={row => row.cause} empty={t('business.nothingBroken')} chart={chart} columns={columns} onPick={onPick} />;
}

const ARRIVALS: [Arrival, (row: Punctuality) => number, Tone][] = [
  ['EARLY', row => row.early, 'brand'], ['ON_TARGET', row => row.onTarget, 'good'], ['TIGHT', row => row.tight, 'warn'], ['LATE', row => row.late, 'bad'], ['ABSENT', row => row.absent, 'remote'],
];

/** Whose figures a row has, for people: all together, or one, whose name is asked for where only his id is known. */
function useWhose() {
  const { t } = useTranslation();
  const engineers = useEngineers();
  return (row: { engineerId?: string | null; engineer?: string | null }) => (row.engineerId ? row.engineer ?? engineers(row.engineerId) ?? t('business.unknownEngineer') : t('business.everybody'));
}

/** All engineers together first, then each; a report to a customer has no more than the first. */
export function VisitFigure({ title, rows, linkOf }: Titled & { rows: Punctuality[]; linkOf?: (row: Punctuality, arrival?: Arrival) => string }) {
  const { t } = useTranslation();
  const nameOf = useWhose();
  const columns: TableColumnsType<Punctuality> = [
    { title: t('business.engineer'), render: (_, row) => nameOf(row) },
    { title: t('business.visits'), align: 'right', render: (_, row) => <Counted number={row.visits} to={linkOf?.(row)} what={`${nameOf(row)} ${t('business.visits')}`} t={t} /> },
    ...ARRIVALS.map(([arrival, value]) => ({
      title: t(`business.arrival.${arrival}`), align: 'right' as const,
      render: (_: unknown, row: Punctuality) => <Counted number={value(row)} to={linkOf?.(row, arrival)} what={`${nameOf(row)} ${t(`business.arrival.${arrival}`)}`} t={t} />,
    })),
    { title: t('business.unannounced'), align: 'right', render: (_, row) => count(row.unannounced) },
    { title: t('business.punctual'), align: 'right', render: (_, row) => percent(row.punctual) },
  ];
  const chart: ChartData = { shape: 'bars', stacked: true, labels: rows.map(nameOf), series: ARRIVALS.map(([arrival, value, tone]) => ({ name: t(`business.arrival.${arrival}`), values: rows.map(value), tone })), write: count };
  return <Shown title={title} rows={rows} keyOf={row => row.engineerId ?? ''} empty={t('business.noVisits')} chart={chart} columns={columns} />;
}

export function NoticeFigure({ title, rows }: Titled & { rows: Notices[] }) {
  const { t } = useTranslation();
  const nameOf = useWhose();
  if (rows.length === 0) return <p className="quiet">{t('business.noNotices')}</p>;
  const columns: TableColumnsType<Notices> = [
    { title: t('business.engineer'), render: (_, row) => nameOf(row) },
    { title: t('business.rule'), render: (_, row) => (row.rule ? wordOf(t, 'business.rules', row.rule) : t('business.everyRule')) },
    { title: t('business.told'), align: 'right', render: (_, row) => count(row.notices) },
    { title: t('business.inTime'), align: 'right', render: (_, row) => count(row.kept) },
    { title: t('business.tooLate'), align: 'right', render: (_, row) => count(row.broken) },
    { title: t('business.punctual'), align: 'right', render: (_, row) => percent(row.share) },
  ];
  return <Rows title={title} rows={rows} keyOf={row => `${row.engineerId} ${row.rule}`} columns={columns} />;
}
