import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { customer } from '../api';
import { offered, type PartKind } from '../customer/files';
import { holds } from '../ui/fold';
import { isAt } from './presets';

interface Props {
  customerId?: string;
  siteId?: string;
  /** Only for those who may add a part to the customer's file. */
  onAdd?: (kind: PartKind) => void;
}

/** Site, contact and product of the chosen customer; a chosen site narrows the other two. */
export function PlaceFields({ customerId, siteId, onAdd }: Props) {
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['customer', customerId], queryFn: ({ signal }) => customer(customerId!, signal), enabled: Boolean(customerId) });
  const here = (part: { siteId?: string | null }) => isAt(siteId, part);
  const fields: { name: string; kind: PartKind; label: string; options: { value: string; label: string }[] }[] = [
    { name: 'siteId', kind: 'sites', label: t('open.site'), options: offered(found.data?.sites).map(site => ({ value: site.id, label: site.name })) },
    { name: 'contactId', kind: 'contacts', label: t('open.contact'),
      options: offered(found.data?.contacts).filter(here).map(each => ({ value: each.id, label: [each.name, each.salutation, each.phone].filter(Boolean).join(' ') })) },
    { name: 'productId', kind: 'products', label: t('open.product'),
      options: offered(found.data?.products).filter(here).map(each => ({ value: each.id, label: [each.name, each.serial].filter(Boolean).join(' · ') })) },
  ];
  return (
    <div className="two">
      {fields.map(({ name, kind, label, options }) => (
        <Form.Item key={name} label={label} htmlFor={name}>
          <div className="with-add">
            <Form.Item name={name} noStyle>
              <Select data-testid={name} options={options} allowClear disabled={!customerId} loading={found.isLoading}
                showSearch={{ filterOption: holds }} labelRender={chosen => chosen.label ?? '…'} notFoundContent={t('open.nothing')} />
            </Form.Item>
            {onAdd && customerId && <Button icon={<PlusOutlined />} onClick={() => onAdd(kind)} aria-label={t('desk.add', { what: label })} data-testid={`add-${kind}`} />}
          </div>
        </Form.Item>
      ))}
    </div>
  );
}
