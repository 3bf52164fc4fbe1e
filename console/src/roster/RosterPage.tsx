import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Empty, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import '../board/field.css';
import '../board/i18n';
import { useFilter } from '../admin/useFilter';
import { type Shift, shiftsBetween } from '../board/api';
import { usePolling } from '../live/Live';
import { useMe } from '../session';
import { useTitleOf } from '../shell/titles';
import { showWindow } from '../time';
import { explain, ProblemNote } from '../ui/ProblemNote';
import { useCommand } from '../ui/useCommand';
import { Waiting } from '../ui/Waiting';
import { wordOf } from '../ui/words';
import { type Duty, duties as loadDuties, type Gap, gaps as loadGaps, shiftsOf } from './api';
import { firstAhead, firstDraft, gapsAhead, monthOf, thisMonth } from './month';
import { useColleagues } from './people';
import { DraftDialog, PublishDialog, RotationDialog } from './PlanDialogs';
import { ShiftDrawer } from './ShiftDrawer';
import { ShiftSteps } from './ShiftSteps';
import { plansRoster, stepsOf, waitsFor } from './steps';
import { Timetable } from './Timetable';

const REFRESH_MS = 30_000;
const DAY_MS = 86_400_000;

/** Who is on duty when: the month of a duty, and what waits for whoever looks. */
export function RosterPage() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const who = useMe();
  const { filter, set } = useFilter('duty', 'month');
  const month = filter.month ?? thisMonth();
  const { days, from, to, last } = monthOf(month);
  const duties = useQuery({ queryKey: ['duties'], queryFn: ({ signal }) => loadDuties(signal), staleTime: REFRESH_MS });
  const duty = duties.data?.find(each => each.code === filter.duty) ?? duties.data?.[0];
  const code = duty?.code ?? '';
  const shifts = useQuery({ queryKey: ['shifts', 'month', code, month], queryFn: ({ signal }) => shiftsOf(code, from, to, signal), enabled: Boolean(duty), refetchInterval: usePolling(REFRESH_MS) });
  const gaps = useQuery({ queryKey: ['gaps', code, month, plansRoster(who)], queryFn: ({ signal }) => loadGaps(code, days[0]!, last, plansRoster(who), signal), enabled: Boolean(duty) });
  const ahead = gapsAhead(gaps.data ?? [], last, Date.now());
  const near = useNearShifts();
  const mine = near.filter(shift => shift.person === who.username);
  const [shown, setShown] = useState<string>();
  const open = [...(shifts.data ?? []), ...near].find(shift => shift.id === shown);
  const failed = [duties, shifts, gaps].find(each => each.error);
  const nameOfDuty = (of: string) => duties.data?.find(each => each.code === of)?.name ?? of;
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'roster' })}</h1></div>
      <div className="filters" role="search">
        <Select aria-label={t('field.duty')} data-testid="roster-duty" value={duty?.code} loading={duties.isPending} onChange={value => set({ duty: value })} options={(duties.data ?? []).map(each => ({ value: each.code, label: each.name }))} style={{ width: 220 }} />
        <DatePicker picker="month" aria-label={t('field.month')} allowClear={false} value={dayjs(`${month}-01`)} onChange={picked => set({ month: picked?.format('YYYY-MM') })} data-testid="roster-month" />
      </div>
      {failed && <ProblemNote error={failed.error} more={failed.data ? [t('list.stale')] : []} onRetry={() => void failed.refetch()} />}
      <Tasks shifts={near.filter(shift => waitsFor(shift, who, mine, Date.now()))} mine={mine} nameOfDuty={nameOfDuty} />
      {(duties.isPending || (duty && shifts.isPending)) && <Waiting />}
      {duties.data?.length === 0 && <div className="panel" data-testid="empty"><Empty description={t('field.noDuties')} /></div>}
      {duty && shifts.data && (
        <section className="panel" aria-label={duty.name}>
          <h2>{duty.name} · {month}</h2>
          <p className="quiet" style={{ whiteSpace: 'pre-line' }}>{duty.responsibilities}</p>
          {plansRoster(who) && <Planning duty={duty} days={days} last={last} shifts={shifts.data} gaps={ahead} />}
          <Gaps gaps={ahead} />
          {shifts.data.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('field.noShifts')} /> : <Timetable days={days} shifts={shifts.data} gaps={gaps.data ?? []} onOpen={setShown} />}
        </section>
      )}
      {open && <ShiftDrawer shift={open} duty={nameOfDuty(open.duty)} mine={mine} onClose={() => setShown(undefined)} />}
    </>
  );
}

