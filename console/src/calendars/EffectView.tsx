import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Radio, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { hasRole, useMe } from '../session';
import { useKindNames } from '../ticket/useKindNames';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { wordOf } from '../ui/words';
import type { Content, Effect, Moved, Open } from './api';
import { changedDays } from './days';
import { dateWithWeekday, sentenceOf } from './words';

interface Props {
  /** What is asked: another question is looked at anew. */
  question: unknown;
  ask: (cursor: string | null) => Promise<Effect>;
  /** The calendar as it is now, told without its base. */
  before: Content;
  saveText: string;
  saving: boolean;
  error: Error | null;
  onSave: (open: Open) => void;
}

/** What a change would do: to days, and to promises that are open. Only then it is saved. */
export function EffectView({ question, ask, before, saveText, saving, error, onSave }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>('KEEP');
  const may = hasRole(useMe(), 'manager', 'admin');
  const list = useInfiniteQuery({ queryKey: ['calendar-effect', question], queryFn: ({ pageParam }) => ask(pageParam), initialPageParam: null as string | null, getNextPageParam: page => page.moved.next ?? undefined, gcTime: 0, staleTime: Infinity, retry: false });
  const [first] = list.data?.pages ?? [];
  if (list.error && !first) return <ProblemNote error={list.error} onRetry={() => void list.refetch()} more={complaints(list.error)} />;
  if (!first) return <Waiting />;
  const days = changedDays(before, first.whole);
  const moved = list.data?.pages.flatMap(page => page.moved.items) ?? [];
  const { totals } = first;
  return (
    <div data-testid="effect">
      <h3>{t('calendars.effect.days')}</h3>
      {!days.length && <p className="quiet">{t('calendars.effect.noDays')}</p>}
      <ul className="special" data-testid="changed-days">
        {days.map(day => <li key={day.date} data-testid="changed-day" data-date={day.date}><span className="nowrap">{dateWithWeekday(day.date, t)}</span> <strong>{day.after.special?.name ?? day.before.special?.name}</strong> <span>{sentenceOf(day.before, t)} → {sentenceOf(day.after, t)}</span></li>)}
      </ul>
      <h3>{t('calendars.effect.moved')}</h3>
      {totals && <p data-testid="effect-totals">{totals.clocks ? t('calendars.effect.totals', { count: totals.clocks, earlier: totals.earlier, later: totals.later, broken: totals.brokenAtOnce }) : t('calendars.effect.none')} {!totals.complete && t('calendars.effect.incomplete')}</p>}
      <ul className="rows">{moved.map(row => <Row key={row.clockId} row={row} />)}</ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
      {first.calendars.length > 1 && <p className="quiet">{t('calendars.effect.calendars')}{t('app.colon')}{first.calendars.join(t('app.comma'))}</p>}
      {error && <ProblemNote error={error} more={complaints(error)} />}
      {may ? (
        <>
          <h3 id="open-promises">{t('calendars.effect.open')}</h3>
          <Radio.Group aria-labelledby="open-promises" className="choices" value={open} onChange={event => setOpen(event.target.value as Open)} options={(['KEEP', 'MOVE'] as const).map(value => ({ value, label: wordOf(t, 'enums.openPromises', value) }))} data-testid="open-clocks" />
          <div className="form-end"><Button type="primary" loading={saving} onClick={() => onSave(open)} data-testid="save-calendar">{saveText}</Button></div>
        </>
      ) : <p className="quiet">{t('calendars.effect.only')}</p>}
    </div>
  );
}

const complaints = (error: Error): string[] => {
  const { problem } = error as { problem?: { errors?: { field: string; message: string }[] } };
  return (problem?.errors ?? []).map(each => `${each.field} · ${each.message}`);
};

function Row({ row }: { row: Moved }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  const late = Date.parse(row.newDueAt) <= Date.now();
  return (
    <li className="panel" data-testid="moved-row">
      <div className="first"><strong>{kindOf(row.kind)}</strong>{row.ticketId && <Link to={`/tickets/${row.ticketId}`}>{t('calendars.effect.ticket')}</Link>}{row.visitId && <Link to={`/visits/${row.visitId}`}>{t('calendars.effect.visit')}</Link>}{late && <Tag color="red">{wordOf(t, 'clockStatus', 'BREACHED')}</Tag>}</div>
      <div>{t('calendars.effect.from', { time: showTime(row.dueAt) })} → {t('calendars.effect.to', { time: showTime(row.newDueAt) })}</div>
    </li>
  );
}
