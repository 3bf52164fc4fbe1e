import { Alert, Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Problem, ProblemError } from '../problem';

const BY_STATUS: Record<number, string> = { 401: 'signedOut', 499: 'signedOut', 403: 'forbidden', 404: 'missing', 429: 'busy', 502: 'down', 503: 'down', 504: 'down' };

const UUID = /\s?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
/** What has no number of its own is called by its id in sentences that programs read, too: nobody is told that. */
const namedOnly = (sentence: string) => sentence.replace(UUID, '');

/** What to tell the user: the service's own sentence when there is one. */
export function explain(error: unknown, t: TFunction): { text: string; problem: Problem } {
  const problem = error instanceof ProblemError ? error.problem : { status: 0, detail: error instanceof Error ? error.message : undefined };
  const known = BY_STATUS[problem.status];
  // What a service says of a missing session is meant for programs.
  const own = known === 'signedOut' ? undefined : problem.detail ?? problem.title;
  return { text: (own && namedOnly(own)) ?? (known ? t(`problem.${known}`) : t('problem.unknown', { status: problem.status })), problem };
}

interface Note {
  error: unknown;
  /** Further lines, e.g. field errors that no field of the form shows. */
  more?: string[];
  onRetry?: () => void;
  testId?: string;
}

export function ProblemNote({ error, more = [], onRetry, testId = 'problem' }: Note) {
  const { t } = useTranslation();
  const { text, problem } = explain(error, t);
  const lines = [...more, ...(problem.traceId ? [t('problem.trace', { id: problem.traceId })] : [])];
  return (
    <Alert type="error" showIcon role="alert" data-testid={testId} title={text} className="note"
      description={lines.length ? lines.map(line => <div key={line}>{line}</div>) : undefined}
      action={onRetry && <Button size="small" onClick={onRetry} data-testid="retry">{t('problem.retry')}</Button>} />
  );
}
