import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api';
import { InstantField, TextField } from '../ui/fields';
import { ActionDialog } from './ActionDialog';

/** @param tried help from afar was tried before; without it a visit needs a reason */
export function RequestVisitDialog({ ticket, tried, onClose }: { ticket: Ticket; tried: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ActionDialog ticketId={ticket.id} verb="request-visit" title={t('action.visit')} onClose={onClose}>
      {() => (
        <>
          <TextField name="need" label={t('detail.need')} testId="visit-need" max={1000} rows={2} hint={t('action.needHint')} />
          {!tried && <TextField name="skipReason" label={t('detail.skipReason')} testId="visit-skip" max={500} hint={t('action.skipHint')} />}
          <div className="two">
            <InstantField name="preferredFrom" label={t('action.preferredFrom')} testId="visit-from" required={false} side="future" />
            <InstantField name="preferredTo" label={t('action.preferredTo')} testId="visit-to" required={false} side="future" />
          </div>
        </>
      )}
    </ActionDialog>
  );
}
