import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import '../business.css';
import '../i18n';
import '../../admin/i18n';
import { useName } from '../../shell/names';
import { useTitleOf } from '../../shell/titles';
import { useKindNames } from '../../ticket/useKindNames';
import { usePeople } from '../../people/usePeople';
import { showTime } from '../../time';
import { Loaded } from '../../ui/Loaded';
import { wordOf } from '../../ui/words';
import { type Compensation, compensation as load, type CompensationFact } from '../api';
import { money, monthName } from '../numbers';
import { TicketLink } from '../rows/RowsPage';
import { Steps } from './Steps';
import { said } from './entries';
import { Amount, EntryState } from './parts';

export function CompensationPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const found = useQuery({ queryKey: ['compensation', id], queryFn: ({ signal }) => load(id, signal) });
  const back = <Link to="/compensations" data-testid="back"><ArrowLeftOutlined aria-hidden /> {t('ticket.back')}</Link>;
  return <Loaded found={found} back={back} heading={titleOf({ name: 'compensation' })}>{data => <Details entry={data} />}</Loaded>;
}

function Details({ entry }: { entry: Compensation }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  const title = t('business.compensation.title', { customer: entry.customerName ?? '', month: monthName(entry.month) });
  useName(title);
  return (
    <article data-testid="compensation" data-id={entry.id}>
      <div className="title-row" style={{ marginTop: 10 }}><h1>{title}</h1><EntryState entry={entry} /></div>
      <Steps entry={entry} />
      <section className="panel">
        <h2>{t('ticket.facts')}</h2>
        <dl className="facts">
          <dt>{t('business.compensation.amount')}</dt><dd><Amount entry={entry} /></dd>
          <dt>{t('business.promise')}</dt><dd>{[kindOf(entry.kind), entry.priority].filter(Boolean).join(' · ')}</dd>
          {entry.ticketId && <><dt>{t('business.ticket')}</dt><dd><TicketLink id={entry.ticketId} number={entry.ticket} /></dd></>}
          {entry.breachedAt ? <><dt>{t('business.compensation.breachedAt')}</dt><dd>{showTime(entry.breachedAt)}</dd></> : <><dt>{t('business.month')}</dt><dd>{monthName(entry.month)}{t('app.comma')}{t('business.compensation.ofMonth')}</dd></>}
          <dt>{t('business.compensation.agreement')}</dt><dd>{t('business.compensation.version', { agreement: entry.agreement, number: entry.agreementVersion })}</dd>
        </dl>
      </section>
      <section className="panel">
        <h2>{t('business.compensation.reckoning')}</h2>
        <ol className="reckoning" data-testid="reckoning">{entry.steps.map((step, at) => <li key={at}>{step.sentence} → <strong>{money(step.amount, entry.currency)}</strong></li>)}</ol>
      </section>
      {entry.facts && (
        <section className="panel">
          <h2>{t('business.compensation.history')}</h2>
          <ol className="story" data-testid="compensation-history">{entry.facts.map((fact, at) => <Fact key={at} fact={fact} />)}</ol>
        </section>
      )}
    </article>
  );
}

function Fact({ fact }: { fact: CompensationFact }) {
  const { t } = useTranslation();
  const people = usePeople();
  return (
    <li data-testid="compensation-fact" data-fact={fact.fact}>
      <div>{wordOf(t, 'business.compensation.fact', fact.fact)}</div>
      {said(fact, t).map(line => <div key={line} className="detail">{line}</div>)}
      <div className="when">{fact.by === 'sla-service' ? t('business.compensation.byService') : people(fact.by)} · {showTime(fact.at)}</div>
    </li>
  );
}
