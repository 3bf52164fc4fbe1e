import { useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../api';
import { CommandDialog, type Values } from '../ui/CommandDialog';
import { TextField } from '../ui/fields';
import { given, pathOf, refreshed } from './files';
import { LanguageField } from './LanguageField';
import type { ChangeProps, Part } from './Parts';

interface Props {
  customer: Customer;
  part?: Part;
  start?: Values;
  onClose: () => void;
  children: ReactNode;
}

/** What is left empty stays: nobody needs to see a masked number in full to change another field. */
function ChangeDialog({ customer, part, start, onClose, children }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const name = part?.name ?? customer.name;
  return (
    <CommandDialog<Customer> path={pathOf(customer, 'change', part?.kind, part?.id)} name="change" title={t('customer.changeAsk', { name })} start={start}
      version={customer.version} refresh={refreshed(customer)} onClose={onClose} body={given} then={answer => client.setQueryData(['customer', customer.id], answer)}>
      {() => <><p className="quiet">{t('customer.changeHint')}</p>{children}</>}
    </CommandDialog>
  );
}

export function ChangeCustomer({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { t } = useTranslation();
  const levels = ['STANDARD', 'IMPORTANT', 'STRATEGIC'].map(value => ({ value, label: t(`enums.customerLevel.${value}`) }));
  return (
    <ChangeDialog customer={customer} start={{ name: customer.name, level: customer.level }} onClose={onClose}>
      <TextField name="name" label={t('customer.name')} testId="change-name" max={200} />
      <Form.Item name="level" label={t('customer.level')}><Select data-testid="change-level" options={levels} /></Form.Item>
    </ChangeDialog>
  );
}

export function ChangeSite({ customer, part, onClose }: ChangeProps) {
  const { t } = useTranslation();
  return (
    <ChangeDialog customer={customer} part={part} start={{ name: part.name }} onClose={onClose}>
      <TextField name="name" label={t('customer.name')} testId="change-name" max={200} />
      <TextField name="address" label={t('visit.address')} testId="change-address" max={500} rows={2} required={false} hint={t('customer.stays')} />
    </ChangeDialog>
  );
}

export function ChangeContact({ customer, part, onClose }: ChangeProps) {
  const { t } = useTranslation();
  return (
    <ChangeDialog customer={customer} part={part} start={{ siteId: part.siteId, language: part.language }} onClose={onClose}>
      <TextField name="name" label={t('customer.person')} testId="change-name" max={100} required={false} hint={t('customer.stays')} />
      <TextField name="salutation" label={t('customer.salutation')} testId="change-salutation" max={20} required={false} hint={t('customer.stays')} />
      <TextField name="phone" label={t('visit.phone')} testId="change-phone" max={40} required={false} hint={t('customer.stays')} />
      <TextField name="email" label={t('customer.email')} testId="change-email" max={254} required={false} hint={t('customer.stays')} />
      <Form.Item name="withoutEmail" valuePropName="checked"><Checkbox data-testid="change-without-email">{t('customer.withoutEmail')}</Checkbox></Form.Item>
      <LanguageField testId="change-language" />
      <SiteField customer={customer} present={part.siteId} />
    </ChangeDialog>
  );
}

export function ChangeProduct({ customer, part, onClose }: ChangeProps) {
  const { t } = useTranslation();
  return (
    <ChangeDialog customer={customer} part={part} start={{ name: part.name, serial: part.lines[0], siteId: part.siteId }} onClose={onClose}>
      <TextField name="name" label={t('customer.name')} testId="change-name" max={200} />
      <TextField name="serial" label={t('customer.serial')} testId="change-serial" max={100} required={false} />
      <SiteField customer={customer} present={part.siteId} />
    </ChangeDialog>
  );
}

function SiteField({ customer, present }: { customer: Customer; present?: string | null }) {
  const { t } = useTranslation();
  const sites = (customer.sites ?? []).filter(site => !site.withdrawnAt || site.id === present);
  const options = sites.map(site => ({ value: site.id, label: site.name }));
  return <Form.Item name="siteId" label={t('open.site')}><Select data-testid="change-site" options={options} notFoundContent={t('open.nothing')} /></Form.Item>;
}
