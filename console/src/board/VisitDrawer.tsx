import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Ticket, visit as load } from '../api';
import { showWindow } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { useFocusBack } from '../ui/useFocusBack';
import { VisitActions } from '../visit/VisitActions';
import { VisitStatusTag } from '../visit/VisitStatusTag';
import { customerOf, dueText, isLate } from './bars';

/** What a bar is about, with everything that can be done to it: the way of the keyboard. */
export function VisitDrawer({ id, tickets, onClose }: { id: string; tickets: ReadonlyMap<string, Ticket>; onClose: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const found = useQuery({ queryKey: ['visit', id], queryFn: ({ signal }) => load(id, signal) });
  const visit = found.data;
  const ticket = visit && tickets.get(visit.ticketId);
  const terms = visit ? [
    [t('open.customer'), customerOf(visit, ticket)], [t('sign.window'), visit.windowStart && showWindow(visit.windowStart, visit.windowEnd)], [t('visit.engineer'), visit.engineerName],
    [t('list.due'), dueText(ticket, t)], [t('visit.address'), visit.address], [t('detail.need'), visit.need], [t('detail.note'), visit.remark],
  ] as const : [];
  return (
    <Drawer open onClose={onClose} title={visit?.number ?? t('page.visit')} data-testid="visit-drawer">
      {found.isPending && <Waiting />}
      {found.error && !visit && <ProblemNote error={found.error} onRetry={() => void found.refetch()} />}
      {visit && (
        <>
          <p><VisitStatusTag status={visit.status} /> {isLate(visit, ticket) && <strong className="bad">{t('field.afterDue')}</strong>}</p>
          <dl className="facts">{terms.filter(([, value]) => value).map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd>{value}</dd></Fragment>)}</dl>
          <p><Link to={`/visits/${visit.id}`}>{t('page.visit')}</Link> · <Link to={`/tickets/${visit.ticketId}`}>{t('sign.ticket', { number: visit.ticketNumber })}</Link></p>
          <VisitActions visit={visit} />
        </>
      )}
    </Drawer>
  );
}
