import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../api';
import { useMe } from '../session';
import { AddDialog } from './AddDialogs';
import { ChangeContact, ChangeProduct, ChangeSite } from './ChangeDialogs';
import { mayChange, type PartKind } from './files';
import { Parts } from './Parts';

/** Where the customer is, who speaks for him and what he uses: added, changed and withdrawn here. */
export function CustomerFile({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState<PartKind>();
  const add = mayChange(useMe()) && !customer.withdrawnAt ? setAdding : undefined;
  const siteName = (id?: string | null) => customer.sites?.find(site => site.id === id)?.name;
  const sites = (customer.sites ?? []).map(site => ({ ...site, kind: 'sites' as const, lines: [site.address] }));
  const contacts = (customer.contacts ?? []).map(contact => ({ ...contact, kind: 'contacts' as const, lines: [contact.salutation, contact.phone, contact.email, siteName(contact.siteId)] }));
  const products = (customer.products ?? []).map(product => ({ ...product, kind: 'products' as const, lines: [product.serial, siteName(product.siteId)] }));
  return (
    <>
      <Parts customer={customer} title={t('customer.sites')} kind="sites" parts={sites} change={ChangeSite} onAdd={add} />
      <Parts customer={customer} title={t('customer.contacts')} kind="contacts" parts={contacts} change={ChangeContact} onAdd={add} />
      <Parts customer={customer} title={t('customer.products')} kind="products" parts={products} change={ChangeProduct} onAdd={add} />
      {adding && <AddDialog customer={customer} kind={adding} onClose={() => setAdding(undefined)} />}
    </>
  );
}
