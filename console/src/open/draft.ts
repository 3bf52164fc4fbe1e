import { uuid } from '../http';
import { forget, keep, kept } from '../kept';

/** What the user typed, with the key its one ticket will be made under; kept over a sign-in and a reload of the tab. */
export interface Draft {
  key: string;
  values: Record<string, unknown>;
  /** Was typed before this visit of the page. */
  restored: boolean;
}

const nameFor = (subject: string) => `draft.open-ticket.${subject}`;

export function draftOf(subject: string): Draft {
  const before = kept<Omit<Draft, 'restored'>>(nameFor(subject));
  return before?.key ? { ...before, restored: true } : { key: uuid(), values: {}, restored: false };
}

export const keepDraft = (subject: string, key: string, values: Record<string, unknown>) => keep(nameFor(subject), { key, values });
export const forgetDraft = (subject: string) => forget(nameFor(subject));
