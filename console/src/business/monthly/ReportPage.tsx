import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import '../business.css';
import '../i18n';
import { hasRole, isPortal, useMe } from '../../session';
import { useName } from '../../shell/names';
import { useTitleOf } from '../../shell/titles';
import { showTime } from '../../time';
import { CommandDialog } from '../../ui/CommandDialog';
import { Loaded } from '../../ui/Loaded';
import { TextField } from '../../ui/fields';
import { type Report, report as load, type ReportWithFigures } from '../api';
import { PDF, useDownload, XLSX } from '../useDownload';
import { DraftDialog } from './DraftDialog';
import { ReportFigures } from './ReportFigures';
import { usePeople } from '../../people/usePeople';
import { nameOf, reportTitle, ReportState } from './reports';

/** While the service still drafts it. */
const SOON_MS = 3_000;

export function ReportPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const found = useQuery({ queryKey: ['report', id], queryFn: ({ signal }) => load(id, signal), refetchInterval: query => (query.state.data?.report.status === 'PLANNED' ? SOON_MS : false) });
  const back = <Link to="/reports/monthly" data-testid="back"><ArrowLeftOutlined aria-hidden /> {t('ticket.back')}</Link>;
  return <Loaded found={found} back={back} heading={titleOf({ name: 'monthlyReport' })}>{data => <Details found={data} />}</Loaded>;
}

function Details({ found: { report, figures } }: { found: ReportWithFigures }) {
  const { t } = useTranslation();
  const portal = isPortal(useMe());
  const people = usePeople();
  const title = reportTitle(report, t);
  useName(title);
  return (
    <article className="counted" data-testid="report" data-id={report.id}>
      <div className="title-row" style={{ marginTop: 10 }}><h1>{title}</h1>{!portal && <ReportState report={report} />}</div>
      <Buttons report={report} title={title} />
      {report.status === 'PLANNED' && <Alert type="info" showIcon className="note" title={t('business.reports.planned')} />}
      {report.status === 'DRAFT' && !report.latest && <Alert type="warning" showIcon className="note" title={t('business.reports.supersededHint')} />}
      <section className="panel">
        <h2>{t('ticket.facts')}</h2>
        <dl className="facts">
          {figures && <><dt>{t('business.reports.figuresAsOf')}</dt><dd>{showTime(figures.asOf)}</dd></>}
          {!portal && <><dt>{t('business.reports.draftedBy')}</dt><dd>{t('business.reports.by', { name: nameOf(report.draftedBy, t, people), time: showTime(report.draftedAt) })}</dd></>}
          {report.releasedAt && <><dt>{t('business.reports.releasedBy')}</dt><dd>{portal ? showTime(report.releasedAt) : t('business.reports.by', { name: nameOf(report.releasedBy, t, people), time: showTime(report.releasedAt) })}</dd></>}
          {report.comment && <><dt>{t('review.note')}</dt><dd data-testid="report-comment">{report.comment}</dd></>}
        </dl>
      </section>
      {figures && <ReportFigures figures={figures} internal={report.type === 'MEETING'} />}
    </article>
  );
}

function Buttons({ report, title }: { report: Report; title: string }) {
  const { t } = useTranslation();
  const lead = hasRole(useMe(), 'supervisor', 'manager');
  const [open, setOpen] = useState<'release' | 'draft'>();
  const save = useDownload();
  const path = `/api/sla-reports/monthly/${report.id}`;
  const busy = (type: string) => save.isPending && save.variables.type === type;
  if (report.status === 'PLANNED') return null;
  return (
    <div className="title-row actions" role="group" aria-label={t('action.title')}>
      {lead && report.status === 'DRAFT' && report.latest && <Button type="primary" onClick={() => setOpen('release')} data-testid="report-release">{t('business.reports.release')}</Button>}
      <Button loading={busy(PDF)} onClick={() => save.mutate({ path: `${path}/pdf`, type: PDF, name: `${title}.pdf` })} data-testid="report-pdf">{t('business.reports.pdf')}</Button>
      <Button loading={busy(XLSX)} onClick={() => save.mutate({ path: `${path}/xlsx`, type: XLSX, name: `${title}.xlsx` })} data-testid="report-xlsx">{t('business.reports.xlsx')}</Button>
      {lead && <Button onClick={() => setOpen('draft')} data-testid="report-again">{t('business.reports.again')}</Button>}
      {open === 'draft' && <DraftDialog start={{ type: report.type, customerId: report.customerId ?? undefined, month: report.month }} onClose={() => setOpen(undefined)} />}
      {open === 'release' && (
        <CommandDialog path={`${path}/release`} name="release" title={t('business.reports.releaseAsk', { title })} version={report.version} refresh={[['report', report.id], ['reports']]} text={t('business.reports.released')} onClose={() => setOpen(undefined)}
          body={({ comment }) => (typeof comment === 'string' && comment.trim() ? { comment } : {})}>
          {() => (
            <>
              <p className="quiet">{t(report.type === 'CUSTOMER' ? 'business.reports.releaseHint' : 'business.reports.releaseMeetingHint')}</p>
              <TextField name="comment" label={t('business.reports.comment')} testId="release-comment" required={false} max={2000} rows={3} hint={t('business.reports.commentHint')} />
            </>
          )}
        </CommandDialog>
      )}
    </div>
  );
}
