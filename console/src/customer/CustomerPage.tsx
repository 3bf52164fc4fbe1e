import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Tabs } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useFilter } from '../admin/useFilter';
import { customer as load, type Customer } from '../api';
import '../desk/i18n';
import { mayOpen, seesVisits, useMe } from '../session';
import { useName } from '../shell/names';
import { ChangeCustomer } from './ChangeDialogs';
import { CustomerContract } from './CustomerContract';
import { CustomerFile } from './CustomerFile';
import { CustomerPromises } from './CustomerPromises';
import { CustomerTickets } from './CustomerTickets';
import { CustomerVisits } from './CustomerVisits';
import { mayChange, mayWithdrawCustomer } from './files';
import { LevelTag, WithdrawnTag } from './tags';
import { TurnButton } from './TurnButton';
import { Loaded } from '../ui/Loaded';

export function CustomerPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['customer', id], queryFn: ({ signal }) => load(id, signal) });
  const back = <Link to="/customers" data-testid="back"><ArrowLeftOutlined aria-hidden /> {t('ticket.back')}</Link>;
  return <Loaded found={found} back={back} heading={t('page.customer')}>{data => <File customer={data} />}</Loaded>;
}

const FIRST = 'file';

function File({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const who = useMe();
  const navigate = useNavigate();
  useName(customer.name);
  const [changing, setChanging] = useState(false);
  const { filter, set } = useFilter('tab');
  const views: Record<string, ReactNode> = {
    file: <CustomerFile customer={customer} />, tickets: <CustomerTickets customerId={customer.id} />,
    ...(seesVisits(who) && { visits: <CustomerVisits customerId={customer.id} /> }),
    promises: <CustomerPromises customerId={customer.id} />, contract: <CustomerContract customerId={customer.id} />,
  };
  const shown = filter.tab && filter.tab in views ? filter.tab : FIRST;
  return (
    <article data-testid="customer" data-id={customer.id}>
      <div className="title-row" style={{ marginTop: 10 }}>
        <h1 data-testid="customer-name">{customer.name}</h1><LevelTag level={customer.level} />{customer.withdrawnAt && <WithdrawnTag />}
      </div>
      {(mayChange(who) || mayOpen(who)) && (
        <div className="title-row actions" role="group" aria-label={t('action.title')}>
          {mayOpen(who) && !customer.withdrawnAt && <Button type="primary" onClick={() => void navigate(`/tickets/new?customer=${customer.id}`)} data-testid="open-for-customer">{t('page.open')}</Button>}
          {mayChange(who) && <Button onClick={() => setChanging(true)} data-testid="change-customer">{t('customer.change')}</Button>}
          {mayWithdrawCustomer(who) && <TurnButton customer={customer} name={customer.name} withdrawn={Boolean(customer.withdrawnAt)} />}
        </div>
      )}
      {customer.withdrawnAt && <Alert type="warning" showIcon className="note" title={t('customer.withdrawnHint')} />}
      <Tabs activeKey={shown} onChange={tab => set({ tab: tab === FIRST ? undefined : tab })}
        items={Object.entries(views).map(([key, view]) => ({ key, label: <span data-testid={`customer-tab-${key}`}>{t(`desk.tab.${key}`)}</span>, children: key === shown && (key === FIRST ? view : <section className="panel" aria-label={t(`desk.tab.${key}`)}>{view}</section>) }))} />
      {changing && <ChangeCustomer customer={customer} onClose={() => setChanging(false)} />}
    </article>
  );
}
