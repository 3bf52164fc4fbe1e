import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { customer as load, type Customer } from '../api';
import { useMe } from '../session';
import { useName } from '../shell/names';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { ChangeContact, ChangeCustomer, ChangeProduct, ChangeSite } from './ChangeDialogs';
import { mayChange, mayWithdrawCustomer } from './files';
import { Parts } from './Parts';
import { LevelTag, WithdrawnTag } from './tags';
import { TurnButton } from './TurnButton';

export function CustomerPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['customer', id], queryFn: ({ signal }) => load(id, signal) });
  const back = <Link to="/customers" data-testid="back"><ArrowLeftOutlined aria-hidden /> {t('ticket.back')}</Link>;
  if (found.isPending) return <Waiting />;
  if (!found.data) return <>{back}<h1 className="bare">{t('page.customer')}</h1><ProblemNote error={found.error} onRetry={() => void found.refetch()} /></>;
  return <>{back}<File customer={found.data} /></>;
}

function File({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const who = useMe();
  useName(customer.name);
  const [changing, setChanging] = useState(false);
  const siteName = (id?: string | null) => customer.sites?.find(site => site.id === id)?.name;
  const sites = (customer.sites ?? []).map(site => ({ ...site, kind: 'sites' as const, lines: [site.address] }));
  const contacts = (customer.contacts ?? []).map(contact => ({ ...contact, kind: 'contacts' as const, lines: [contact.salutation, contact.phone, contact.email, siteName(contact.siteId)] }));
  const products = (customer.products ?? []).map(product => ({ ...product, kind: 'products' as const, lines: [product.serial, siteName(product.siteId)] }));
  return (
    <article data-testid="customer" data-id={customer.id}>
      <div className="title-row" style={{ marginTop: 10 }}>
        <h1 data-testid="customer-name">{customer.name}</h1><LevelTag level={customer.level} />{customer.withdrawnAt && <WithdrawnTag />}
      </div>
      {mayChange(who) && (
        <div className="title-row actions" role="group" aria-label={t('action.title')}>
          <Button onClick={() => setChanging(true)} data-testid="change-customer">{t('customer.change')}</Button>
          {mayWithdrawCustomer(who) && <TurnButton customer={customer} name={customer.name} withdrawn={Boolean(customer.withdrawnAt)} />}
        </div>
      )}
      {customer.withdrawnAt && <Alert type="warning" showIcon className="note" title={t('customer.withdrawnHint')} />}
      <Parts customer={customer} title={t('customer.sites')} parts={sites} change={ChangeSite} />
      <Parts customer={customer} title={t('customer.contacts')} parts={contacts} change={ChangeContact} />
      <Parts customer={customer} title={t('customer.products')} parts={products} change={ChangeProduct} />
      {changing && <ChangeCustomer customer={customer} onClose={() => setChanging(false)} />}
    </article>
  );
}
