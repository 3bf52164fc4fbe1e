import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './field.css';
import './i18n';
import { useFilter } from '../admin/useFilter';
import type { Visit } from '../api';
import { hasRole, useMe } from '../session';
import { useTitleOf } from '../shell/titles';
import { showWindow } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { useWide } from '../ui/useWide';
import { Waiting } from '../ui/Waiting';
import { ReassignDialog, RescheduleDialog, ScheduleDialog } from '../visit/ScheduleDialog';
import { barOf, shadesOf } from './bars';
import { BoardList } from './BoardList';
import { byUrgency, dayAfter, type Draft, fitOf, rangeOf, today } from './plan';
import { useBoard } from './useBoard';
import { VisitDrawer } from './VisitDrawer';
import { WaitingList } from './WaitingList';

/** What draws the board is loaded where there is room for it only. */
const ScheduleBoard = lazy(() => import('./ScheduleBoard'));

interface Planning {
  visit: Visit;
  engineerId?: string;
  start?: string;
}

/** Who goes where when: the day of all engineers, and what still waits for one. */
export function BoardPage() {
  const { t, i18n } = useTranslation();
  const titleOf = useTitleOf();
  const wide = useWide();
  const { filter, set } = useFilter('day', 'span');
  const day = filter.day ?? today();
  const span = filter.span === 'week' ? 'week' : 'day';
  const { first, from, to } = rangeOf(day, span);
  const { engineers, visits, shifts, waiting, byId, asked } = useBoard(from, to);
  const [shown, setShown] = useState<string>();
  const [planning, setPlanning] = useState<Planning>();
  const [draft, setDraft] = useState<Draft>();
  const [told, setTold] = useState('');
  const mayPlan = hasRole(useMe(), 'supervisor');
  const people = engineers.data ?? [];
  const planned = (visits.data ?? []).filter(visit => visit.engineerId && visit.windowStart && visit.status !== 'CANCELLED');
  const bars = planned.map(visit => barOf(visit, byId.get(visit.ticketId), t, mayPlan));
  const orders = byUrgency(waiting.data ?? [], byId);
  const failed = asked.find(each => each.error);
  const go = (days: number) => set({ day: dayAfter(day, days) });
  /** Says where a visit would go that is moved by keys, and whether its engineer is free then. */
  const drafted = (next?: Draft) => {
    setDraft(next);
    const visit = planned.find(each => each.id === (next ?? draft)?.id);
    if (!visit) return;
    const at = next ?? { engineerId: visit.engineerId!, start: visit.windowStart! };
    const start = Date.parse(at.start);
    const end = start + Date.parse(visit.windowEnd!) - Date.parse(visit.windowStart!);
    const engineer = people.find(each => each.id === at.engineerId);
    const where = { engineer: engineer?.name ?? visit.engineerName, time: showWindow(start, end) };
    const fit = next && engineer && fitOf(engineer, [start, end], { visits: visits.data ?? [], shifts: shifts.data ?? [] }, Date.now(), visit.id);
    setTold(fit ? t('field.movingTo', { ...where, fit: t(`field.fit.${fit}`) }) : t('field.movedBack', where));
  };
  const move = (id: string, { engineerId, start }: { engineerId: string; start: string }) => {
    const visit = planned.find(each => each.id === id);
    setDraft(undefined);
    setTold('');
    if (visit) setPlanning({ visit, engineerId, start });
  };
  const place = (id: string, at: { engineerId: string; start: string }) => {
    const visit = orders.find(each => each.id === id);
    if (visit) setPlanning({ visit, ...at });
  };
  const step = span === 'day' ? 1 : 7;
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'board' })}</h1></div>
      <div className="filters" role="search">
        <Button icon={<LeftOutlined />} onClick={() => go(-step)} aria-label={t('field.before')} data-testid="board-before" />
        <DatePicker aria-label={t('field.day')} allowClear={false} value={dayjs(day)} onChange={picked => set({ day: picked?.format('YYYY-MM-DD') })} data-testid="board-day" />
        <Button icon={<RightOutlined />} onClick={() => go(step)} aria-label={t('field.after')} data-testid="board-after" />
        <Button onClick={() => set({ day: undefined })} data-testid="board-today">{t('field.today')}</Button>
        <Segmented value={span} onChange={value => set({ span: value === 'week' ? 'week' : undefined })} options={[{ value: 'day', label: t('field.oneDay') }, { value: 'week', label: t('field.week') }]} data-testid="board-span" aria-label={t('field.span')} />
      </div>
      {failed && <ProblemNote error={failed.error} more={failed.data ? [t('list.stale')] : []} onRetry={() => asked.filter(each => each.error).forEach(each => void each.refetch())} />}
      {(engineers.isPending || visits.isPending) && <Waiting />}
      {engineers.data?.length === 0 && <Alert type="info" showIcon className="note" title={t('field.noEngineers')} />}
      <div className="board-grid">
        {engineers.data && visits.data && (wide ? (
          <div className="panel">
            <Suspense fallback={<Waiting />}>
              <ScheduleBoard day={first} span={span} engineers={people} bars={bars} shades={shadesOf(people, shifts.data ?? [], from, to, Date.now())} language={i18n.language} label={titleOf({ name: 'board' })}
                onOpen={setShown} onMove={move} onPlace={place} draft={draft} onDraft={drafted} />
            </Suspense>
            <p role="status" className="board-told" data-testid="board-told">{told}</p>
            <p className="quiet">{t(mayPlan ? 'field.boardHint' : 'field.boardHintReader')}</p>
          </div>
        ) : <BoardList engineers={people} visits={planned} bars={bars} onOpen={setShown} />)}
        {waiting.data && <WaitingList visits={orders} tickets={byId} mayPlan={mayPlan} onSchedule={visit => setPlanning({ visit })} />}
      </div>
      {shown && <VisitDrawer id={shown} tickets={byId} onClose={() => setShown(undefined)} />}
      {planning && <Plan {...planning} onClose={() => setPlanning(undefined)} />}
    </>
  );
}

/** What a drop means: a first appointment, another engineer at the same time, or another time. */
function Plan({ visit, engineerId, start, onClose }: Planning & { onClose: () => void }) {
  if (visit.status === 'ORDERED') return <ScheduleDialog visit={visit} engineerId={engineerId} start={start} onClose={onClose} />;
  const sameTime = start === undefined || Date.parse(start) === Date.parse(visit.windowStart ?? '');
  if (sameTime && engineerId !== visit.engineerId && (visit.status === 'SCHEDULED' || visit.status === 'ACCEPTED')) return <ReassignDialog visit={visit} engineerId={engineerId} onClose={onClose} />;
  return <RescheduleDialog visit={visit} engineerId={engineerId} start={start} onClose={onClose} />;
}
