import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api';
import { PRIORITY_COLOURS } from '../status';
import { TextField } from '../ui/fields';
import { ActionDialog } from './ActionDialog';

/** What is promised follows the priority, so it needs a reason. */
export function PriorityDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const field = t('desk.newPriority');
  const options = Object.keys(PRIORITY_COLOURS).map(value => ({ value, label: value, disabled: value === ticket.priority }));
  return (
    <ActionDialog ticketId={ticket.id} verb="priority" title={t('desk.do.priority')} onClose={onClose}>
      {() => (
        <>
          <Form.Item name="priority" label={field} extra={t('desk.priorityHint', { priority: ticket.priority })} rules={[{ required: true, message: t('open.required', { field }) }]}>
            <Radio.Group data-testid="priority-to" optionType="button" options={options} />
          </Form.Item>
          <TextField name="reason" label={t('detail.reason')} testId="priority-reason" max={1000} rows={2} />
        </>
      )}
    </ActionDialog>
  );
}
