import { useTranslation } from 'react-i18next';
import '../../admin/i18n';
import { useFilter } from '../../admin/useFilter';
import { useTitleOf } from '../../shell/titles';
import { showTime } from '../../time';
import { oneOf } from '../../ui/said';
import { wordOf } from '../../ui/words';
import { type SurveyAnswer, surveys } from '../api';
import { useNarrowed } from '../dashboard/Filters';
import { RowsPage, TicketLink } from './RowsPage';

/** In the order in which the survey asks. */
export const ASPECTS = ['call', 'remote', 'punctuality', 'skill', 'manners', 'result'];

export function SurveyAnswers() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const use = useNarrowed();
  const { filter: said } = useFilter('aspect', 'low');
  const filter = { aspect: oneOf(ASPECTS, said.aspect), low: oneOf(['true', 'false'], said.low) };
  const words = [filter.aspect && wordOf(t, 'enums.score', filter.aspect), filter.low && t('business.rows.lowOnly')].filter((word): word is string => Boolean(word));
  return (
    <RowsPage<SurveyAnswer> title={titleOf({ name: 'surveyAnswers' })} use={use} words={words} question={['surveys', filter]} ask={(cursor, signal) => surveys(use.asked, filter, cursor, signal)}>
      {rows => rows.map(row => <Row key={`${row.ticketId} ${row.at}`} row={row} />)}
    </RowsPage>
  );
}

function Row({ row }: { row: SurveyAnswer }) {
  const { t } = useTranslation();
  return (
    <li className="panel" data-testid="counted-row">
      <div className="first"><TicketLink id={row.ticketId} number={row.number} /><strong>{row.customerName}</strong><span className="quiet">{showTime(row.at)}</span></div>
      <div>{ASPECTS.filter(aspect => row.scores[aspect] !== undefined).map(aspect => `${wordOf(t, 'enums.score', aspect)} ${row.scores[aspect]}`).join(t('app.comma'))}</div>
      {row.comment && <blockquote className="comment">{row.comment}</blockquote>}
    </li>
  );
}
