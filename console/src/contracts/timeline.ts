import type { VersionLine } from './api';

export type Standing = 'draft' | 'current' | 'upcoming' | 'past';

/** An active version holds from its first day until its last one, or until the next active one begins. */
export function standingOf(line: VersionLine, all: readonly VersionLine[], today: string): Standing {
  if (line.status === 'DRAFT') return 'draft';
  if (line.effectiveFrom > today) return 'upcoming';
  const followed = all.some(other => other.status === 'ACTIVE' && other.effectiveFrom > line.effectiveFrom && other.effectiveFrom <= today);
  return followed || (line.effectiveTo && line.effectiveTo < today) ? 'past' : 'current';
}

export const currentOf = (all: readonly VersionLine[], today: string): VersionLine | undefined => all.find(line => standingOf(line, all, today) === 'current');
