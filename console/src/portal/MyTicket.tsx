import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Steps } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import './i18n';
import './portal.css';
import '../desk/i18n';
import { ticket as load, type Ticket, type Visit } from '../api';
import { usePolling } from '../live/Live';
import { useName } from '../shell/names';
import { useTitleOf } from '../shell/titles';
import { useStory } from '../ticket/useStory';
import { showTime } from '../time';
import { Loaded } from '../ui/Loaded';
import { useNow } from '../ui/useNow';
import { useMyCompanies, visitsOf } from './api';
import { JustOpened } from './JustOpened';
import { MyActions } from './MyActions';
import { MyPromises } from './MyPromises';
import { nowOf, progressOf } from './progress';
import { Talk } from './Talk';

/** The stream tells of changes; this is the net under it. */
const REFRESH_MS = 60_000;
const TICK_MS = 30_000;
const NONE: Visit[] = [];

/** One of his reports: where it stands, what he can do, what we promised him and what was said and done. */
export function MyTicket() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const found = useQuery({ queryKey: ['ticket', id], queryFn: ({ signal }) => load(id, signal), refetchInterval: usePolling(REFRESH_MS) });
  const back = <Link to="/tickets" data-testid="back"><ArrowLeftOutlined aria-hidden /> {titleOf({ name: 'tickets' })}</Link>;
  return <Loaded found={found} back={back} heading={t('page.ticket')}>{data => <Mine key={id} ticket={data} />}</Loaded>;
}

/** His visits by the newest: the one that counts is the first. */
const current = (visits: readonly Visit[]) => visits.find(each => each.status !== 'CANCELLED');

function Mine({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const now = useNow(TICK_MS);
  const story = useStory(ticket.id);
  const visits = useQuery({ queryKey: ['visits', 'of', ticket.id], queryFn: ({ signal }) => visitsOf(ticket.id, signal), refetchInterval: usePolling(REFRESH_MS), retry: false });
  const { steps, at } = progressOf(ticket);
  useName(t('sign.ticket', { number: ticket.number }));
  return (
    <article data-testid="ticket" data-id={ticket.id}>
      <div className="title-row" style={{ marginTop: 10 }}>
        <span className="quiet" data-testid="ticket-number">{ticket.number}</span>
        <h1 style={{ flexBasis: '100%', overflowWrap: 'anywhere' }} data-testid="ticket-summary">{ticket.summary}</h1>
      </div>
      <JustOpened ticket={ticket} />
      <section className="panel" aria-label={t('portal.ticket.progress')}>
        <h2>{t('portal.ticket.progress')}</h2>
        <p className="my-now" data-testid="status" data-status={ticket.status}>{nowOf(ticket, current(visits.data?.items ?? NONE), now, t)}</p>
        {at >= 0 && <Steps className="my-steps" size="small" current={at} status={ticket.status === 'CLOSED' ? 'finish' : 'process'} items={steps.map(step => ({ title: t(`portal.step.${step}`) }))} data-testid="my-steps" />}
      </section>
      <MyActions ticket={ticket} />
      <div className="ticket-grid">
        <div>
          <MyPromises ticket={ticket} />
          <Talk ticket={ticket} story={story} visits={visits.data?.items ?? NONE} />
        </div>
        <aside aria-label={t('portal.ticket.facts')}><Told ticket={ticket} visits={visits.data?.items ?? NONE} /></aside>
      </div>
    </article>
  );
}

/** What he reported, and what came of it. */
function Told({ ticket, visits }: { ticket: Ticket; visits: readonly Visit[] }) {
  const { t } = useTranslation();
  const file = useMyCompanies().find(each => each.id === ticket.customerId);
  const shop = file?.sites?.find(each => each.id === ticket.siteId);
  const contact = file?.contacts?.find(each => each.id === ticket.contactId);
  const product = file?.products?.find(each => each.id === ticket.productId);
  const terms: [string, string | null | undefined][] = [
    [t('portal.ticket.shop'), shop?.name],
    [t('portal.ticket.thing'), [product?.name ?? ticket.product, product?.serial].filter(Boolean).join(' · ')],
    [t('portal.ticket.affects'), `${t(`portal.report.whoOf.${ticket.impact}`)}${t('app.comma')}${t(`portal.report.urgentOf.${ticket.urgency}`)}`],
    [t('portal.ticket.more'), ticket.symptom],
    [t('portal.ticket.who'), contact && [contact.name, contact.salutation].filter(Boolean).join(' ')],
    [t('portal.ticket.at'), showTime(ticket.openedAt)],
  ];
  return (
    <>
      {ticket.resolution && (
        <Terms title={t('portal.ticket.result')} testId="resolution" terms={[[t('portal.ticket.cause'), ticket.resolution.cause], [t('portal.ticket.fix'), ticket.resolution.fix]]} />
      )}
      {visits.length > 0 && (
        <section className="panel" aria-label={t('portal.ticket.visits')}>
          <h2>{t('portal.ticket.visits')}</h2>
          <ul className="rows">{visits.map(each => <li key={each.id}><Link to={`/visits/${each.id}`} data-testid="ticket-visit">{t('portal.ticket.visitLink', { number: each.number })}</Link></li>)}</ul>
        </section>
      )}
      <Terms title={t('portal.ticket.facts')} testId="facts" terms={terms} />
    </>
  );
}

function Terms({ title, terms, testId }: { title: string; terms: [string, string | null | undefined][]; testId: string }) {
  return (
    <section className="panel" aria-label={title} data-testid={testId}>
      <h2>{title}</h2>
      <dl className="facts">{terms.filter(([, value]) => value).map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd>{value}</dd></Fragment>)}</dl>
    </section>
  );
}
