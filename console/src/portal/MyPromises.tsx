import { Collapse } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api';
import { spanOf } from '../list/spans';
import { millisOf } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { useNow } from '../ui/useNow';
import { Waiting } from '../ui/Waiting';
import type { MyPromise } from './api';
import { ended, mattering } from './promises';
import { usePromises } from './usePromises';
import { momentOf } from './when';

const TICK_MS = 30_000;

/** What we promised him, running, kept and broken; where we broke it we say so and that we are sorry. */
export function MyPromises({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const found = usePromises(ticket.id);
  const promises = found.data ?? [];
  const past = ended(promises);
  const paused = ticket.waitingFor === 'CUSTOMER';
  return (
    <section className="panel my-promises" aria-label={t('portal.promise.title')} data-testid="my-promises">
      <h2>{t('portal.promise.title')}</h2>
      {found.isPending && <Waiting />}
      {found.isError && <ProblemNote error={found.error} more={found.data ? [t('list.stale')] : []} onRetry={() => void found.refetch()} testId="promises-problem" />}
      {found.data && promises.length === 0 && <p className="quiet">{t('portal.promise.none')}</p>}
      <List promises={mattering(promises)} paused={paused} />
      {past.length > 0 && <Collapse ghost items={[{ key: 'past', label: <span data-testid="promises-ended">{t('portal.promise.ended', { count: past.length })}</span>, children: <List promises={past} paused={paused} /> }]} />}
    </section>
  );
}

function List({ promises, paused }: { promises: readonly MyPromise[]; paused: boolean }) {
  const { t } = useTranslation();
  const now = useNow(TICK_MS);
  if (promises.length === 0) return null;
  return (
    <ul className="parts">
      {promises.map(each => (
        <li key={each.id} data-testid="my-promise" data-kind={each.kind} data-state={each.state}>
          <div><div>{each.name}</div>{lines(each, paused, now, t).map(line => <div key={line} className="quiet">{line}</div>)}</div>
        </li>
      ))}
    </ul>
  );
}

/** @param paused we wait for him, so that nothing runs */
export function lines(promise: MyPromise, paused: boolean, now: number, t: TFunction): string[] {
  const { state, endedAt, late } = promise;
  const due = promise.dueAt ?? promise.promisedFor;
  const time = momentOf(due, now, t);
  if (state === 'VOID') return [t('portal.promise.void')];
  if (state === 'KEPT') return [endedAt ? t('portal.promise.keptAt', { time: momentOf(endedAt, now, t) }) : t('portal.promise.kept')];
  if (state === 'BROKEN') {
    const span = late ? spanOf(new Date(millisOf(late)).toISOString(), 0, t) : '';
    return [t('portal.promise.missed'), late ? t('portal.promise.missedLate', { time, span }) : t('portal.promise.missedUntil', { time })];
  }
  const moved = promise.dueAt && promise.promisedFor !== promise.dueAt ? [t('portal.promise.moved', { time: momentOf(promise.promisedFor, now, t) })] : [];
  if (paused) return [t('portal.promise.paused'), ...moved];
  return [[t('portal.promise.by', { time }), Date.parse(due) > now && t('portal.promise.left', { span: spanOf(due, now, t) })].filter(Boolean).join(' · '), ...moved];
}
