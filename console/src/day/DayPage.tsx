import { EnvironmentOutlined, PhoneOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import '../board/i18n';
import type { Ticket, Visit } from '../api';
import { visitsBetween, visitsIn } from '../board/api';
import { dueText } from '../board/bars';
import { rangeOf, today } from '../board/plan';
import { useTicketsOnSite } from '../board/useBoard';
import { usePolling } from '../live/Live';
import { useMe } from '../session';
import { useTitleOf } from '../shell/titles';
import { inZone } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { VisitActions } from '../visit/VisitActions';
import { VisitStatusTag } from '../visit/VisitStatusTag';
import './day.css';
import { dayOf, mapOf } from './day';

const REFRESH_MS = 15_000;
/** Something is still to be done about it, the handing in included. */
const UNFINISHED = ['SCHEDULED', 'ACCEPTED', 'DEPARTED', 'STARTED', 'COMPLETED', 'SIGNED'];

/** The engineer's day, for a phone in one hand: what comes next, where it is, and the step to take. */
export function DayPage() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const { subject } = useMe();
  const { from, to } = rangeOf(today(), 'day');
  const list = useQuery({
    queryKey: ['visits', 'day', subject, from],
    queryFn: async ({ signal }) => (await Promise.all([visitsBetween(from, to, subject, signal), visitsIn(UNFINISHED, subject, signal)])).flat(),
    refetchInterval: usePolling(REFRESH_MS),
  });
  const { byId } = useTicketsOnSite();
  const day = dayOf(list.data ?? [], from, to);
  const empty = list.data && day.before.length + day.today.length + day.after.length === 0;
  return (
    <div className="day">
      <div className="title-row"><h1>{titleOf({ name: 'day' })}</h1><span className="quiet">{inZone(from).format('MM-DD')} · {t('field.visitCount', { count: day.today.length })}</span></div>
      {list.error && <ProblemNote error={list.error} more={list.data ? [t('list.stale')] : []} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {empty && <div className="panel" data-testid="empty"><Empty description={t('field.noVisits')} /></div>}
      <Part title={t('field.unfinished')} visits={day.before} tickets={byId} testId="day-before" />
      <Part title={t('field.today')} visits={day.today} tickets={byId} testId="day-today" />
      <Part title={t('field.later')} visits={day.after} tickets={byId} testId="day-after" />
    </div>
  );
}

function Part({ title, visits, tickets, testId }: { title: string; visits: Visit[]; tickets: ReadonlyMap<string, Ticket>; testId: string }) {
  if (visits.length === 0) return null;
  return <section aria-label={title} data-testid={testId}><h2 className="part-title">{title}</h2>{visits.map(visit => <Card key={visit.id} visit={visit} ticket={tickets.get(visit.ticketId)} />)}</section>;
}

function Card({ visit, ticket }: { visit: Visit; ticket?: Ticket }) {
  const { t } = useTranslation();
  const day = inZone(visit.windowStart!).format('YYYY-MM-DD');
  const clock = (instant: string) => inZone(instant).format('HH:mm');
  const map = mapOf(visit.address);
  const call = visit.phone && !visit.phone.includes('*') ? `tel:${visit.phoneNumber ?? visit.phone}` : undefined;
  return (
    <article className="panel" data-testid="day-visit" data-number={visit.number} data-status={visit.status}>
      <div className="title-row">
        <strong className="when">{day === today() ? '' : `${day.slice(5)} `}{clock(visit.windowStart!)}–{clock(visit.windowEnd!)}</strong><VisitStatusTag status={visit.status} />
        <span className="spread" /><Link to={`/visits/${visit.id}`} className="tap" data-testid="day-open">{visit.number}</Link>
      </div>
      <p className="whom">{[ticket?.customerName, visit.contactName, visit.salutation].filter(Boolean).join(' · ')}</p>
      <p>{visit.need}{ticket?.resolveBy && <span className="quiet"> · {dueText(ticket, t)}</span>}</p>
      {visit.remark && <p className="quiet">{visit.remark}</p>}
      {visit.address && <p className="quiet">{visit.address}</p>}
      {(map || call) && (
        <div className="title-row ways">
          {map && <Button size="large" icon={<EnvironmentOutlined />} href={map} target="_blank" rel="noreferrer" data-testid="day-map">{t('field.map')}</Button>}
          {call && <Button size="large" icon={<PhoneOutlined />} href={call} data-testid="day-call">{t('field.call')}</Button>}
        </div>
      )}
      <VisitActions visit={visit} />
    </article>
  );
}
