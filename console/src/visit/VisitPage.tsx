import { ArrowLeftOutlined, PhoneOutlined, SoundOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { visit as load, type Visit } from '../api';
import { usePolling } from '../live/Live';
import { isPortal, useMe } from '../session';
import { useName } from '../shell/names';
import { Checks } from '../sign/Offer';
import { showTime, showWindow } from '../time';
import { Loaded } from '../ui/Loaded';
import { wordOf } from '../ui/words';
import { OrderDownload, orderPath } from './OrderDownload';
import { VisitActions } from './VisitActions';
import { VisitStatusTag } from './VisitStatusTag';

const REFRESH_MS = 15_000;

export function VisitPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['visit', id], queryFn: ({ signal }) => load(id, signal), refetchInterval: usePolling(REFRESH_MS) });
  // Customers come from what they have signed.
  const back = <Link to={isPortal(useMe()) ? '/orders' : '/visits'} data-testid="back"><ArrowLeftOutlined aria-hidden /> {t('ticket.back')}</Link>;
  return <Loaded found={found} back={back} heading={t('page.visit')}>{data => <Found visit={data} />}</Loaded>;
}

/** Only a number that is not masked can be called. */
const callable = (phone: string) => !phone.includes('*');

function Found({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  const ours = !isPortal(useMe());
  useName(`${t('page.visit')} ${visit.number}`);
  const word = (group: string, value?: string | null) => (value ? wordOf(t, `enums.${group}`, value) : undefined);
  const phone = visit.phone && (callable(visit.phone) ? <a href={`tel:${visit.phoneNumber ?? visit.phone}`}><PhoneOutlined aria-hidden /> {visit.phone}</a> : visit.phone);
  return (
    <article data-testid="visit" data-id={visit.id}>
      <div className="title-row" style={{ marginTop: 10 }}>
        <h1 data-testid="visit-number">{visit.number}</h1><VisitStatusTag status={visit.status} />
        <Link to={`/tickets/${visit.ticketId}`} data-testid="visit-ticket">{t('sign.ticket', { number: visit.ticketNumber })}</Link>
        <span className="spread" /><OrderDownload path={orderPath(visit.id)} number={visit.number} signed={Boolean(visit.signedAt)} />
      </div>
      <VisitActions visit={visit} />
      {ours && visit.customerSentence && <Alert type="info" showIcon icon={<SoundOutlined />} className="note" title={visit.customerSentence} description={t('visit.sentenceHint')} data-testid="visit-sentence" />}
      {ours && visit.missing.length > 0 && <Alert type="warning" showIcon className="note" title={`${t('detail.missing')}${t('app.colon')}${visit.missing.map(each => wordOf(t, 'enums.missing', each)).join(t('app.comma'))}`} data-testid="visit-missing" />}
      <div className="ticket-grid">
        <div>
          <Panel title={t('visit.where')} testId="visit-where" terms={[
            [t('sign.window'), visit.windowStart && showWindow(visit.windowStart, visit.windowEnd)], [t('visit.engineer'), visit.engineerName], [t('detail.consentBy'), visit.windowConsentBy],
            [t('ticket.contact'), [visit.contactName, visit.salutation].filter(Boolean).join(' · ')], [t('visit.phone'), phone], [t('visit.address'), visit.address],
            [t('detail.preferred'), visit.preferredFrom && showWindow(visit.preferredFrom, visit.preferredTo ?? visit.preferredFrom)],
          ]} />
          <Panel title={t('visit.what')} testId="visit-what" terms={[[t('detail.need'), visit.need], [t('detail.skipReason'), visit.skipReason], [t('detail.note'), visit.remark]]} />
        </div>
        {visit.arrivedAt && (
          <Panel title={t('visit.done')} testId="visit-done" terms={[
            [t('visitStatus.DEPARTED'), visit.departedAt && showTime(visit.departedAt)],
            [t('sign.arrived'), `${showTime(visit.arrivedAt)} ${word('punctuality', visit.punctuality) ?? ''}`], [t('sign.completed'), visit.completedAt && showTime(visit.completedAt)],
            [t('visit.outcome'), word('outcome', visit.outcome)], [t('detail.work'), visit.work], [t('detail.cause'), visit.cause], [t('detail.fix'), visit.fix], [t('sign.at'), visit.signedAt && showTime(visit.signedAt)],
          ]}><Checks items={visit.checklist} /></Panel>
        )}
      </div>
    </article>
  );
}

function Panel({ title, terms, testId, children }: { title: string; terms: [string, ReactNode][]; testId: string; children?: ReactNode }) {
  return (
    <section className="panel" aria-label={title} data-testid={testId}>
      <h2>{title}</h2>
      <dl className="facts">{terms.filter(([, value]) => value).map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd>{value}</dd></Fragment>)}</dl>
      {children}
    </section>
  );
}
