import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Visit } from '../api';
import type { ProblemError } from '../problem';
import { showWindow } from '../time';
import { TextField } from '../ui/fields';
import { EngineerFields } from './EngineerFields';
import { VisitDialog } from './VisitDialog';
import { hoursBetween, windowEnd } from './visits';
import { WindowFields } from './WindowFields';

const USUAL_HOURS = 2;
const window = ({ windowStart, hours }: Record<string, unknown>) => ({ windowStart, windowEnd: windowEnd(windowStart as string, hours as number) });
const who = ({ engineerId, offDutyAgreed }: Record<string, unknown>) => ({ engineerId, offDutyAgreed: offDutyAgreed === true });

interface Props {
  visit: Visit;
  /** Where it was dropped on the board. */
  engineerId?: string;
  start?: string;
  onClose: () => void;
}

/** Whether the service has refused because the engineer is not on duty then: only then it asks whether he has agreed. */
function useOffDuty() {
  const [offDuty, setOffDuty] = useState(false);
  return { offDuty, onRefused: (error: ProblemError) => { if (error.slug === 'engineer-off-duty') setOffDuty(true); } };
}

/** Who goes, and within which window. */
export function ScheduleDialog({ visit, engineerId, start, onClose }: Props) {
  const { t } = useTranslation();
  const { offDuty, onRefused } = useOffDuty();
  const wish = visit.preferredFrom && Date.parse(visit.preferredFrom) > Date.now() ? visit.preferredFrom : undefined;
  return (
    <VisitDialog visit={visit} verb="schedule" title={t('visit.schedule')} onClose={onClose} onRefused={onRefused}
      start={{ engineerId, windowStart: start ?? wish, hours: hoursBetween(visit.preferredFrom, visit.preferredTo) ?? USUAL_HOURS }} body={values => ({ ...who(values), ...window(values) })}>
      {form => (
        <>
          {visit.preferredFrom && <Alert type="info" className="note" title={`${t('detail.preferred')}${t('app.colon')}${showWindow(visit.preferredFrom, visit.preferredTo ?? visit.preferredFrom)}`} />}
          <WindowFields start="windowStart" testId="schedule" />
          <EngineerFields form={form} visit={visit} testId="schedule" offDuty={offDuty} />
        </>
      )}
    </VisitDialog>
  );
}

/** Another window needs the customer's consent and a reason he may hear (R57, R84); another engineer may go then. */
export function RescheduleDialog({ visit, engineerId, start, onClose }: Props) {
  const { t } = useTranslation();
  const { offDuty, onRefused } = useOffDuty();
  return (
    <VisitDialog visit={visit} verb="reschedule" title={t('visit.reschedule')} onClose={onClose} onRefused={onRefused}
      start={{ engineerId: engineerId ?? visit.engineerId, windowStart: start, hours: hoursBetween(visit.windowStart, visit.windowEnd) ?? USUAL_HOURS }}
      body={({ reason, consentBy, ...values }) => ({ reason, consentBy, ...who(values), ...window(values) })}>
      {form => (
        <>
          {visit.windowStart && <p className="quiet">{t('detail.previous')}{t('app.colon')}{showWindow(visit.windowStart, visit.windowEnd)}</p>}
          <WindowFields start="windowStart" testId="reschedule" />
          <EngineerFields form={form} visit={visit} testId="reschedule" offDuty={offDuty} />
          <TextField name="reason" label={t('visit.toldReason')} testId="reschedule-reason" max={500} />
          <TextField name="consentBy" label={t('detail.consentBy')} testId="reschedule-consent" max={100} hint={t('action.confirmedByHint')} />
        </>
      )}
    </VisitDialog>
  );
}

/** Somebody else goes at the time that was agreed; the customer hears who. */
export function ReassignDialog({ visit, engineerId, onClose }: Omit<Props, 'start'>) {
  const { t } = useTranslation();
  const { offDuty, onRefused } = useOffDuty();
  return (
    <VisitDialog visit={visit} verb="reassign" title={t('visit.reassign')} onClose={onClose} onRefused={onRefused} start={{ engineerId }} body={values => ({ ...who(values), reason: values.reason })}>
      {form => (
        <>
          <p className="quiet">{showWindow(visit.windowStart, visit.windowEnd)} · {visit.engineerName}</p>
          <EngineerFields form={form} visit={visit} testId="reassign" offDuty={offDuty} />
          <TextField name="reason" label={t('detail.reason')} testId="reassign-reason" max={500} hint={t('field.reassignHint')} />
        </>
      )}
    </VisitDialog>
  );
}
