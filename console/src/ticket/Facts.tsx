import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Customer, customer, type Ticket } from '../api';
import { Reveal } from '../customer/Reveal';
import { seesVisits, useMe } from '../session';
import { showTime } from '../time';
import { wordOf } from '../ui/words';
import type { Names } from './sentences';

function Terms({ title, terms, testId }: { title: string; terms: [string, ReactNode][]; testId: string }) {
  return (
    <section className="panel" aria-label={title} data-testid={testId}>
      <h2>{title}</h2>
      <dl className="facts">
        {terms.filter(([, value]) => value).map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd>{value}</dd></Fragment>)}
      </dl>
    </section>
  );
}

function ContactOf({ customerId, contact }: { customerId: string; contact: NonNullable<Customer['contacts']>[number] }) {
  return (
    <>
      <div>{[contact.name, contact.salutation, contact.phone].filter(Boolean).join(' ')}</div>
      <Reveal customerId={customerId} contactId={contact.id} name={contact.salutation ?? contact.name ?? ''} />
    </>
  );
}

export function Facts({ ticket, names }: { ticket: Ticket; names: Names }) {
  const { t } = useTranslation();
  // Only for the names behind the ids; without it the page says a little less.
  const { data } = useQuery({ queryKey: ['customer', ticket.customerId], queryFn: ({ signal }) => customer(ticket.customerId, signal), retry: false, staleTime: 60_000 });
  const site = data?.sites?.find(each => each.id === ticket.siteId);
  const contact = data?.contacts?.find(each => each.id === ticket.contactId);
  const product = data?.products?.find(each => each.id === ticket.productId);
  const word = (group: string, value?: string) => (value ? wordOf(t, `enums.${group}`, value) : undefined);
  const { resolution } = ticket;
  const visits = seesVisits(useMe());
  return (
    <>
      {resolution && (
        <Terms title={t('ticket.resolution')} testId="resolution" terms={[
          [t('ticket.category'), resolution.category], [t('ticket.cause'), resolution.cause], [t('ticket.fix'), resolution.fix], [t('ticket.method'), word('method', resolution.method)],
        ]} />
      )}
      <Terms title={t('ticket.facts')} testId="facts" terms={[
        [t('ticket.customer'), ticket.customerName ?? data?.name],
        [t('ticket.site'), [site?.name, site?.address].filter(Boolean).join(' · ')],
        [t('ticket.contact'), contact && !contact.erasedAt && <ContactOf key={contact.id} customerId={ticket.customerId} contact={contact} />],
        [t('ticket.product'), [product?.name ?? ticket.product, product?.serial].filter(Boolean).join(' · ')],
        [t('visit.linked'), visits && ticket.visitId && <Link to={`/visits/${ticket.visitId}`} data-testid="ticket-visit">{ticket.visitStatus ? wordOf(t, 'visitStatus', ticket.visitStatus) : t('page.visit')}</Link>],
        [t('action.waitFor'), word('reason', ticket.waitingFor ?? undefined)],
        [t('ticket.symptom'), ticket.symptom],
        [t('ticket.channel'), word('channel', ticket.channel)],
        [t('ticket.impact'), word('level', ticket.impact)],
        [t('ticket.urgency'), word('level', ticket.urgency)],
        [t('ticket.assignee'), ticket.assignee ? names(ticket.assignee) ?? t('ticket.unknownPerson') : undefined],
        [t('ticket.openedAt'), showTime(ticket.openedAt)],
      ]} />
    </>
  );
}
