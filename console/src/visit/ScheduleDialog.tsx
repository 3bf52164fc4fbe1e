import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { engineers, type Visit } from '../api';
import { showWindow } from '../time';
import { TextField } from '../ui/fields';
import { holds } from '../ui/fold';
import { VisitDialog } from './VisitDialog';
import { hoursBetween, windowEnd } from './visits';
import { WindowFields } from './WindowFields';

const USUAL_HOURS = 2;
const window = ({ windowStart, hours }: Record<string, unknown>) => ({ windowStart, windowEnd: windowEnd(windowStart as string, hours as number) });

/** Who goes, and within which window. */
export function ScheduleDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { t } = useTranslation();
  const list = useQuery({ queryKey: ['engineers'], queryFn: ({ signal }) => engineers(signal), staleTime: 300_000 });
  const field = t('visit.engineer');
  const wish = visit.preferredFrom && Date.parse(visit.preferredFrom) > Date.now() ? visit.preferredFrom : undefined;
  return (
    <VisitDialog visit={visit} verb="schedule" title={t('visit.schedule')} onClose={onClose} fields={['engineerId', 'windowStart']}
      start={{ windowStart: wish, hours: hoursBetween(visit.preferredFrom, visit.preferredTo) ?? USUAL_HOURS }} body={values => ({ engineerId: values.engineerId, ...window(values) })}>
      {() => (
        <>
          {visit.preferredFrom && <Alert type="info" className="note" title={`${t('detail.preferred')}${t('app.colon')}${showWindow(visit.preferredFrom, visit.preferredTo ?? visit.preferredFrom)}`} />}
          <Form.Item name="engineerId" label={field} rules={[{ required: true, message: t('open.required', { field }) }]}>
            <Select data-testid="schedule-engineer" loading={list.isLoading} showSearch={{ filterOption: holds }} notFoundContent={t('open.nothing')}
              options={(list.data?.items ?? []).map(each => ({ value: each.id, label: each.name }))} />
          </Form.Item>
          <WindowFields start="windowStart" testId="schedule" />
        </>
      )}
    </VisitDialog>
  );
}

/** Another window needs the customer's consent and a reason he may hear (R57, R84). */
export function RescheduleDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <VisitDialog visit={visit} verb="reschedule" title={t('visit.reschedule')} onClose={onClose} fields={['windowStart', 'reason', 'consentBy']}
      start={{ hours: hoursBetween(visit.windowStart, visit.windowEnd) ?? USUAL_HOURS }} body={({ reason, consentBy, ...values }) => ({ reason, consentBy, ...window(values) })}>
      {() => (
        <>
          {visit.windowStart && <p className="quiet">{t('detail.previous')}{t('app.colon')}{showWindow(visit.windowStart, visit.windowEnd)}</p>}
          <WindowFields start="windowStart" testId="reschedule" />
          <TextField name="reason" label={t('visit.toldReason')} testId="reschedule-reason" max={500} />
          <TextField name="consentBy" label={t('detail.consentBy')} testId="reschedule-consent" max={100} hint={t('action.confirmedByHint')} />
        </>
      )}
    </VisitDialog>
  );
}
