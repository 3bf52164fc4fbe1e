import { useTranslation } from 'react-i18next';
import '../../admin/i18n';
import { useFilter } from '../../admin/useFilter';
import { CAUSES, causeName, lateness } from '../../review/causes';
import { useTitleOf } from '../../shell/titles';
import { useKindNames } from '../../ticket/useKindNames';
import { showTime } from '../../time';
import { type Breach, breachesOf } from '../api';
import { useNarrowed } from '../dashboard/Filters';
import { RowsPage, TicketLink, Whose } from './RowsPage';

/** Broken promises, of one cause or of all. */
export function CountedBreaches() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const use = useNarrowed();
  const { filter } = useFilter('cause');
  const cause = CAUSES.find(each => each === filter.cause);
  return (
    <RowsPage<Breach> title={titleOf({ name: 'countedBreaches' })} use={use} words={cause ? [causeName(cause, t)] : []} question={['breaches', cause]} ask={(cursor, signal) => breachesOf(use.asked, cause, cursor, signal)}>
      {rows => rows.map(row => <Row key={row.clockId} row={row} />)}
    </RowsPage>
  );
}

function Row({ row }: { row: Breach }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  return (
    <li className="panel" data-testid="counted-row">
      <div className="first"><strong>{kindOf(row.kind)}</strong><TicketLink id={row.ticketId} number={row.ticket} />{row.priority && <span>{row.priority}</span>}<Whose id={row.customerId} name={row.customerName} /></div>
      <div>{t('review.due', { time: showTime(row.dueAt) })} · {lateness(row.late, t)}</div>
      <div>{t('business.cause')}{t('app.colon')}{causeName(row.cause, t)} <span className="quiet">{t(row.found ? 'business.rows.found' : 'business.rows.derived')}</span></div>
      {row.found?.note && <div className="quiet">{row.found.note}</div>}
    </li>
  );
}
