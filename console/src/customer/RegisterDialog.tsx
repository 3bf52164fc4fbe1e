import { Form, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../api';
import '../desk/i18n';
import { CommandDialog } from '../ui/CommandDialog';
import { TextField } from '../ui/fields';
import { ContactFields, ProductFields, SiteFields } from './AddDialogs';
import { given } from './files';
import { registration } from './registration';

interface Props {
  /** What was looked for in vain: a number, or a name. */
  typed?: string;
  onRegistered: (customer: Customer) => void;
  onClose: () => void;
}

export const LEVELS = ['STANDARD', 'IMPORTANT', 'STRATEGIC'];
const CONTACT = ['person', 'salutation', 'phone', 'email'];
const SITE = ['siteName', 'address'];
const PRODUCT = ['productName', 'serial'];
const isNumber = (typed: string) => /^[\d\s+()（）-]{5,}$/.test(typed);

/** A new customer as he is on the line: who he is, where, how to reach him, and what he uses. Only his name has to be known. */
export function RegisterDialog({ typed = '', onRegistered, onClose }: Props) {
  const { t } = useTranslation();
  const start = { level: 'STANDARD', ...(isNumber(typed) ? { phone: typed } : { name: typed }) };
  const levels = LEVELS.map(value => ({ value, label: t(`enums.customerLevel.${value}`) }));
  return (
    <CommandDialog<Customer> path="/api/customers" name="register" title={t('desk.register')} start={start} refresh={[['customers']]} text={t('desk.registered')} onClose={onClose}
      body={values => registration(given(values))} then={onRegistered}>
      {form => (
        <>
          <TextField name="name" label={t('desk.company')} testId="register-name" max={200} />
          <Form.Item name="level" label={t('customer.level')}><Segmented data-testid="register-level" options={levels} /></Form.Item>
          <Form.Item noStyle shouldUpdate>
            {() => {
              const begun = (names: string[]) => Object.values(form.getFieldsValue(names) as Record<string, unknown>).some(Boolean);
              return (
                <>
                  <h2>{t('open.contact')}</h2>
                  <ContactFields name="person" required={begun(CONTACT)} />
                  <h2>{t('open.site')}</h2>
                  <SiteFields name="siteName" required={begun(SITE)} />
                  <h2>{t('open.product')}</h2>
                  <ProductFields name="productName" required={begun(PRODUCT)} />
                </>
              );
            }}
          </Form.Item>
        </>
      )}
    </CommandDialog>
  );
}
