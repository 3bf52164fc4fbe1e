import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CustomerSearch } from '../open/CustomerPicker';
import { CommandDialog } from '../ui/CommandDialog';
import { TextField } from '../ui/fields';
import { wordOf } from '../ui/words';
import { type Agreement, TYPES } from './api';

/** The cover of a contract; what it says is written in its versions. */
export function MakeDialog({ customer, onClose, then }: { customer?: string; onClose: () => void; then: (made: Agreement) => void }) {
  const { t } = useTranslation();
  return (
    <CommandDialog<Agreement> path="/api/agreements" name="make-contract" title={t('contracts.make')} start={{ type: 'SLA', customerId: customer }} refresh={[['agreements']]} text={t('contracts.made')} onClose={onClose} then={then}>
      {form => (
        <>
          <TextField name="number" label={t('contracts.number')} testId="contract-number" max={100} />
          <TextField name="name" label={t('contracts.name')} testId="contract-name" max={200} />
          <Form.Item name="type" label={t('contracts.type')}><Select data-testid="contract-type" options={TYPES.map(value => ({ value, label: wordOf(t, 'enums.agreementType', value) }))} onChange={() => void form.validateFields(['customerId'], { dirty: true })} /></Form.Item>
          <Form.Item name="customerId" label={t('contracts.customer')} dependencies={['type']}
            rules={[{ validator: (_, value) => (value || form.getFieldValue('type') !== 'SLA' ? Promise.resolve() : Promise.reject(new Error(t('contracts.needsCustomer')))) }]}>
            <CustomerSearch />
          </Form.Item>
        </>
      )}
    </CommandDialog>
  );
}
