import { Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api';
import { KnownFixes } from '../open/KnownFixes';
import { ActionDialog } from './ActionDialog';
import { used, UsedArticle, withArticle } from './UsedArticle';

const METHODS = ['PHONE', 'REMOTE', 'ON_SITE'];

export function ResolveDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const need = (name: string) => [{ required: true, whitespace: true, message: t('open.required', { field: t(`action.${name}`) }) }];
  return (
    <ActionDialog ticketId={ticket.id} verb="resolve" title={t('action.resolve')} onClose={onClose} start={{ method: ticket.visitId ? 'ON_SITE' : 'REMOTE' }}
      body={withArticle}>
      {form => (
        <>
          <Form.Item name="category" label={t('action.category')} rules={need('category')}><Input data-testid="resolve-category" maxLength={100} /></Form.Item>
          <Form.Item name="cause" label={t('action.cause')} rules={need('cause')}><Input.TextArea data-testid="resolve-cause" autoSize={{ minRows: 2 }} maxLength={2000} /></Form.Item>
          <Form.Item name="fix" label={t('action.fix')} rules={need('fix')}><Input.TextArea data-testid="resolve-fix" autoSize={{ minRows: 2 }} maxLength={4000} /></Form.Item>
          <UsedArticle />
          <Form.Item name="method" label={t('action.method')} rules={[{ required: true }]}>
            <Radio.Group data-testid="resolve-method" optionType="button" options={METHODS.map(value => ({ value, label: t(`enums.method.${value}`) }))} />
          </Form.Item>
          <Form.Item name="verifiedWithCustomer" valuePropName="checked"
            rules={[{ validator: (_, checked) => (checked ? Promise.resolve() : Promise.reject(new Error(t('action.verifiedRequired')))) }]}>
            <Checkbox data-testid="resolve-verified">{t('action.verified')}</Checkbox>
          </Form.Item>
          <KnownFixes query={ticket.summary} onUse={known => form.setFieldsValue({ cause: known.cause, fix: known.fix, article: used(known) })} />
        </>
      )}
    </ActionDialog>
  );
}
