import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/fields';
import { ActionDialog } from './ActionDialog';

interface Props {
  ticketId: string;
  verb: string;
  title: string;
  /** What follows from it, said before. */
  ask: string;
  onClose: () => void;
}

/** A step that asks for nothing but its reason. */
export function ReasonDialog({ ticketId, verb, title, ask, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <ActionDialog ticketId={ticketId} verb={verb} title={title} onClose={onClose}>
      {() => (
        <>
          <p>{ask}</p>
          <TextField name="reason" label={t('detail.reason')} testId={`${verb}-reason`} max={1000} rows={2} />
        </>
      )}
    </ActionDialog>
  );
}
