import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { customer } from '../api';
import { offered } from '../customer/files';
import { holds } from '../ui/fold';

/** Site, contact and product of the chosen customer; a chosen site narrows the other two. */
export function PlaceFields({ customerId, siteId }: { customerId?: string; siteId?: string }) {
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['customer', customerId], queryFn: ({ signal }) => customer(customerId!, signal), enabled: Boolean(customerId) });
  const here = (other?: string | null) => !siteId || !other || other === siteId;
  const sites = offered(found.data?.sites);
  const contacts = offered(found.data?.contacts);
  const products = offered(found.data?.products);
  const fields = [
    { name: 'siteId', label: t('open.site'), options: sites.map(site => ({ value: site.id, label: site.name })) },
    { name: 'contactId', label: t('open.contact'),
      options: contacts.filter(each => here(each.siteId)).map(each => ({ value: each.id, label: [each.name, each.salutation, each.phone].filter(Boolean).join(' ') })) },
    { name: 'productId', label: t('open.product'),
      options: products.filter(each => here(each.siteId)).map(each => ({ value: each.id, label: [each.name, each.serial].filter(Boolean).join(' · ') })) },
  ];
  return (
    <div className="two">
      {fields.map(field => (
        <Form.Item key={field.name} name={field.name} label={field.label}>
          <Select data-testid={field.name} options={field.options} allowClear disabled={!customerId} loading={found.isLoading}
            showSearch={{ filterOption: holds }} labelRender={({ label }) => label ?? '…'} notFoundContent={t('open.nothing')} />
        </Form.Item>
      ))}
    </div>
  );
}
