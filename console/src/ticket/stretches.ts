import type { Explanation } from '../api';

/** Why time counted or did not. */
export type Why = 'COUNTED' | 'OFF_HOURS' | 'DAY_OFF' | 'STANDING_STILL';

export interface Stretch {
  why: Why;
  /** Milliseconds. */
  time: number;
  /** It has not come yet: from the last fact to the due time. */
  ahead: boolean;
}

/** `PT5H30M`, as Java writes durations; days never appear there. */
export function millis(iso?: string | null): number {
  const found = /^PT(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?[\d.]+)S)?$/.exec(iso ?? '');
  if (!found) return 0;
  const [hours, minutes, seconds] = found.slice(1).map(part => Number(part ?? 0)) as [number, number, number];
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

type Rest = { why?: string | null; time?: string | null }[] | null | undefined;
const WHYS: ReadonlySet<string> = new Set(['OFF_HOURS', 'DAY_OFF', 'STANDING_STILL']);

/** One interval as stretches: what counted, then what did not. */
function split(length: number, rest: Rest, ahead: boolean): Stretch[] {
  const idle = (rest ?? []).map(({ why, time }): Stretch => ({ why: why && WHYS.has(why) ? (why as Why) : 'OFF_HOURS', time: millis(time), ahead }));
  const counted = Math.max(0, length - idle.reduce((sum, each) => sum + each.time, 0));
  return [{ why: 'COUNTED' as const, time: counted, ahead }, ...idle].filter(each => each.time > 0);
}

/** The way from the start of a clock to its due time (of one that stands still nobody knows that), fact by fact, as far as it counted and as far as it did not. Neighbours of one kind are one stretch. */
export function stretchesOf({ steps, dueAt, status }: Pick<Explanation, 'steps' | 'dueAt' | 'status'>): Stretch[] {
  const found: Stretch[] = [];
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    if (before) found.push(...split(Date.parse(step.at) - Date.parse(before.at), step.notCounted, false));
  });
  const last = steps.at(-1);
  if (last && dueAt && status === 'RUNNING') found.push(...split(Date.parse(dueAt) - Date.parse(last.at), last.untilDue, true));
  return found.reduce<Stretch[]>((all, each) => {
    const previous = all.at(-1);
    if (previous && previous.why === each.why && previous.ahead === each.ahead) return [...all.slice(0, -1), { ...previous, time: previous.time + each.time }];
    return [...all, each];
  }, []);
}

/** How much of each, in the order in which they first appear. */
export function sums(stretches: readonly Stretch[]): { why: Why; time: number }[] {
  const all = new Map<Why, number>();
  for (const { why, time } of stretches) all.set(why, (all.get(why) ?? 0) + time);
  return [...all].map(([why, time]) => ({ why, time }));
}
