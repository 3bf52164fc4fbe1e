import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChartData, heightOf, spoken } from './data';

const Drawing = lazy(() => import('./Drawing'));

/** A picture of figures that stand in a table beside it: whoever cannot see it hears them, and keys go to the links of the table. */
export function Chart({ data, title, onPick }: { data: ChartData; title: string; onPick?: (at: number) => void }) {
  const { t } = useTranslation();
  const height = heightOf(data);
  const label = useMemo(() => `${title}${t('app.colon')}${spoken(data, '—')}`, [data, title, t]);
  return (
    <div className="chart" role="img" aria-label={label} style={{ height }} data-testid="chart">
      <Suspense fallback={null}><Drawing data={data} onPick={onPick} /></Suspense>
    </div>
  );
}
