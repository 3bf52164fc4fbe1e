import { DatePicker, Form, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CustomerSearch } from '../../open/CustomerPicker';
import { inZone } from '../../time';
import { CommandDialog } from '../../ui/CommandDialog';
import type { Report, ReportWithFigures } from '../api';
import { REPORT_TYPES } from './reports';
import { wordOf } from '../../ui/words';

interface Draft { type: Report['type']; customerId?: string; month: Dayjs }

/** @param start what is known already, such as the month that is drafted again */
export function DraftDialog({ start, onClose }: { start?: { type?: Report['type']; customerId?: string; month?: string }; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const last = dayjs(inZone(Date.now()).subtract(1, 'month').format('YYYY-MM-01'));
  const body = (values: Record<string, unknown>) => {
    const { type, customerId, month } = values as unknown as Draft;
    return { type, month: month.format('YYYY-MM'), ...(type === 'CUSTOMER' ? { customerId } : {}) };
  };
  return (
    <CommandDialog<ReportWithFigures> path="/api/sla-reports/monthly" name="draft" title={t('business.reports.draft')} body={body} refresh={[['reports']]} text={t('business.reports.drafted')}
      start={{ type: start?.type ?? 'CUSTOMER', customerId: start?.customerId, month: start?.month ? dayjs(`${start.month}-01`) : last }} onClose={onClose} then={({ report }) => void navigate(`/reports/monthly/${report.id}`)}>
      {form => (
        <>
          <p className="quiet">{t('business.reports.draftHint')}</p>
          <Form.Item name="type" label={t('business.reports.type')}>
            <Segmented options={REPORT_TYPES.map(value => ({ value, label: wordOf(t, 'enums.reportType', value) }))} data-testid="draft-type" />
          </Form.Item>
          <Form.Item noStyle dependencies={['type']}>
            {() => form.getFieldValue('type') === 'CUSTOMER' && (
              <Form.Item name="customerId" label={t('business.customer')} rules={[{ required: true, message: t('business.reports.customerMissing') }]}><CustomerSearch /></Form.Item>
            )}
          </Form.Item>
          <Form.Item name="month" label={t('business.month')} extra={t('business.reports.monthOver')} rules={[{ required: true, message: t('business.reports.monthMissing') }]}>
            <DatePicker picker="month" allowClear={false} disabledDate={day => day.isAfter(last, 'month')} data-testid="draft-month" />
          </Form.Item>
        </>
      )}
    </CommandDialog>
  );
}
