import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { wordOf } from '../../ui/words';
import type { SurveySummary } from '../api';
import { Counted } from '../chart/attainment';
import type { ChartData } from '../chart/data';
import { Rows, Shown } from '../chart/Figure';
import { type Narrowed, surveysAt } from '../links';
import { score } from '../numbers';

type Aspect = SurveySummary['aspects'][number];
type OfCustomer = SurveySummary['customers'][number];
const BEST = 5;

export function Satisfaction({ title, found, narrowed }: { title: string; found: SurveySummary; narrowed: Narrowed }) {
  const { t } = useTranslation();
  const nameOf = (row: Aspect) => wordOf(t, 'enums.score', row.aspect);
  const aspects: TableColumnsType<Aspect> = [
    { title: t('business.aspect'), render: (_, row) => nameOf(row) },
    { title: t('business.answers'), align: 'right', render: (_, row) => <Counted number={row.answers} to={surveysAt(narrowed, { aspect: row.aspect })} what={nameOf(row)} t={t} /> },
    { title: t('business.average'), align: 'right', render: (_, row) => score(row.average) },
    { title: t('business.low'), align: 'right', render: (_, row) => <Counted number={row.low} to={surveysAt(narrowed, { aspect: row.aspect, low: true })} what={`${nameOf(row)} ${t('business.low')}`} t={t} /> },
  ];
  const customers: TableColumnsType<OfCustomer> = [
    { title: t('business.customer'), render: (_, row) => row.customerName },
    { title: t('business.answers'), align: 'right', render: (_, row) => <Counted number={row.answers} to={surveysAt({ ...narrowed, customer: row.customerId }, {})} what={row.customerName} t={t} /> },
    { title: t('business.average'), align: 'right', render: (_, row) => score(row.average) },
    { title: t('business.low'), align: 'right', render: (_, row) => <Counted number={row.low} to={surveysAt({ ...narrowed, customer: row.customerId }, { low: true })} what={`${row.customerName} ${t('business.low')}`} t={t} /> },
  ];
  const chart: ChartData = { shape: 'bars', labels: found.aspects.map(nameOf), series: [{ name: t('business.average'), values: found.aspects.map(row => row.average), tone: 'good' }], most: BEST, write: score };
  return (
    <>
      <Shown title={title} rows={found.aspects} keyOf={row => row.aspect} empty={t('business.noAnswers')} chart={chart} columns={aspects} />
      {found.customers.length > 1 && <Rows title={t('business.leastSatisfied')} rows={found.customers} keyOf={row => row.customerId} columns={customers} />}
    </>
  );
}
