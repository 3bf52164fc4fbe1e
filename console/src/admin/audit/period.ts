import { inZone } from '../../time';

export const USUAL_DAYS = '7';
export const DAYS = ['1', '7', '30', '90'] as const;
/** In the address when days were picked by hand. */
export const PICKED = 'picked';

interface Chosen { days?: string; from?: string; to?: string }

/** Times of the search: the last so many days, up to now, or whole days (both included) of our zone. */
export function periodOf({ days = USUAL_DAYS, from, to }: Chosen, now: number): { from?: string; to?: string } {
  if (days !== PICKED) return { from: inZone(now).subtract(Number(DAYS.find(each => each === days) ?? USUAL_DAYS), 'day').startOf('minute').toISOString() };
  return { from: from && startOf(from), to: to && startOf(to, 1) };
}

const startOf = (day: string, later = 0): string | undefined => {
  const time = inZone(`${day}T00:00:00+08:00`);
  return time.isValid() ? time.add(later, 'day').toISOString() : undefined;
};
