import { useQueryClient } from '@tanstack/react-query';
import { Alert, Checkbox, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../api';
import { CommandDialog } from '../ui/CommandDialog';
import { pathOf, refreshed } from './files';
import type { ChangeProps } from './Parts';

const GROUNDS = ['ASKED_BY_PERSON', 'ASKED_BY_CUSTOMER', 'NO_LONGER_NEEDED'];

/** Nobody can undo it, so it says what happens and wants to hear that this was read. */
export function EraseDialog({ customer, part, onClose }: ChangeProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const field = t('customer.because');
  return (
    <CommandDialog<Customer> path={pathOf(customer, 'erase', 'contacts', part.id)} name="erase" title={t('customer.eraseAsk', { name: part.name ?? '' })}
      version={customer.version} refresh={refreshed(customer)} text={t('customer.eraseDone')} onClose={onClose} body={({ because }) => ({ because })}
      then={answer => client.setQueryData(['customer', customer.id], answer)}>
      {() => (
        <>
          <Alert type="warning" showIcon className="note" title={t('customer.eraseFinal')} description={<>{t('customer.eraseGone')}<br />{t('customer.eraseStays')}</>} />
          <Form.Item name="because" label={field} rules={[{ required: true, message: t('open.required', { field }) }]}>
            <Select data-testid="erase-because" options={GROUNDS.map(value => ({ value, label: t(`enums.grounds.${value}`) }))} />
          </Form.Item>
          <Form.Item name="sure" valuePropName="checked"
            rules={[{ validator: (_, sure?: boolean) => (sure ? Promise.resolve() : Promise.reject(new Error(t('customer.eraseSureRequired')))) }]}>
            <Checkbox data-testid="erase-sure">{t('customer.eraseSure')}</Checkbox>
          </Form.Item>
        </>
      )}
    </CommandDialog>
  );
}
