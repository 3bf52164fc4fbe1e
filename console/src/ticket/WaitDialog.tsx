import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/fields';
import { ActionDialog } from './ActionDialog';

const REASONS = ['CUSTOMER', 'PARTS', 'THIRD_PARTY'];

export function WaitDialog({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const field = t('action.waitFor');
  return (
    <ActionDialog ticketId={ticketId} verb="wait" title={t('action.wait')} onClose={onClose}>
      {() => (
        <>
          <Form.Item name="reason" label={field} rules={[{ required: true, message: t('open.required', { field }) }]} extra={t('action.waitHint')}>
            <Radio.Group data-testid="wait-reason" optionType="button" options={REASONS.map(value => ({ value, label: t(`enums.reason.${value}`) }))} />
          </Form.Item>
          <TextField name="evidence" label={t('detail.evidence')} testId="wait-evidence" max={1000} rows={2} hint={t('action.evidenceHint')} />
        </>
      )}
    </ActionDialog>
  );
}
