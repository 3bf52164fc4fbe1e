import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api';
import { inZone, showTime } from '../time';
import { InstantField, TextField } from '../ui/fields';
import { ActionDialog } from './ActionDialog';

/** Until when the customer gets an answer, in the words he was told (R38); another time for it needs an explanation (R39). */
export function CallbackDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const now = inZone(Date.now()).second(0).millisecond(0);
  const presets = [1, 2, 4].map(hours => ({ label: t('desk.inHours', { hours }), time: now.add(hours, 'hour') }));
  const due = ticket.callbackDue;
  return (
    <ActionDialog ticketId={ticket.id} verb="promise-callback" name="callback" title={t('desk.do.callback')} onClose={onClose}>
      {() => (
        <>
          {due && <Alert type="warning" showIcon className="note" title={t('desk.callbackAgain', { time: showTime(due) })} />}
          <InstantField name="dueAt" label={t('desk.callbackBy')} testId="callback-due" side="future" presets={presets} />
          <TextField name="words" label={t('detail.words')} testId="callback-words" max={500} rows={2} hint={t('desk.wordsHint')} />
          {due && <TextField name="explanation" label={t('desk.explanation')} testId="callback-explanation" max={1000} rows={2} hint={t('desk.explanationHint')} />}
        </>
      )}
    </ActionDialog>
  );
}
