import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { customer, openTicketsOf } from '../api';
import { Reveal } from '../customer/Reveal';
import { LevelTag } from '../customer/tags';
import { StatusTag } from '../ui/Tags';

/** Who is on the line, and what he has with us already: perhaps he calls about that. */
export function CallerCard({ customerId, contactId }: { customerId: string; contactId?: string }) {
  const { t } = useTranslation();
  const file = useQuery({ queryKey: ['customer', customerId], queryFn: ({ signal }) => customer(customerId, signal) });
  const open = useQuery({ queryKey: ['tickets', 'open-of', customerId], queryFn: ({ signal }) => openTicketsOf(customerId, signal), retry: false });
  if (!file.data) return null;
  const contact = file.data.contacts?.find(each => each.id === contactId);
  const site = file.data.sites?.find(each => each.id === contact?.siteId);
  const tickets = open.data?.items ?? [];
  return (
    <section className="panel caller" aria-label={t('desk.caller')} data-testid="caller-card">
      <div className="first"><h2><Link to={`/customers/${customerId}`}>{file.data.name}</Link></h2><LevelTag level={file.data.level} /></div>
      {file.data.withdrawnAt && <Alert type="warning" showIcon className="note" title={t('customer.withdrawnHint')} />}
      {contact && (
        <div className="caller-contact">
          <div>{[contact.name, contact.salutation, contact.phone].filter(Boolean).join(' ')}</div>
          {site && <div className="quiet">{[site.name, site.address].filter(Boolean).join(' · ')}</div>}
          <Reveal key={contact.id} customerId={customerId} contactId={contact.id} name={contact.salutation ?? contact.name ?? ''} />
        </div>
      )}
      <h3>{t('desk.openTickets')}</h3>
      {open.isError && <p className="quiet">{t('desk.openTicketsDown')}</p>}
      {open.isSuccess && tickets.length === 0 && <p className="quiet">{t('desk.noOpenTickets')}</p>}
      <ul className="rows">
        {tickets.map(ticket => (
          <li key={ticket.id} data-testid="caller-ticket" data-number={ticket.number}>
            <div className="first"><Link to={`/tickets/${ticket.id}`}>{ticket.number}</Link><StatusTag status={ticket.status} /></div>
            <div>{ticket.summary}</div>
          </li>
        ))}
      </ul>
      {open.data?.next && <p><Link to={`/customers/${customerId}`}>{t('desk.allOfThem')}</Link></p>}
    </section>
  );
}
