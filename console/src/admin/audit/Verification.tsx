import { useQueries } from '@tanstack/react-query';
import { Alert, Button, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showTime } from '../../time';
import { explain } from '../../ui/ProblemNote';
import { type Verdict, verification } from '../api';
import { SERVICES } from '../services';

/** Counts every book through from its first row, when somebody asks for it: that takes its time. */
export function Verification() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const verdicts = useQueries({
    queries: SERVICES.map(service => ({ queryKey: ['verification', service], queryFn: ({ signal }: { signal: AbortSignal }) => verification(service, signal), enabled: asked, staleTime: Infinity, retry: false })),
  });
  const running = verdicts.some(each => each.isFetching);
  const start = () => (asked ? verdicts.forEach(each => void each.refetch()) : setAsked(true));
  return (
    <section className="panel" data-testid="verification" aria-label={t('admin.audit.verifyTitle')}>
      <div className="title-row"><h2>{t('admin.audit.verifyTitle')}</h2><Button onClick={start} loading={running} data-testid="verify">{t('admin.audit.verify')}</Button></div>
      <p className="quiet">{t('admin.audit.verifyAbout')}</p>
      <div aria-live="polite">
        {asked && SERVICES.map((service, index) => {
          const { data, error } = verdicts[index]!;
          const name = t(`admin.service.${service}`);
          if (data) return <Told key={service} service={service} name={name} verdict={data} />;
          if (error) return <Alert key={service} type="error" showIcon className="note" data-testid="verdict" data-service={service} title={t('admin.serviceDown', { service: name })} description={explain(error, t).text} />;
          return <div key={service}><Spin size="small" /> {name}</div>;
        })}
      </div>
    </section>
  );
}

function Told({ service, name, verdict }: { service: string; name: string; verdict: Verdict }) {
  const { t } = useTranslation();
  const proven = verdict.anchoredAt ? t('admin.audit.proven', { number: verdict.anchoredTo, time: showTime(verdict.anchoredAt) }) : t('admin.audit.unproven');
  const type = !verdict.intact ? 'error' : verdict.findings.length ? 'warning' : 'success';
  return (
    <Alert type={type} showIcon className="note" data-testid="verdict" data-service={service} data-intact={verdict.intact}
      title={verdict.rows === 0 && verdict.intact ? t('admin.audit.noRows', { service: name }) : <>{t(verdict.intact ? 'admin.audit.intact' : 'admin.audit.broken', { service: name, count: verdict.rows })}{!verdict.findings.length && <span className="quiet"> {proven}</span>}</>}
      description={verdict.findings.length ? verdict.findings.map(finding => <div key={finding.fault}>{finding.sentence}</div>) : undefined} />
  );
}
