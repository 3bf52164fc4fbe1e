import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import '../admin/i18n';
import './i18n';
import './risk.css';
import { useFilter } from '../admin/useFilter';
import { useEngineers } from '../board/useBoard';
import { usePolling } from '../live/Live';
import { useTitleOf } from '../shell/titles';
import { inZone } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { owners, REFRESH_MS, risks } from './api';
import { Escalations } from './Escalations';
import { loadsOf, unownedIn } from './loads';
import { PromiseList } from './PromiseList';
import { TicketsOf } from './TicketsOf';
import { type Tile, TILES, Tiles } from './Tiles';

/** Its table is most of what this page would load. */
const Loads = lazy(async () => ({ default: (await import('./Loads')).Loads }));

/** What needs a supervisor now: each count opens what it counts. */
export function RiskWall() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const { filter, set } = useFilter('show', 'state', 'who');
  const counted = useQuery({ queryKey: ['risks'], queryFn: ({ signal }) => risks(signal), refetchInterval: usePolling(REFRESH_MS) });
  const owned = useQuery({ queryKey: ['owners'], queryFn: ({ signal }) => owners(signal), refetchInterval: usePolling(REFRESH_MS) });
  const engineers = useEngineers();
  const ids = new Map(engineers.data?.flatMap(({ id, username }) => (username ? [[username, id] as const] : [])));
  const loads = loadsOf(counted.data?.engineers ?? [], owned.data?.items ?? [], ids);
  const numbers: Record<Tile, number | undefined> = {
    DUE: counted.data?.due, BROKEN: counted.data?.broken, SILENT: counted.data?.silent, WAITING: counted.data?.waiting, ESCALATIONS: counted.data?.escalations,
    UNOWNED: owned.data && unownedIn(owned.data.items), LOADS: counted.data && owned.data && loads.length,
  };
  const shown = TILES.find(each => each === filter.show) ?? 'DUE';
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'risk' })}</h1>{counted.data && <span className="quiet" data-testid="risk-as-of">{t('risk.asOf', { time: inZone(counted.data.at).format('HH:mm:ss') })}</span>}</div>
      {[counted, owned].map((query, index) => query.error && <ProblemNote key={index === 0 ? 'promises' : 'tickets'} error={query.error} more={query.data ? [t('list.stale')] : []} onRetry={() => void query.refetch()} />)}
      {counted.isPending && owned.isPending ? <Waiting /> : (
        <>
          <Tiles numbers={numbers} shown={shown} />
          <section className="panel" aria-labelledby="risk-shown" data-testid="risk-shown" data-show={shown}>
            <h2 id="risk-shown">{t(`risk.tile.${shown}`)}</h2>
            <p className="quiet">{t(`risk.about.${shown}`)}</p>
            {(shown === 'DUE' || shown === 'BROKEN' || shown === 'SILENT' || shown === 'WAITING') && <PromiseList key={shown} what={shown} none={t(`risk.none.${shown}`)} />}
            {shown === 'UNOWNED' && <TicketsOf none={t('risk.none.UNOWNED')} />}
            {shown === 'ESCALATIONS' && <Escalations state={filter.state} onState={state => set({ state })} />}
            {shown === 'LOADS' && <Suspense fallback={<Waiting />}><Loads loads={loads} who={filter.who} /></Suspense>}
          </section>
        </>
      )}
    </>
  );
}
