import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { explain } from '../ui/ProblemNote';
import type { Service } from './services';

interface Trouble {
  service: Service;
  error: unknown;
  /** Whether what was read of it before is still shown. */
  old: boolean;
  onRetry: () => void;
}

/** Which services did not answer, each with its way to ask again; the page goes on with the others. */
export function ServiceTrouble({ troubles }: { troubles: Trouble[] }) {
  const { t } = useTranslation();
  return troubles.map(({ service, error, old, onRetry }) => (
    <Alert key={service} type={old ? 'warning' : 'error'} showIcon className="note" role="alert" data-testid="service-trouble" data-service={service}
      title={t(old ? 'admin.serviceOld' : 'admin.serviceDown', { service: t(`admin.service.${service}`) })} description={explain(error, t).text}
      action={<Button size="small" onClick={onRetry} data-testid="retry">{t('problem.retry')}</Button>} />
  ));
}

/** Of what was asked by `useServices`. */
export const troublesOf = (asked: { service: Service; query: { error: unknown; data: unknown; refetch: () => unknown } }[]): Trouble[] =>
  asked.filter(({ query }) => query.error).map(({ service, query }) => ({ service, error: query.error, old: query.data !== undefined, onRetry: () => void query.refetch() }));
