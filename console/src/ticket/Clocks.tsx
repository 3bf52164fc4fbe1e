import { useQuery } from '@tanstack/react-query';
import { Collapse, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Clock, clocks, explanation } from '../api';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { wordOf } from '../ui/words';
import { useKindNames } from './useKindNames';

const COLOURS: Record<string, string> = { RUNNING: 'blue', PAUSED: 'gold', MET: 'green', BREACHED: 'red', VOID: 'default' };

/** Every promise about the ticket, each with the sentence why it is due when it is due. */
export function Clocks({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['clocks', ticketId], queryFn: ({ signal }) => clocks(ticketId, signal), refetchInterval: 60_000, retry: false });
  const items = found.data?.items ?? [];
  if (found.isSuccess && items.length === 0) return null;
  return (
    <section className="panel clocks" aria-label={t('clock.title')} data-testid="clocks">
      <h2>{t('clock.title')}</h2>
      {found.isPending && <Waiting />}
      {found.isError && !found.data && <ProblemNote error={found.error} onRetry={() => void found.refetch()} testId="clocks-problem" />}
      <Collapse ghost destroyOnHidden items={items.map(clock => ({ key: clock.id, label: <Head clock={clock} />, children: <Why clockId={clock.id} seen={`${clock.status} ${clock.dueAt}`} /> }))} />
    </section>
  );
}

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
      <p>{why.data.sentence}</p>
      <ol className="steps" aria-label={t('clock.steps')}>{why.data.steps.map((step, index) => <li key={index}>{step.sentence}</li>)}</ol>
    </div>
  );
}
