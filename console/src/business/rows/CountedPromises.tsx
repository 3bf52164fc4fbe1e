import { Tag } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import '../../admin/i18n';
import { useFilter } from '../../admin/useFilter';
import { useTitleOf } from '../../shell/titles';
import { useKindNames } from '../../ticket/useKindNames';
import { showTime } from '../../time';
import { numberOf, oneOf } from '../../ui/said';
import { wordOf } from '../../ui/words';
import { lateness } from '../../review/causes';
import { type Behind, type CountedPromise, countedPromises, type Verdict } from '../api';
import { useNarrowed } from '../dashboard/Filters';
import { ARRIVALS, DIMENSIONS, WHICH } from '../links';
import { length } from '../numbers';
import { RowsPage, TicketLink, Whose } from './RowsPage';

type Filter = ReturnType<typeof useFilter<(typeof WHICH)[number]>>['filter'];
export const VERDICT_COLOURS = { OPEN: 'blue', KEPT: 'green', BROKEN: 'red' } as const;
const VERDICTS = Object.keys(VERDICT_COLOURS) as Verdict[];

/** What the promises are narrowed to, for people. */
export function wordsOf({ by, key, called, kind, verdict, arrival, tookFrom, tookTo }: Filter, kindOf: (kind: string) => string, t: TFunction): string[] {
  const value = by && (called ?? (key ? (by === 'KIND' ? kindOf(key) : key) : wordOf(t, 'business.unknown', by)));
  const from = length(Number(tookFrom ?? 0), t);
  const took = tookTo ? t('business.between', { from, to: length(Number(tookTo), t) }) : tookFrom && t('business.moreThan', { from });
  return [
    by && `${wordOf(t, 'enums.dimension', by)}${t('app.colon')}${value}`, kind && kindOf(kind), verdict && wordOf(t, 'enums.promiseState', verdict),
    arrival && wordOf(t, 'business.arrival', arrival), took && t('business.rows.took', { took }),
  ].filter((word): word is string => Boolean(word));
}

export function CountedPromises() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const kindOf = useKindNames();
  const use = useNarrowed();
  const { filter: said } = useFilter(...WHICH);
  const filter: Filter = {
    ...said, by: oneOf(DIMENSIONS, said.by), verdict: oneOf(VERDICTS, said.verdict), arrival: oneOf(ARRIVALS, said.arrival), tookFrom: numberOf(said.tookFrom), tookTo: numberOf(said.tookTo),
  };
  const { by, key, kind, verdict, arrival, tookFrom, tookTo } = filter;
  const behind: Behind = { by, key, kind, verdict, arrival, tookFrom, tookTo };
  return (
    <RowsPage<CountedPromise> title={titleOf({ name: 'countedPromises' })} use={use} words={wordsOf(filter, kindOf, t)} question={['promises', behind]}
      ask={(cursor, signal) => countedPromises(use.asked, behind, cursor, signal)}>
      {rows => rows.map(row => <Row key={row.clockId} row={row} />)}
    </RowsPage>
  );
}

function Row({ row }: { row: CountedPromise }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  return (
    <li className="panel" data-testid="counted-row" data-verdict={row.verdict}>
      <div className="first">
        <strong>{kindOf(row.kind)}</strong><Tag color={VERDICT_COLOURS[row.verdict]} className="row-state">{wordOf(t, 'enums.promiseState', row.verdict)}</Tag>
        <TicketLink id={row.ticketId} number={row.ticket} />{row.priority && <span>{row.priority}</span>}<Whose id={row.customerId} name={row.customerName} />
      </div>
      <div>
        {t('review.due', { time: showTime(row.dueAt) })}
        {row.endedAt && <> · {t('business.done')} {showTime(row.endedAt)}</>}
        {row.verdict === 'BROKEN' && <> · {lateness(row.late, t)}</>}
      </div>
    </li>
  );
}
