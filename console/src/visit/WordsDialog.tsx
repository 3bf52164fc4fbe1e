import { useTranslation } from 'react-i18next';
import type { Visit } from '../api';
import { TextField } from '../ui/fields';
import { TimeField } from './ToldLater';
import { VisitDialog } from './VisitDialog';

/** The steps that end a visit otherwise, each with a word why. */
export function WordsDialog({ visit, verb, onClose }: { visit: Visit; verb: 'decline' | 'absent' | 'refused' | 'cancel'; onClose: () => void }) {
  const { t } = useTranslation();
  const name = verb === 'absent' ? 'note' : 'reason';
  return (
    <VisitDialog visit={visit} verb={verb} title={t(`visit.${verb}`)} onClose={onClose}>
      {() => (
        <>
          <TextField name={name} label={t(`detail.${name}`)} testId={`${verb}-${name}`} max={500} rows={2} />
          {(verb === 'absent' || verb === 'refused') && <TimeField testId={verb} />}
        </>
      )}
    </VisitDialog>
  );
}
