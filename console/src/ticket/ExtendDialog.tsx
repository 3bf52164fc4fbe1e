import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api';
import { InstantField, TextField } from '../ui/fields';
import { justNow } from '../ui/InstantPicker';
import { ActionDialog } from './ActionDialog';

/** More time: a plan, a new time, and who of the customer agreed and when (R22). */
export function ExtendDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const over = ticket.resolveBy && Date.parse(ticket.resolveBy) <= Date.now();
  return (
    <ActionDialog ticketId={ticket.id} verb="extend" title={t('action.extend')} onClose={onClose} start={{ at: justNow() }}
      body={({ plan, newTime, givenBy, at }) => ({ plan, newTime, consent: { givenBy, at } })}>
      {() => (
        <>
          {over && <Alert type="warning" showIcon className="note" title={t('action.extendLate')} />}
          <TextField name="plan" label={t('detail.plan')} testId="extend-plan" max={2000} rows={2} />
          <InstantField name="newTime" label={t('action.newTime')} testId="extend-time" side="future" />
          <Consent name="extend" />
        </>
      )}
    </ActionDialog>
  );
}

export function Consent({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <div className="two">
      <TextField name="givenBy" label={t('detail.consentBy')} testId={`${name}-consent-by`} max={100} hint={t('action.confirmedByHint')} />
      <InstantField name="at" label={t('action.consentAt')} testId={`${name}-consent-at`} side="past" />
    </div>
  );
}
