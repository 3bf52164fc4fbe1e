import { SyncOutlined, ThunderboltOutlined } from '@ant-design/icons';
import { Empty, Tabs, Tag } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilter } from '../admin/useFilter';
import type { StoryItem, Ticket } from '../api';
import type { Link } from '../live/Live';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { type Names, sentence } from './sentences';
import { isTalk } from './talk';
import { type KindNames, useKindNames } from './useKindNames';
import type { useStory } from './useStory';
import { Writing } from './Writing';

function LinkBadge({ link }: { link: Link }) {
  const { t } = useTranslation();
  const live = link === 'live';
  return (
    <Tag role="status" data-testid="live" data-link={link} color={live ? 'green' : link === 'cut' ? 'gold' : 'default'}
      icon={live ? <ThunderboltOutlined /> : <SyncOutlined spin />}>{t(`live.${link}`)}</Tag>
  );
}

function Told({ item, names, kindName, fresh }: { item: StoryItem; names: Names; kindName: KindNames; fresh: boolean }) {
  const { t } = useTranslation();
  const { text, details, tone } = sentence(item, t, names, kindName);
  // What a service says of itself has no person behind it.
  const actor = item.actor === item.source ? undefined : names(item.actor);
  return (
    <li data-testid="story-item" data-type={item.type} data-seq={item.seq} data-tone={tone} className={fresh ? 'fresh' : undefined}>
      <div>{text}</div>
      {details.map(({ label, value }) => <div className="detail" key={label}>{label && `${label}${t('app.colon')}`}{value}</div>)}
      <div className="when"><time dateTime={item.at}>{showTime(item.at)}</time>{actor && ` · ${actor}`}</div>
    </li>
  );
}

/** What people said and did, or everything. Newest first: on a phone the news must not hide below the history. */
export function Story({ ticket, story, names }: { ticket: Ticket; story: ReturnType<typeof useStory>; names: Names }) {
  const { t } = useTranslation();
  const kindName = useKindNames();
  const { filter, set } = useFilter('tab');
  const all = filter.tab === 'all';
  const first = useRef<number>(undefined);
  const newest = story.items.at(-1)?.seq;
  // What was there at the first look is history; only what comes after it is marked as new.
  if (first.current === undefined && !story.pending && newest !== undefined) first.current = newest;
  return (
    <section className="panel" aria-label={t('ticket.story')}>
      <div className="panel-head"><h2>{t('ticket.story')}</h2><LinkBadge link={story.link} /></div>
      <Writing ticket={ticket} />
      {story.error && <ProblemNote error={story.error} onRetry={story.retry} testId="story-problem" />}
      {story.pending && <Waiting />}
      {!story.pending && !story.error && story.items.length === 0 && <Empty description={t('ticket.storyEmpty')} image={Empty.PRESENTED_IMAGE_SIMPLE} />}
      {story.items.length > 0 && (
        <Tabs activeKey={all ? 'all' : 'talk'} onChange={key => set({ tab: key === 'all' ? 'all' : undefined })} size="small"
          items={[{ key: 'talk', label: <span data-testid="tab-talk">{t('desk.talk')}</span> }, { key: 'all', label: <span data-testid="tab-all">{t('desk.everything', { count: story.items.length })}</span> }]
            .map(each => ({ ...each, children: (each.key === 'all') === all && <Lines items={all ? story.items : story.items.filter(isTalk)} names={names} kindName={kindName} first={first.current} /> }))} />
      )}
    </section>
  );
}

function Lines({ items, names, kindName, first = Infinity }: { items: readonly StoryItem[]; names: Names; kindName: KindNames; first?: number }) {
  const { t } = useTranslation();
  return (
    <div role="log" aria-label={t('ticket.story')}>
      <ol className="story" data-testid="story" reversed>
        {[...items].reverse().map(item => <Told key={item.seq} item={item} names={names} kindName={kindName} fresh={item.seq > first} />)}
      </ol>
    </div>
  );
}
