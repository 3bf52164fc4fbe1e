import { Tag } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { wordOf } from '../../ui/words';
import { causeName } from '../../review/causes';
import type { People } from '../../people/usePeople';
import type { MonthFigures, Report } from '../api';
import { monthName } from '../numbers';

export const REPORT_STATUSES: Report['status'][] = ['DRAFT', 'RELEASED', 'PLANNED'];
export const REPORT_TYPES: Report['type'][] = ['CUSTOMER', 'MEETING'];
const COLOURS = { PLANNED: 'default', DRAFT: 'gold', RELEASED: 'green' } as const;

export const reportTitle = (report: Report, t: TFunction): string =>
  report.type === 'MEETING' ? t('business.reports.meeting', { month: monthName(report.month) }) : t('business.reports.title', { customer: report.customerName ?? '', month: monthName(report.month) });

/** Where it stands; of drafts also which. */
export function ReportState({ report }: { report: Report }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag color={COLOURS[report.status]} className="row-state" data-testid="report-status" data-status={report.status}>{wordOf(t, 'enums.report', report.status)}</Tag>
      {report.status !== 'RELEASED' && <span className="quiet">{t('business.reports.number', { number: report.number })}{!report.latest && `${t('app.comma')}${t('business.reports.superseded')}`}</span>}
    </>
  );
}

/** That we have not looked into a cause is our own business: to a customer it is one of the others, as in the printed report. */
export const causeFor = (internal: boolean): typeof causeName => (cause, t) => causeName(cause === 'UNEXPLAINED' && !internal ? 'OTHER' : cause, t);

/** What the contracts aim at: one share, or the least and the most of all priorities. */
export const targetOf = (kind: string, targets: MonthFigures['targets']): string => {
  const found = targets.find(each => each.kind === kind);
  return found ? `${found.least === found.most ? found.least : `${found.least}–${found.most}`}%` : '—';
};

/** The account of the service itself, which drafts every month. */
export const nameOf = (account: string | null | undefined, t: TFunction, people: People): string => (!account || account === 'system' ? t('business.reports.system') : people(account));
