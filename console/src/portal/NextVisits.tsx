import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Visit } from '../api';
import { useNow } from '../ui/useNow';
import { windowOf } from './when';

const TICK_MS = 30_000;
const COMING: readonly Visit['status'][] = ['SCHEDULED', 'ACCEPTED', 'DEPARTED', 'STARTED'];
const MOST = 3;

interface Props {
  visits: readonly Visit[];
  shopName: (id?: string | null) => string | undefined;
}

/** Who comes next, when and where. */
export function NextVisits({ visits, shopName }: Props) {
  const { t } = useTranslation();
  const now = useNow(TICK_MS);
  const coming = visits.filter(each => COMING.includes(each.status) && each.windowStart).toSorted((one, other) => Date.parse(one.windowStart!) - Date.parse(other.windowStart!)).slice(0, MOST);
  if (coming.length === 0) return null;
  return (
    <section className="panel" aria-label={t('portal.mine.visits')} data-testid="next-visits">
      <h2>{t('portal.mine.visits')}</h2>
      <ul className="parts">
        {coming.map(each => {
          const shop = shopName(each.siteId);
          return (
            <li key={each.id} data-testid="next-visit" data-number={each.number}>
              <div>
                <strong>{windowOf(each.windowStart!, each.windowEnd, now, t)}</strong>
                <div>{t('portal.mine.visitTo', { who: each.engineerName ?? t('portal.engineer'), place: shop ? ` · ${shop}` : '' })}</div>
                <div className="quiet">{each.need}</div>
              </div>
              <Link to={`/tickets/${each.ticketId}`}>{each.ticketNumber}</Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
