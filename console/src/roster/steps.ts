import type { Me } from '../api';
import type { Shift } from '../board/api';
import { hasRole } from '../session';

export type ShiftStep = 'swap' | 'acceptSwap' | 'declineSwap' | 'takeBackSwap' | 'approveSwap' | 'refuseSwap' | 'writeHandover' | 'acceptHandover' | 'refuseHandover' | 'publish' | 'discard' | 'replace' | 'withdraw';

export const plansRoster = (who: Me) => hasRole(who, 'supervisor', 'manager');

/** On the same duty when the shift ends, and longer: to him it is handed over. */
const follows = (shift: Shift, mine: readonly Shift[]) =>
  mine.some(own => own.duty === shift.duty && own.status !== 'DRAFTED' && !own.withdrawnAt && own.startsAt <= shift.endsAt && own.endsAt > shift.endsAt);

/** What this person may do with a shift now; the service decides in the end. @param mine his own shifts */
export function stepsOf(shift: Shift, who: Me, mine: readonly Shift[], now: number): ShiftStep[] {
  const steps: ShiftStep[] = [];
  const own = shift.person === who.username;
  const asked = shift.colleague === who.username;
  const ahead = Date.parse(shift.startsAt) > now;
  const over = Date.parse(shift.endsAt) <= now;
  const swapping = shift.status === 'SWAP_ASKED' || shift.status === 'SWAP_ACCEPTED';
  const published = shift.status === 'PUBLISHED' || swapping;
  if (shift.status === 'SWAP_ASKED' && asked && ahead) steps.push('acceptSwap', 'declineSwap');
  if (shift.status === 'SWAP_ACCEPTED' && plansRoster(who) && !own && !asked && ahead) steps.push('approveSwap');
  if (swapping && plansRoster(who) && !own && !asked) steps.push('refuseSwap');
  if (swapping && own) steps.push('takeBackSwap');
  if (published && shift.handover === 'WRITTEN' && !own && follows(shift, mine)) steps.push('acceptHandover', 'refuseHandover');
  if (published && own && !ahead && shift.handover !== 'ACCEPTED') steps.push('writeHandover');
  if (shift.status === 'PUBLISHED' && own && ahead) steps.push('swap');
  if (shift.status === 'DRAFTED' && plansRoster(who)) steps.push('publish', 'discard');
  if (published && plansRoster(who) && !over) steps.push('replace', 'withdraw');
  return steps;
}

/** What waits for this person: not what he could do, but what others wait for. */
export const waitsFor = (shift: Shift, who: Me, mine: readonly Shift[], now: number): boolean => {
  const steps = stepsOf(shift, who, mine, now);
  if (steps.some(step => step === 'acceptSwap' || step === 'approveSwap' || step === 'acceptHandover')) return true;
  // A note is due from the last hour of the shift on.
  return steps.includes('writeHandover') && shift.handover !== 'WRITTEN' && Date.parse(shift.endsAt) - now < 3_600_000;
};
