import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from './ActionDialog';

export function ReopenDialog({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const field = t('action.reason');
  return (
    <ActionDialog ticketId={ticketId} verb="reopen" title={t('action.reopen')} onClose={onClose}>
      {() => (
        <>
          <p>{t('action.reopenAsk')}</p>
          <Form.Item name="reason" label={field} rules={[{ required: true, whitespace: true, message: t('open.required', { field }) }]}>
            <Input.TextArea data-testid="reopen-reason" autoSize={{ minRows: 2 }} maxLength={1000} />
          </Form.Item>
        </>
      )}
    </ActionDialog>
  );
}
