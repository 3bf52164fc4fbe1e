import './i18n';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Drawer, Empty } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { nextCursor } from '../list/paging';
import { usePeople } from '../people/usePeople';
import { isPortal, seesVisits, useMe } from '../session';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { type Note, notes, seen } from './api';
import { useTold } from './told';

/** What concerns me, newest first. Opened, everything that is shown counts as seen. */
export default function BellList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const list = useInfiniteQuery({ queryKey: ['bell', 'notes'], queryFn: ({ pageParam, signal }) => notes(pageParam, signal), initialPageParam: null as string | null, getNextPageParam: nextCursor });
  const all = list.data?.pages.flatMap(page => page.items) ?? [];
  const told = useTold(usePeople());
  const newest = all[0]?.unseen ? all[0].seq : null;
  useEffect(() => {
    if (newest !== null) void seen(newest).then(left => client.setQueryData(['bell', 'unseen'], left), () => { /* the number stays, and the next look tries again */ });
  }, [client, newest]);
  return (
    <Drawer open onClose={onClose} size={420} title={t('nav.bell')} data-testid="bell-list">
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.isSuccess && all.length === 0 && <Empty description={t('bell.none')} />}
      <ul className="rows notes">{all.map(note => <li key={note.seq}><OneNote note={note} told={told} onFollow={onClose} /></li>)}</ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="bell-more">{t('list.more')}</Button></div>}
    </Drawer>
  );
}

function OneNote({ note, told, onFollow }: { note: Note; told: ReturnType<typeof useTold>; onFollow: () => void }) {
  const who = useMe();
  const to = note.visitId && seesVisits(who) ? `/visits/${note.visitId}` : note.ticketId ? `/tickets/${note.ticketId}` : null;
  const words = told(note, isPortal(who));
  return (
    <div data-testid="note" data-kind={note.kind} data-unseen={note.unseen}>
      <div className="first"><Badge dot={note.unseen}>{to ? <Link to={to} onClick={onFollow}>{words}</Link> : words}</Badge></div>
      {note.summary && <div>{note.summary}</div>}
      <div className="quiet">{showTime(note.at)}</div>
    </div>
  );
}
