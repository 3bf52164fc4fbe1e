import { Button, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Ticket, Visit } from '../api';
import { showWindow } from '../time';
import { customerOf, dueText } from './bars';
import { DRAGGED } from './dragged';

interface Props {
  visits: Visit[];
  tickets: ReadonlyMap<string, Ticket>;
  mayPlan: boolean;
  onSchedule: (visit: Visit) => void;
}

/** Visits that have neither engineer nor time yet; each can be drawn onto the board, or planned by its button. */
export function WaitingList({ visits, tickets, mayPlan, onSchedule }: Props) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t('field.waiting')} data-testid="waiting">
      <h2>{t('field.waitingCount', { number: visits.length })}</h2>
      {visits.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('field.noneWaiting')} />}
      <ul className="parts">
        {visits.map(visit => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- drawing is for the mouse; its button does the same by keys.
          <li key={visit.id} data-testid="waiting-visit" data-number={visit.number} draggable={mayPlan} onDragStart={event => event.dataTransfer.setData(DRAGGED, visit.id)}>
            <div>
              <strong>{customerOf(visit, tickets.get(visit.ticketId)) || visit.number}</strong> <Link to={`/visits/${visit.id}`} className="nowrap">{visit.number}</Link>
              <div className="need" title={visit.need ?? undefined}>{visit.need}</div>
              <div className="quiet">{[dueText(tickets.get(visit.ticketId), t), visit.preferredFrom && `${t('detail.preferred')}${t('app.colon')}${showWindow(visit.preferredFrom, visit.preferredTo ?? visit.preferredFrom)}`, visit.remark].filter(Boolean).join(' · ')}</div>
            </div>
            {mayPlan && <Button size="small" type="primary" onClick={() => onSchedule(visit)} data-testid="waiting-schedule" aria-label={`${t('visit.schedule')} ${visit.number}`}>{t('visit.schedule')}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}
