import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from './ActionDialog';

/** The customer confirms himself; the desk must say who did. */
export function ConfirmDialog({ ticketId, onBehalf, onClose }: { ticketId: string; onBehalf: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const field = t('action.confirmedBy');
  return (
    <ActionDialog ticketId={ticketId} verb="confirm" title={t('action.confirm')} onClose={onClose}>
      {() => (
        <>
          <p>{t('action.confirmAsk')}</p>
          {onBehalf && (
            <Form.Item name="confirmedBy" label={field} rules={[{ required: true, whitespace: true, message: t('open.required', { field }) }]}>
              <Input data-testid="confirm-by" placeholder={t('action.confirmedByHint')} maxLength={100} />
            </Form.Item>
          )}
        </>
      )}
    </ActionDialog>
  );
}
