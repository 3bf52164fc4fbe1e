import type { TFunction } from 'i18next';
import type { Me } from '../../api';
import { hasRole } from '../../session';
import { wordOf } from '../../ui/words';
import type { Compensation, CompensationFact, CompensationStatus } from '../api';

/** In the order in which they need somebody: what waits for a decision first. */
export const STATUSES: CompensationStatus[] = ['OWED', 'EXCLUSION_PROPOSED', 'APPROVED', 'EXCLUDED', 'WITHDRAWN'];
export const COLOURS: Record<CompensationStatus, string> = { OWED: 'gold', EXCLUSION_PROPOSED: 'orange', APPROVED: 'green', EXCLUDED: 'default', WITHDRAWN: 'default' };

export type Step = 'exclude' | 'approve' | 'accept' | 'reject';

const last = (facts: readonly CompensationFact[], fact: string) => facts.findLast(each => each.fact === fact);

/** What this person may do now. The service decides in the end; this only hides what it would refuse. */
export function stepsFor({ status }: Pick<Compensation, 'status'>, who: Me): Step[] {
  if (status === 'OWED') return [...(hasRole(who, 'manager') ? ['approve' as const] : []), ...(hasRole(who, 'supervisor') ? ['exclude' as const] : [])];
  return status === 'EXCLUSION_PROPOSED' && hasRole(who, 'manager') ? ['accept', 'reject'] : [];
}

/** Why a step that is shown cannot be done, in words; nothing when it can. */
export function obstacle(step: Step, entry: Pick<Compensation, 'facts' | 'settled' | 'amount' | 'exclusionCauses'>, who: Me, t: TFunction): string | undefined {
  if (step === 'accept' || step === 'reject') return last(entry.facts ?? [], 'EXCLUSION_PROPOSED')?.by === who.username ? t('business.compensation.own') : undefined;
  if (step === 'exclude') return entry.exclusionCauses?.length ? undefined : t('business.compensation.excludeNone');
  if (!entry.settled) return t('business.compensation.notSettled');
  return Number(entry.amount) === 0 ? t('business.compensation.nothing') : undefined;
}

/** What somebody said when he decided. */
export function said({ data }: CompensationFact, t: TFunction): string[] {
  const { cause, reason, evidence } = data ?? {};
  return [
    cause && reason ? t('business.compensation.words', { cause: wordOf(t, 'enums.exclusion', cause), reason }) : reason && t('business.compensation.because', { reason }),
    evidence && t('business.compensation.evidence', { evidence }),
  ].filter((line): line is string => Boolean(line));
}
