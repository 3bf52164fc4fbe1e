import { Checkbox, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api';
import { KnownFixes } from '../open/KnownFixes';
import { TextField } from '../ui/fields';
import { ActionDialog } from './ActionDialog';
import { used, UsedArticle, withArticle } from './UsedArticle';

export function PhoneFixDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ActionDialog ticketId={ticket.id} verb="phone-fix" title={t('action.phoneFix')} onClose={onClose}
      body={withArticle}>
      {form => (
        <>
          <Form.Item name="customerAgreed" valuePropName="checked"
            rules={[{ validator: (_, checked) => (checked ? Promise.resolve() : Promise.reject(new Error(t('action.agreedRequired')))) }]}>
            <Checkbox data-testid="phone-fix-agreed">{t('action.agreed')}</Checkbox>
          </Form.Item>
          <TextField name="steps" label={t('detail.steps')} testId="phone-fix-steps" max={4000} rows={3} />
          <UsedArticle />
          <Solved testId="phone-fix-succeeded" />
          <KnownFixes query={ticket.summary} onUse={known => form.setFieldsValue({ steps: known.fix, article: used(known) })} />
        </>
      )}
    </ActionDialog>
  );
}

/** Whether the fault is gone; nobody decides that by leaving a default as it is. */
export function Solved({ testId }: { testId: string }) {
  const { t } = useTranslation();
  const field = t('action.solved');
  return (
    <Form.Item name="succeeded" label={field} rules={[{ required: true, message: t('open.required', { field }) }]}>
      <Radio.Group data-testid={testId} optionType="button" options={[{ value: true, label: t('action.solvedYes') }, { value: false, label: t('action.solvedNo') }]} />
    </Form.Item>
  );
}
