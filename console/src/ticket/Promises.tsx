import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { StoryItem, Ticket } from '../api';
import { remaining, showTime } from '../time';
import { useNow } from '../ui/useNow';
import { type PromiseView, promisesOf } from './promises';
import { useKindNames } from './useKindNames';

const SECOND_MS = 1000;
const two = (number: number) => String(number).padStart(2, '0');

export function countdown(due: string, now: number, t: TFunction): string {
  const { overdue, days, hours, minutes, seconds } = remaining(due, now);
  const clock = `${two(hours)}:${two(minutes)}:${two(seconds)}`;
  return t(overdue ? 'promise.over' : 'promise.left', { time: days ? t('promise.dayTime', { days, clock }) : clock });
}

function words({ state, due }: PromiseView, now: number, t: TFunction): string {
  return due && (state === 'running' || state === 'late') ? countdown(due, now, t) : t(`promise.${state}`);
}

export function Promises({ ticket, story }: { ticket: Ticket; story: readonly StoryItem[] }) {
  const { t } = useTranslation();
  const now = useNow(SECOND_MS);
  const kindName = useKindNames();
  return (
    <section className="promises" aria-label={t('ticket.promises')}>
      {promisesOf(ticket, story, now).filter(({ state }) => state !== 'none').map(promise => (
        <div className="promise" key={promise.kind} data-testid={`promise-${promise.kind}`} data-state={promise.state}>
          <div className="quiet">{kindName(promise.kind)}</div>
          <div className="clock" role="timer" aria-live="off">{words(promise, now, t)}</div>
          {promise.due && <div className="quiet">{t('promise.due', { time: showTime(promise.due) })}</div>}
        </div>
      ))}
    </section>
  );
}
