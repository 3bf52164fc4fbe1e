import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './ProblemNote';
import { Waiting } from './Waiting';

/** The page of one thing: its heading and the way back are there while it is fetched, when it cannot be found, and when it may be old. @param heading until the thing gives its own */
export function Loaded<T>({ found, back, heading, children }: { found: UseQueryResult<T>; back: ReactNode; heading: string; children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  const retry = () => void found.refetch();
  if (!found.data) return <>{back}<h1 className="bare">{heading}</h1>{found.isPending ? <Waiting /> : <ProblemNote error={found.error} onRetry={retry} />}</>;
  return <>{back}{found.error && <ProblemNote error={found.error} more={[t('list.stale')]} onRetry={retry} testId="stale" />}{children(found.data)}</>;
}
