import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Visit } from '../api';
import { showWindow } from '../time';
import { InstantField, TextField } from '../ui/fields';
import { justNow } from '../ui/InstantPicker';
import { VisitDialog } from './VisitDialog';
import { hoursBetween, windowEnd } from './visits';
import { WindowFields } from './WindowFields';

const REASONS = ['TRAFFIC', 'PREVIOUS_VISIT_OVERRUN', 'PARTS_LATE', 'VEHICLE_BREAKDOWN', 'WEATHER', 'WRONG_ADDRESS', 'EMERGENCY'];

/** What the customer was told, when, and the new window; what is really behind it stays in the house. */
export function DelayDialog({ visit, onClose }: { visit: Visit; onClose: () => void }) {
  const { t } = useTranslation();
  const field = t('visit.toldReason');
  return (
    <VisitDialog visit={visit} verb="report-delay" title={t('visit.delay')} onClose={onClose}
      start={{ hours: hoursBetween(visit.windowStart, visit.windowEnd) ?? 2, customerInformedAt: justNow() }}
      body={({ hours, ...values }) => ({ ...values, newEnd: windowEnd(values.newStart as string, hours as number) })}>
      {() => (
        <>
          <p className="quiet">{t('visit.callFirst')}<br />{t('detail.previous')}{t('app.colon')}{showWindow(visit.windowStart, visit.windowEnd)}</p>
          <WindowFields start="newStart" testId="delay" />
          <Form.Item name="reason" label={field} rules={[{ required: true, message: t('open.required', { field }) }]}>
            <Select data-testid="delay-reason" options={REASONS.map(value => ({ value, label: t(`enums.delay.${value}`) }))} />
          </Form.Item>
          <InstantField name="customerInformedAt" label={t('visit.informedAt')} testId="delay-informed" side="past" />
          <TextField name="internalReason" label={t('visit.internalReason')} testId="delay-internal" max={500} rows={2} required={false} hint={t('visit.internalHint')} />
        </>
      )}
    </VisitDialog>
  );
}
