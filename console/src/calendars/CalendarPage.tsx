import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import './i18n';
import './calendars.css';
import { useFilter } from '../admin/useFilter';
import { hasRole, useMe } from '../session';
import { useName } from '../shell/names';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { dayOf, numberOf } from '../ui/said';
import { Waiting } from '../ui/Waiting';
import { type Calendar, calendar } from './api';
import { Due } from './Due';
import { Editor } from './Editor';
import { Import } from './Import';
import { Revisions } from './Revisions';
import { reasonOf, saverOf } from './words';
import { Year } from './Year';

const VIEWS = ['year', 'due', 'revisions'] as const;
type View = (typeof VIEWS)[number];
/** It is what the others are compared with, and the service never changes it. */
export const AROUND_THE_CLOCK = '24x7';

/** One calendar: its year, what is due when by it, and how it came to be so. */
export function CalendarPage() {
  const { t } = useTranslation();
  const { name = '' } = useParams();
  const { filter: said, set } = useFilter('view', 'revision', 'year', 'edit');
  const filter = { ...said, revision: numberOf(said.revision), year: dayOf(`${said.year}-01-01`)?.slice(0, 4) };
  const found = useQuery({ queryKey: ['calendar', name, filter.revision], queryFn: ({ signal }) => calendar(name, filter.revision, signal) });
  useName(found.data?.content.title);
  return (
    <>
      <Link to="/calendars" data-testid="back">← {t('calendars.back')}</Link>
      {!found.data && !found.isPending && <h1 className="bare">{t('page.calendar')}</h1>}
      {found.error && <ProblemNote error={found.error} more={found.data ? [t('list.stale')] : []} onRetry={() => void found.refetch()} />}
      {found.isPending && <Waiting />}
      {found.data && (filter.edit && !filter.revision && name !== AROUND_THE_CLOCK
        ? <Editor calendar={found.data} onDone={() => set({ edit: undefined })} />
        : <Shown calendar={found.data} filter={filter} set={set} />)}
    </>
  );
}

type Filter = ReturnType<typeof useFilter<'view' | 'revision' | 'year' | 'edit'>>;

function Shown({ calendar: shown, filter, set }: { calendar: Calendar; filter: Filter['filter']; set: Filter['set'] }) {
  const { t } = useTranslation();
  const who = useMe();
  const [importing, setImporting] = useState(false);
  const view = VIEWS.find(each => each === filter.view) ?? 'year';
  const changes = hasRole(who, 'supervisor', 'manager', 'admin') && shown.name !== AROUND_THE_CLOCK && !filter.revision;
  return (
    <>
      <h1 className="bare" data-testid="calendar" data-name={shown.name} data-revision={shown.revision}>{shown.content.title ?? shown.name}</h1>
      <p className="quiet">{[shown.name, shown.content.base && t('calendars.basedOn', { title: shown.content.base }), shown.whole.zone, t('calendars.revision', { number: shown.revision }), reasonOf(shown.reason, t), t('calendars.savedBy', { time: showTime(shown.savedAt), name: saverOf(shown.savedBy, t) })].filter(Boolean).join(' · ')}</p>
      {filter.revision && <Current revision={shown.revision} name={shown.name} onCurrent={() => set({ revision: undefined })} />}
      {shown.name === AROUND_THE_CLOCK && <p className="quiet">{t('calendars.fixed')}</p>}
      <div className="title-row">
        <Segmented<View> aria-label={t('calendars.views')} value={view} onChange={picked => set({ view: picked === 'year' ? undefined : picked })} options={VIEWS.map(value => ({ value, label: t(`calendars.view.${value}`) }))} data-testid="calendar-view" />
        <span className="spread" />
        {changes && <Button onClick={() => setImporting(true)} data-testid="import-notice">{t('calendars.import')}</Button>}
        {changes && <Button onClick={() => set({ edit: '1' })} data-testid="change-calendar">{t('calendars.change')}</Button>}
      </div>
      {view === 'year' && <Year calendar={shown} year={Number(filter.year) || undefined} onYear={year => set({ year: String(year) })} />}
      {view === 'due' && <Due name={shown.name} />}
      {view === 'revisions' && <Revisions name={shown.name} onShow={revision => set({ revision: String(revision), view: undefined })} />}
      {importing && <Import calendar={shown} onClose={() => setImporting(false)} />}
    </>
  );
}

function Current({ name, revision, onCurrent }: { name: string; revision: number; onCurrent: () => void }) {
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['calendar', name, undefined], queryFn: ({ signal }) => calendar(name, undefined, signal) });
  if (!found.data || found.data.revision === revision) return null;
  return <Alert type="warning" showIcon className="note" title={t('calendars.old', { number: revision, current: found.data.revision })} action={<Button size="small" onClick={onCurrent} data-testid="to-current">{t('calendars.toCurrent')}</Button>} />;
}
