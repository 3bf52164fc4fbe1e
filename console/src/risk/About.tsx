import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface Subject {
  ticketId?: string | null;
  ticket?: string | null;
  visitId?: string | null;
  shiftId?: string | null;
}

/** What a promise is about, as a way there. */
export function About({ ticketId, ticket, visitId, shiftId }: Subject) {
  const { t } = useTranslation();
  return (
    <span className="about">
      {ticketId && <Link to={`/tickets/${ticketId}`} className="nowrap">{ticket ?? t('risk.noNumber')}</Link>}
      {visitId && <Link to={`/visits/${visitId}`} className="nowrap">{t('risk.visit')}</Link>}
      {shiftId && <span className="quiet">{t('risk.shift')}</span>}
    </span>
  );
}