/** Shifts of all duties around today: those whom somebody waits for are among them. */
function useNearShifts(): Shift[] {
  const today = new Date().toISOString().slice(0, 10);
  const at = (days: number) => new Date(Date.parse(today) + days * DAY_MS).toISOString();
  return useQuery({ queryKey: ['shifts', 'near', today], queryFn: ({ signal }) => shiftsBetween(at(-3), at(45), signal), refetchInterval: usePolling(REFRESH_MS) }).data ?? [];
}

function Tasks({ shifts, mine, nameOfDuty }: { shifts: Shift[]; mine: Shift[]; nameOfDuty: (code: string) => string }) {
  const { t } = useTranslation();
  const who = useMe();
  const { nameOf } = useColleagues();
  if (shifts.length === 0) return null;
  return (
    <section className="panel" aria-label={t('field.tasks')} data-testid="roster-tasks">
      <h2>{t('field.tasks')}</h2>
      <ul className="parts">
        {shifts.map(shift => (
          <li key={shift.id} data-testid="roster-task" data-id={shift.id}>
            <div>
              <strong>{nameOf(shift.person)}</strong> {nameOfDuty(shift.duty)} · {showWindow(shift.startsAt, shift.endsAt)}
              <div className="quiet">{shift.colleague ? t('field.swapOf', { from: nameOf(shift.person), to: nameOf(shift.colleague), reason: shift.swapReason ?? '' }) : `${t('field.handover')}${t('app.colon')}${wordOf(t, 'enums.handover', shift.handover)}`}</div>
            </div>
            <ShiftSteps shift={shift} steps={stepsOf(shift, who, mine, Date.now()).filter(step => step !== 'replace' && step !== 'withdraw')} small />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Planning({ duty, days, last, shifts, gaps }: { duty: Duty; days: string[]; last: string; shifts: Shift[]; gaps: Gap[] }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const [asking, setAsking] = useState<'draft' | 'rotation' | 'publish'>();
  const drafts = shifts.filter(shift => shift.status === 'DRAFTED').length;
  const discard = useCommand(`/api/duties/${duty.code}/drafts?from=${days[0]}&to=${last}`, { refresh: [['shifts'], ['gaps']], method: 'DELETE' });
  const close = () => setAsking(undefined);
  const ahead = firstAhead(days, Date.now());
  const ask = () => void modal.confirm({
    title: t('field.discardAsk', { count: drafts }), okText: t('field.step.discard'), cancelText: t('action.cancel'), onOk: () => discard.once({}, error => void message.error(explain(error, t).text)),
    okButtonProps: { danger: true, ...({ 'data-testid': 'discard-submit' } as object) },
  });
  return (
    <div className="title-row actions" role="group" aria-label={t('action.title')}>
      <Button onClick={() => setAsking('rotation')} data-testid="roster-rotation">{t('field.rotation')}</Button>
      <Button onClick={() => setAsking('draft')} data-testid="roster-draft">{t('field.draft')}</Button>
      <Button type="primary" disabled={drafts === 0} onClick={() => setAsking('publish')} data-testid="roster-publish">{t('field.publishCount', { count: drafts })}</Button>
      {drafts > 0 && <Button danger onClick={ask} loading={discard.isPending} data-testid="roster-discard">{t('field.discard')}</Button>}
      {asking === 'rotation' && <RotationDialog duty={duty} first={ahead} last={last} onClose={close} />}
      {asking === 'draft' && <DraftDialog duty={duty} onClose={close} />}
      {asking === 'publish' && <PublishDialog duty={duty} first={firstDraft(shifts, Date.now()) ?? ahead} last={last} gaps={gaps} onClose={close} />}
    </div>
  );
}

const SHOWN_GAPS = 5;

function Gaps({ gaps }: { gaps: Gap[] }) {
  const { t } = useTranslation();
  if (gaps.length === 0) return null;
  return (
    <Alert type="warning" showIcon className="note" data-testid="gaps" title={t('field.gapCount', { count: gaps.length })}
      description={<ul className="gaps">{gaps.slice(0, SHOWN_GAPS).map(gap => <li key={gap.from}>{t('field.gapLine', { time: showWindow(gap.from, gap.to), number: gap.missing })}</li>)}{gaps.length > SHOWN_GAPS && <li>…</li>}</ul>} />
  );
}
