import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Ticket, Visit } from '../api';
import { useNow } from '../ui/useNow';
import { nowOf, progressOf } from './progress';
import { momentOf } from './when';

const TICK_MS = 30_000;

interface Props {
  rows: readonly Ticket[];
  visits: readonly Visit[];
  shopName: (id?: string | null) => string | undefined;
}

/** His reports, each with where it stands in words. */
export function TicketCards({ rows, visits, shopName }: Props) {
  const { t } = useTranslation();
  const now = useNow(TICK_MS);
  return (
    <ul className="cards" data-testid="ticket-list">
      {rows.map(row => {
        const { steps, at } = progressOf(row);
        const bar = <Progress aria-hidden size={[28, 6]} steps={steps.length} percent={((at + 1) / steps.length) * 100} showInfo={false} strokeColor="var(--brand)" />;
        return (
          <li key={row.id} data-testid="ticket-row" data-number={row.number} data-status={row.status}>
            <Link to={`/tickets/${row.id}`}>
              <div className="summary">{row.summary}</div>
              <div data-testid="my-now">{nowOf(row, visits.find(each => each.ticketId === row.id), now, t)}</div>
              {at >= 0 && bar}
              <div className="quiet">{[row.number, shopName(row.siteId), t('portal.mine.at', { time: momentOf(row.openedAt, now, t) }), row.callbackDue && t('portal.mine.answerBy', { time: momentOf(row.callbackDue, now, t) })].filter(Boolean).join(' · ')}</div>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
