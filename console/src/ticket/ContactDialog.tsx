import { Checkbox, Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api';
import { showTime } from '../time';
import { TextField } from '../ui/fields';
import { ActionDialog } from './ActionDialog';

const CHANNELS = ['PHONE', 'IM', 'EMAIL', 'REMOTE', 'ON_SITE'];

/** The customer was spoken to. When he waits for an answer, this usually is it. */
export function ContactDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const field = t('desk.contactChannel');
  return (
    <ActionDialog ticketId={ticket.id} verb="contact" title={t('desk.do.contact')} onClose={onClose}
      start={{ channel: 'PHONE', answersCallback: Boolean(ticket.callbackDue) }} body={values => ({ ...values, answersCallback: values.answersCallback === true })}>
      {() => (
        <>
          <Form.Item name="channel" label={field} rules={[{ required: true, message: t('open.required', { field }) }]}>
            <Radio.Group data-testid="contact-channel" optionType="button" options={CHANNELS.map(value => ({ value, label: t(`enums.contactChannel.${value}`) }))} />
          </Form.Item>
          <TextField name="said" label={t('detail.said')} testId="contact-said" max={2000} rows={3} hint={t('desk.saidHint')} />
          {ticket.callbackDue && (
            <Form.Item name="answersCallback" valuePropName="checked">
              <Checkbox data-testid="contact-answers">{t('desk.answers', { time: showTime(ticket.callbackDue) })}</Checkbox>
            </Form.Item>
          )}
        </>
      )}
    </ActionDialog>
  );
}
