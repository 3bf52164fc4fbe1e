import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Empty } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import '../admin/i18n';
import { useFilter } from '../admin/useFilter';
import { nextCursor, rowsOf } from '../list/paging';
import { usePeople } from '../people/usePeople';
import { useMe } from '../session';
import { useTitleOf } from '../shell/titles';
import { showTime } from '../time';
import { CommandDialog } from '../ui/CommandDialog';
import { TextField } from '../ui/fields';
import { explain, ProblemNote } from '../ui/ProblemNote';
import { useCommand } from '../ui/useCommand';
import { useFocusBack } from '../ui/useFocusBack';
import { useWide } from '../ui/useWide';
import { Waiting } from '../ui/Waiting';
import { type Approved, article, type ArticleText, drafts } from './api';
import './i18n';

/** The library that compares comes when there is something to compare. */
const Difference = lazy(() => import('./Difference'));

/** Somebody else may decide about it meanwhile. */
const REFRESH_MS = 15_000;

/** What waits for somebody who did not write it: read, published or given back with a reason. */
export function ArticleReview() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const { filter, set } = useFilter('open');
  const list = useInfiniteQuery({ queryKey: ['drafts'], queryFn: ({ pageParam, signal }) => drafts(pageParam, signal), initialPageParam: null as string | null, getNextPageParam: nextCursor });
  const rows = rowsOf(list.data?.pages);
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'articleReview' })}</h1></div>
      {list.error && <ProblemNote error={list.error} more={list.data ? [t('list.stale')] : []} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t('review.noArticles')} /></div>}
      <ul className="rows" data-testid="draft-list">
        {rows.map(row => (
          <li key={row.id} className="panel" data-testid="draft-row" data-id={row.id}>
            <div className="first"><strong>{row.title}</strong>{row.product && <span className="quiet">{row.product}</span>}</div>
            <div className="quiet">{row.symptom}</div>
            <div className="part-actions"><Button size="small" onClick={() => set({ open: row.id })} data-testid="draft-open" aria-label={`${t('admin.look')} ${row.title}`}>{t('admin.look')}</Button></div>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
      {filter.open && <ArticleDrawer id={filter.open} onClose={() => set({ open: undefined })} />}
    </>
  );
}

function ArticleDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const wide = useWide();
  useFocusBack();
  const found = useQuery({ queryKey: ['article', id], queryFn: ({ signal }) => article(id, signal), refetchInterval: REFRESH_MS });
  return (
    <Drawer open onClose={onClose} size={wide ? 640 : '100%'} title={found.data?.title ?? t('page.articleReview')} data-testid="draft-drawer">
      {found.isPending && <Waiting />}
      {found.error && <ProblemNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Text text={found.data} onDone={onClose} />}
    </Drawer>
  );
}

const FIELDS = ['title', 'symptom', 'cause', 'fix', 'product', 'category'] as const satisfies (keyof Approved)[];
type Field = (typeof FIELDS)[number];

function Text({ text, onDone }: { text: ArticleText; onDone: () => void }) {
  const { t } = useTranslation();
  const who = useMe();
  const people = usePeople();
  const { message } = App.useApp();
  const [rejecting, setRejecting] = useState(false);
  const [compared, setCompared] = useState(true);
  const refresh = [['drafts'], ['article', text.id]];
  const publish = useCommand(`/api/articles/${text.id}/publish`, { refresh, version: text.version, text: t('review.published'), then: onDone });
  const decided = text.status !== 'DRAFT';
  const own = [text.author, text.editor].includes(who.username);
  const before = text.approved;
  const changed = before ? FIELDS.filter(field => (before[field] ?? '') !== (text[field] ?? '')) : [];
  const words = (field: Field): ReactNode => (before && compared && changed.includes(field) ? <Suspense fallback={text[field]}><Difference before={before[field] ?? ''} after={text[field] ?? ''} /></Suspense> : text[field]);
  const shown = (field: Field) => Boolean(text[field]) || (compared && changed.includes(field));
  return (
    <>
      {before ? (
        <Alert type="info" showIcon className="note" data-testid="draft-compared" data-changed={changed.length} title={changed.length ? t('difference.shown', { time: showTime(before.at) }) : t('difference.same')}
          description={changed.length > 0 && t('difference.legend')} action={changed.length > 0 && <Button size="small" onClick={() => setCompared(!compared)} data-testid="draft-compare">{t(compared ? 'difference.hide' : 'difference.show')}</Button>} />
      ) : <p className="quiet">{t('difference.whole')}</p>}
      <dl className="facts">
        {changed.includes('title') && compared && <><dt>{t('detail.title')}</dt><dd>{words('title')}</dd></>}
        <dt>{t('open.symptom')}</dt><dd>{words('symptom')}</dd>
        <dt>{t('ticket.cause')}</dt><dd>{words('cause')}</dd>
        <dt>{t('ticket.fix')}</dt><dd>{words('fix')}</dd>
        {shown('product') && <><dt>{t('ticket.product')}</dt><dd>{words('product')}</dd></>}
        {shown('category') && <><dt>{t('ticket.category')}</dt><dd>{words('category')}</dd></>}
        {text.ticketId && <><dt>{t('review.from')}</dt><dd><Link to={`/tickets/${text.ticketId}`}>{t('admin.thing.ticketId')}</Link></dd></>}
        <dt>{t('review.author')}</dt><dd>{people(text.editor ?? text.author)} · {showTime(text.changedAt)}</dd>
      </dl>
      {decided && <Alert type="info" showIcon className="note" title={t('review.decided')} data-testid="draft-decided" />}
      {own && !decided && <p className="quiet" data-testid="draft-own">{t('review.own')}</p>}
      {!decided && (
        <div className="form-end" style={{ marginTop: 20 }}>
          <Button onClick={() => setRejecting(true)} data-testid="draft-reject">{t('review.reject')}</Button>
          <Button type="primary" disabled={own} loading={publish.isPending} onClick={() => publish.once({}, error => void message.error(explain(error, t).text))} data-testid="draft-publish">{t('review.publish')}</Button>
        </div>
      )}
      {rejecting && (
        <CommandDialog path={`/api/articles/${text.id}/reject`} name="reject" title={t('review.reject')} version={text.version} refresh={refresh} text={t('review.rejected')} onClose={() => setRejecting(false)} then={onDone}>
          {() => <TextField name="reason" label={t('admin.reason')} testId="reject-reason" max={1000} rows={3} hint={t('review.reasonHint')} />}
        </CommandDialog>
      )}
    </>
  );
}
