import type { StoryItem, Ticket } from '../api';
import { isOver } from '../status';

export const KINDS = ['RESOLUTION_24H', 'EXPECTED_TIME'] as const;
const CALL_BACK = 'CALL_BACK';

export interface PromiseView {
  kind: (typeof KINDS)[number] | typeof CALL_BACK;
  due?: string;
  /** `late` and `running` have a clock that moves; `pending` = sla-service has not spoken yet; `none` = not asked for. */
  state: 'pending' | 'none' | 'running' | 'late' | 'met' | 'breached' | 'ended';
}

/**
 * What became of the two promises the customer cares about: the ticket's own dates, made precise by what sla-service told in the story; and the answer
 * that he waits for, first, while he does.
 */
export function promisesOf(ticket: Ticket, story: readonly StoryItem[], now: number): PromiseView[] {
  const answer: PromiseView[] = ticket.callbackDue ? [{ kind: CALL_BACK, due: ticket.callbackDue, state: Date.parse(ticket.callbackDue) < now ? 'late' : 'running' }] : [];
  return [...answer, ...KINDS.map((kind): PromiseView => {
    let due = (kind === 'RESOLUTION_24H' ? ticket.resolveBy : ticket.expectedBy) ?? undefined;
    let end: 'met' | 'breached' | undefined;
    for (const { type, data } of story) {
      if (data?.kind !== kind) continue;
      if (type === 'PromiseMade' || type === 'SlaExtended') {
        end = undefined;
        if (typeof data.dueAt === 'string') due = data.dueAt;
      } else if (type === 'SlaMet') end = 'met';
      else if (type === 'SlaBreached') end = 'breached';
      else if (type === 'SlaBreachWithdrawn') end = undefined; // what is so instead is told next
    }
    if (!due) return { kind, state: kind === 'EXPECTED_TIME' ? 'none' : isOver(ticket.status) ? 'ended' : 'pending' };
    if (end === 'met') return { kind, due, state: 'met' };
    if (isOver(ticket.status)) return { kind, due, state: end ?? 'ended' };
    return { kind, due, state: Date.parse(due) < now ? 'late' : 'running' };
  })];
}
