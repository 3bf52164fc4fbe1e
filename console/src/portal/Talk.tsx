import { Empty } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Ticket, Visit } from '../api';
import { sentence } from '../ticket/sentences';
import { useKindNames } from '../ticket/useKindNames';
import type { useStory } from '../ticket/useStory';
import { Writing } from '../ticket/Writing';
import { ProblemNote } from '../ui/ProblemNote';
import { useNow } from '../ui/useNow';
import { Waiting } from '../ui/Waiting';
import { byDesk, concernsHim } from './talk';
import { momentOf } from './when';

const TICK_MS = 60_000;
const OWN_WORDS = /^(story|enums\.(reason|method))\./;

/** Customers are told some of it in other words; where there are none, in ours. */
export const portalWords = (t: TFunction): TFunction => ((key: string, options?: object) => t(OWN_WORDS.test(key) ? [`portal.${key}`, key] : key, options as never)) as TFunction;

/** What was said and done, as far as it concerns him. Newest first. */
export function Talk({ ticket, story, visits }: { ticket: Ticket; story: ReturnType<typeof useStory>; visits: readonly Visit[] }) {
  const { t } = useTranslation();
  const now = useNow(TICK_MS);
  const kindName = useKindNames();
  const engineers = new Map(visits.map(each => [each.engineerId, each.engineerName]));
  const names = (id: unknown) => engineers.get(id as string) ?? undefined;
  const items = story.items.filter(concernsHim).toReversed();
  return (
    <section className="panel" aria-label={t('portal.ticket.talk')}>
      <h2>{t('portal.ticket.talk')}</h2>
      <Writing ticket={ticket} />
      {story.error && <ProblemNote error={story.error} onRetry={story.retry} testId="story-problem" />}
      {story.pending && <Waiting />}
      {!story.pending && !story.error && items.length === 0 && <Empty description={t('portal.ticket.nothingYet')} image={Empty.PRESENTED_IMAGE_SIMPLE} />}
      <div role="log" aria-label={t('portal.ticket.talk')}>
        <ol className="story" data-testid="story" reversed>
          {items.map(item => {
            const { text, details, tone } = sentence(item, portalWords(t), names, kindName);
            return (
              <li key={item.seq} data-testid="story-item" data-type={item.type} data-tone={tone}>
                <div>{text}</div>
                {item.type !== 'TicketOpened' && details.map(({ label, value }) => <div className="detail" key={label}>{label && `${label}${t('app.colon')}`}{value}</div>)}
                <div className="when"><time dateTime={item.at}>{momentOf(item.at, now, t)}</time>{byDesk(item) && ` · ${t('portal.desk')}`}</div>
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}
