import type { StoryItem } from '../api';

/** What is done by the people who answer for his ticket. The service tells customers no user names, so they are all “客服”. */
const BY_DESK: ReadonlySet<string> = new Set(['PhoneFixAttempted', 'RemoteSessionStarted', 'RemoteSessionEnded', 'CallbackPromised', 'CustomerContacted', 'MessageSent', 'TicketWaiting', 'TicketResumed', 'ExtensionAgreed', 'VisitRequested', 'TicketResolved']);

/** What concerns a customer. Letters that were sent, priorities and the clocks of promises that run are told elsewhere on his page, or are ours. */
const FOR_HIM: ReadonlySet<string> = new Set([
  ...BY_DESK, 'MessageReceived', 'TicketOpened', 'TicketAcknowledged', 'TicketAssigned', 'TicketReopened', 'TicketClosed', 'TicketCancelled', 'SurveyAnswered', 'SlaBreached', 'VisitScheduled', 'VisitAccepted', 'VisitDeclined', 'VisitRescheduled',
  'VisitDelayed', 'EngineerDeparted', 'VisitStarted', 'CustomerAbsent', 'VisitRefused', 'VisitCompleted', 'VisitSigned', 'VisitCancelled',
]);

export const concernsHim = ({ type }: Pick<StoryItem, 'type'>): boolean => FOR_HIM.has(type);
export const byDesk = ({ type }: Pick<StoryItem, 'type'>): boolean => BY_DESK.has(type);
