import { useQueryClient } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../api';
import '../desk/i18n';
import { CommandDialog } from '../ui/CommandDialog';
import { TextField } from '../ui/fields';
import { given, offered, type PartKind, refreshed } from './files';
import { LanguageField } from './LanguageField';

interface Props {
  customer: Customer;
  kind: PartKind;
  /** Preset for contacts and products. */
  siteId?: string;
  /** The id of what is there now and was not before. */
  onAdded?: (id: string) => void;
  onClose: () => void;
}

/** Adds a site, a contact or a product to a customer's file. */
export function AddDialog({ customer, kind, siteId, onAdded, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const then = (answer: Customer) => {
    client.setQueryData(['customer', customer.id], answer);
    const before = new Set((customer[kind] ?? []).map(part => part.id));
    const added = (answer[kind] ?? []).find(part => !before.has(part.id));
    if (added) onAdded?.(added.id);
  };
  return (
    <CommandDialog<Customer> path={`/api/customers/${customer.id}/${kind}`} name={`add-${kind}`} title={t(`desk.addTitle.${kind}`, { name: customer.name })} start={{ siteId }}
      refresh={refreshed(customer)} onClose={onClose} body={given} then={then}>
      {() => (
        <>
          {kind === 'sites' && <SiteFields />}
          {kind === 'contacts' && <ContactFields />}
          {kind === 'products' && <ProductFields />}
          {kind !== 'sites' && (
            <Form.Item name="siteId" label={t('open.site')}>
              <Select data-testid="add-site" allowClear options={offered(customer.sites).map(site => ({ value: site.id, label: site.name }))} notFoundContent={t('open.nothing')} />
            </Form.Item>
          )}
        </>
      )}
    </CommandDialog>
  );
}

interface Group {
  /** What the field of its name is called, where several groups stand in one form. */
  name?: string;
  required?: boolean;
}

export function SiteFields({ name = 'name', required = true }: Group) {
  const { t } = useTranslation();
  return (
    <>
      <TextField name={name} label={t('desk.siteName')} testId="add-site-name" max={200} required={required} hint={t('desk.siteHint')} />
      <TextField name="address" label={t('visit.address')} testId="add-address" max={500} rows={2} required={required} />
    </>
  );
}

export function ContactFields({ name = 'name', required = true }: Group) {
  const { t } = useTranslation();
  return (
    <>
      <div className="two">
        <TextField name={name} label={t('customer.person')} testId="add-person" max={100} required={required} />
        <TextField name="salutation" label={t('customer.salutation')} testId="add-salutation" max={20} required={required} hint={t('desk.salutationHint')} />
      </div>
      <div className="two">
        <TextField name="phone" label={t('visit.phone')} testId="add-phone" max={40} required={required} />
        <TextField name="email" label={t('customer.email')} testId="add-email" max={254} required={false} />
      </div>
      <LanguageField testId="add-language" initial="zh" />
    </>
  );
}

export function ProductFields({ name = 'name', required = true }: Group) {
  const { t } = useTranslation();
  return (
    <div className="two">
      <TextField name={name} label={t('desk.productName')} testId="add-product-name" max={200} required={required} />
      <TextField name="serial" label={t('customer.serial')} testId="add-serial" max={100} required={false} />
    </div>
  );
}
