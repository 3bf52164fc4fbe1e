import { useQuery } from '@tanstack/react-query';
import { Collapse, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Clock, clocks, explanation } from '../api';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { wordOf } from '../ui/words';
import { Derivation } from './Derivation';
import { useKindNames } from './useKindNames';

const COLOURS: Record<string, string> = { RUNNING: 'blue', PAUSED: 'gold', MET: 'green', BREACHED: 'red', VOID: 'default' };

/** A promise that still has to be kept, or was broken and still waits to be done. */
export const matters = ({ status, endedAt }: Pick<Clock, 'status' | 'endedAt'>): boolean => status === 'RUNNING' || status === 'PAUSED' || (status === 'BREACHED' && !endedAt);

/** Every promise about the ticket, each with the reason why it is due when it is due: first what matters now, the next due on top. */
export function Clocks({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['clocks', ticketId], queryFn: ({ signal }) => clocks(ticketId, signal), refetchInterval: 60_000, retry: false });
  const items = [...(found.data?.items ?? [])].sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
  if (found.isSuccess && items.length === 0) return null;
  const now = items.filter(matters);
  const ended = items.filter(clock => !matters(clock));
  return (
    <section className="panel clocks" aria-label={t('clock.title')} data-testid="clocks">
      <h2>{t('clock.title')}</h2>
      {found.isPending && <Waiting />}
      {found.isError && !found.data && <ProblemNote error={found.error} onRetry={() => void found.refetch()} testId="clocks-problem" />}
      {found.isSuccess && now.length === 0 && <p className="quiet">{t('desk.nothingDue')}</p>}
      <List clocks={now} />
      {ended.length > 0 && <Collapse ghost className="ended" items={[{ key: 'ended', label: <span data-testid="clocks-ended">{t('desk.endedClocks', { count: ended.length })}</span>, children: <List clocks={ended} /> }]} />}
    </section>
  );
}

const List = ({ clocks: items }: { clocks: Clock[] }) =>
  <Collapse ghost destroyOnHidden items={items.map(clock => ({ key: clock.id, label: <Head clock={clock} />, children: <Why clockId={clock.id} seen={`${clock.status} ${clock.dueAt}`} /> }))} />;

function Head({ clock }: { clock: Clock }) {
  const { t } = useTranslation();
  const kindName = useKindNames();
  return (
    <div className="clock-head" data-testid={`clock-${clock.kind}`} data-status={clock.status}>
      <span>{kindName(clock.kind)}</span>
      <Tag color={COLOURS[clock.status] ?? 'default'}>{wordOf(t, 'clockStatus', clock.status)}</Tag>
      <div className="quiet">{t('promise.due', { time: showTime(clock.dueAt) })}</div>
    </div>
  );
}

/** @param seen changes when the clock does, and asks anew */
function Why({ clockId, seen }: { clockId: string; seen: string }) {
  const { t, i18n } = useTranslation();
  const why = useQuery({ queryKey: ['explanation', clockId, seen, i18n.language], queryFn: ({ signal }) => explanation(clockId, signal), retry: false });
  if (why.isPending) return <Waiting />;
  if (!why.data) return <ProblemNote error={why.error} onRetry={() => void why.refetch()} />;
  return (
    <div data-testid="clock-why">
      <Derivation why={why.data} />
      <p>{why.data.sentence}</p>
      <ol className="steps" aria-label={t('clock.steps')}>{why.data.steps.map((step, index) => <li key={index}>{step.sentence}</li>)}</ol>
    </div>
  );
}
