import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import '../business.css';
import '../i18n';
import { useFilter } from '../../admin/useFilter';
import { useEngineers } from '../../people/useEngineers';
import { useTitleOf } from '../../shell/titles';
import { useKindNames } from '../../ticket/useKindNames';
import { type Attainment, attainment, causes, type Dimension, distributions, notices, punctuality, surveySummary, type Verdict } from '../api';
import { allKinds, sumOf, worstFirst } from '../chart/attainment';
import { Asked, Figure } from '../chart/Figure';
import { ByValue, CauseFigure, NoticeFigure, Times, Trend, VisitFigure } from '../chart/figures';
import { breachesAt, promisesAt } from '../links';
import { halfYear, monthPicked } from '../period';
import { Filters, useNarrowed } from './Filters';
import { Satisfaction } from './Satisfaction';
import { Tiles } from './Tiles';

const BY = ['CUSTOMER', 'KIND', 'PRIORITY', 'SERVICE', 'ENGINEER'] as const satisfies Dimension[];
/** Figures of a page that stays open, such as on a wall. */
const REFRESH_MS = 60_000;
const kept = { placeholderData: keepPreviousData, refetchInterval: REFRESH_MS };

/** How the company keeps its promises; each figure leads to what it counts. */
export function DashboardPage() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const use = useNarrowed();
  const { narrowed, asked } = use;
  const kinds = useQuery({ queryKey: ['figures', 'KIND', asked], queryFn: ({ signal }) => attainment('KIND', asked, signal), ...kept });
  const visits = useQuery({ queryKey: ['figures', 'punctuality', asked], queryFn: ({ signal }) => punctuality(asked, signal), ...kept });
  const told = useQuery({ queryKey: ['figures', 'notices', asked], queryFn: ({ signal }) => notices(asked, signal), ...kept });
  const spread = useQuery({ queryKey: ['figures', 'distributions', asked], queryFn: ({ signal }) => distributions(asked, signal), ...kept });
  const why = useQuery({ queryKey: ['figures', 'causes', asked], queryFn: ({ signal }) => causes(asked, signal), ...kept });
  const surveys = useQuery({ queryKey: ['figures', 'surveys', asked], queryFn: ({ signal }) => surveySummary(asked, signal), ...kept });
  const navigate = useNavigate();
  const at = (to: string | undefined) => { if (to) void navigate(to); };
  return (
    <div className="counted" data-testid="dashboard">
      <div className="title-row"><h1>{titleOf({ name: 'dashboard' })}</h1></div>
      <Filters use={use} />
      <Tiles total={kinds.data && sumOf(kinds.data.items)} visits={visits.data?.items.find(row => !row.engineerId)} surveys={surveys.data} narrowed={narrowed} />
      <div className="figures">
        <ByFigure use={use} />
        <TrendFigure use={use} />
        <Figure name="causes" title={t('business.causes')} note={why.data && !why.data.complete ? t('business.incomplete', { count: why.data.broken }) : undefined}>
          <Asked query={why}>{({ items }) => <CauseFigure title={t('business.causes')} rows={items} linkOf={cause => breachesAt(narrowed, cause)} onPick={place => at(breachesAt(narrowed, items.filter(row => row.count > 0)[place]?.cause))} />}</Asked>
        </Figure>
        <Figure name="times" title={t('business.times')} note={t('business.timesNote')}>
          <Asked query={spread}>{({ items }) => <Times title={t('business.times')} rows={items} linkOf={(kind, { from, to }) => promisesAt(narrowed, { kind, tookFrom: from, tookTo: to })} />}</Asked>
        </Figure>
        <Figure name="satisfaction" title={t('business.satisfaction')}>
          <Asked query={surveys}>{found => <Satisfaction title={t('business.satisfaction')} found={found} narrowed={narrowed} />}</Asked>
        </Figure>
        <div className="broad">
          <Figure name="punctuality" title={t('business.punctuality')} note={t('business.punctualityNote')}>
            <Asked query={visits}>
              {({ items }) => <VisitFigure title={t('business.punctuality')} rows={items} linkOf={(row, arrival) => promisesAt(narrowed, { kind: 'ARRIVAL', arrival, ...(row.engineerId ? { by: 'ENGINEER', key: row.engineerId, called: row.engineer ?? undefined } : {}) })} />}
            </Asked>
          </Figure>
        </div>
        <div className="broad">
          <Figure name="notices" title={t('business.notices')}><Asked query={told}>{({ items }) => <NoticeFigure title={t('business.notices')} rows={items} />}</Asked></Figure>
        </div>
      </div>
    </div>
  );
}

type Use = { use: ReturnType<typeof useNarrowed> };

function ByFigure({ use: { narrowed, asked } }: Use) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  const engineers = useEngineers();
  const navigate = useNavigate();
  const { filter, set } = useFilter('by');
  const by = BY.find(each => each === filter.by) ?? 'CUSTOMER';
  const found = useQuery({ queryKey: ['figures', by, asked], queryFn: ({ signal }) => attainment(by, asked, signal), ...kept });
  const nameOf = (row: Attainment) => (row.key == null ? t(`business.unknown.${by}`) : by === 'KIND' ? kindOf(row.key) : by === 'ENGINEER' ? row.name ?? engineers(row.key) ?? t('business.unknownEngineer') : row.name ?? row.key);
  const linkOf = (row: Attainment, verdict?: Verdict) => promisesAt(narrowed, { by, key: row.key, called: nameOf(row), verdict });
  const title = t('business.by');
  const options = BY.map(value => ({ value, label: t(`enums.dimension.${value}`) }));
  return (
    <div className="broad">
      <Figure name="by" title={title} note={t('business.asOf')} choice={<Segmented options={options} value={by} onChange={value => set({ by: value === 'CUSTOMER' ? undefined : value })} aria-label={t('business.byWhat')} data-testid="choose-by" />}>
        <Asked query={found}>
          {({ items }) => {
            const rows = by === 'PRIORITY' ? allKinds(items) : worstFirst(by === 'KIND' ? items : allKinds(items));
            return <ByValue title={title} first={t(`enums.dimension.${by}`)} rows={rows} nameOf={nameOf} linkOf={linkOf} onPick={place => { if (rows[place]) void navigate(linkOf(rows[place])); }} />;
          }}
        </Asked>
      </Figure>
    </div>
  );
}

function TrendFigure({ use: { narrowed, asked } }: Use) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const half = { ...asked, ...halfYear(asked) };
  const found = useQuery({ queryKey: ['figures', 'MONTH', half], queryFn: ({ signal }) => attainment('MONTH', half, signal), ...kept });
  const linkOf = (row: Attainment, verdict?: Verdict) => promisesAt({ customer: narrowed.customer, ...monthPicked(row.key ?? '') }, { verdict });
  return (
    <Figure name="trend" title={t('business.trend')}>
      <Asked query={found}>
        {({ items }) => {
          const rows = allKinds(items);
          return <Trend title={t('business.trend')} rows={rows} linkOf={linkOf} onPick={place => { if (rows[place]) void navigate(linkOf(rows[place])); }} />;
        }}
      </Asked>
    </Figure>
  );
}
