import { useTranslation } from 'react-i18next';
import { ActionDialog } from './ActionDialog';
import { scored, Scores } from './Scores';

/** @param onBehalf the desk asks by phone and writes down what the customer says */
export function SurveyDialog({ ticketId, onBehalf, onClose }: { ticketId: string; onBehalf: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ActionDialog ticketId={ticketId} verb="survey" title={t('desk.do.survey', { context: onBehalf ? undefined : 'portal' })} thanks={t(onBehalf ? 'action.done' : 'action.thanks')} onClose={onClose} body={scored}>
      {() => (
        <>
          <p className="quiet">{t(onBehalf ? 'desk.surveyHint' : 'action.surveyHint')}</p>
          <Scores />
        </>
      )}
    </ActionDialog>
  );
}
