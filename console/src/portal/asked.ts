import type { Ticket } from '../api';
import type { Action } from '../status';

/** What an address may ask for: mails lead to `/tickets/<id>?do=confirm` and `?do=rate`. */
export const ASKED = { confirm: 'confirm', reopen: 'reopen', rate: 'survey', cancel: 'cancel' } as const satisfies Record<string, Action>;
export type Asked = keyof typeof ASKED;
export const isAsked = (text: string | undefined): text is Asked => text !== undefined && Object.hasOwn(ASKED, text);

/** Why he cannot do now what he came for, as the name of a sentence; it is too early, too late, or done. */
export function whyNot(asked: Asked, { status, surveyed }: Pick<Ticket, 'status' | 'surveyed'>): string {
  if (status === 'CANCELLED') return 'cancelledBefore';
  if (asked === 'rate') return surveyed ? 'ratedBefore' : 'notYetRate';
  if (status === 'CLOSED') return asked === 'reopen' ? 'old' : 'confirmedBefore';
  return asked === 'cancel' ? 'confirmNow' : 'notYetConfirm';
}
