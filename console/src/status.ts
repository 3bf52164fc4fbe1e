import type { Me, Ticket } from './api';
import { hasRole } from './session';

/** The statuses of ticket-service in the order a ticket passes them, with the colour they are shown in. Unknown ones are shown by name. */
export const STATUS_COLOURS: Record<string, string> = {
  OPEN: 'orange',
  IN_PROGRESS: 'geekblue',
  WAITING: 'gold',
  ON_SITE: 'purple',
  RESOLVED: 'cyan',
  CLOSED: 'green',
  CANCELLED: 'default',
};

export const STATUSES = Object.keys(STATUS_COLOURS);
export const PRIORITY_COLOURS: Record<string, string> = { P1: 'red', P2: 'volcano', P3: 'blue', P4: 'default' };

const OVER = new Set(['RESOLVED', 'CLOSED', 'CANCELLED']);
/** Work has ended, so no countdown runs. */
export const isOver = (status: string) => OVER.has(status);

export type Action = 'acknowledge' | 'resolve' | 'confirm' | 'reopen' | 'survey';

/** What this person may do now. The service decides in the end; this only hides what it would refuse. */
export function actionsFor(ticket: Pick<Ticket, 'status' | 'surveyed'>, who: Me): Action[] {
  const { status, surveyed } = ticket;
  const staff = hasRole(who, 'agent', 'engineer', 'supervisor');
  const actions: Action[] = [];
  if (staff && status === 'OPEN') actions.push('acknowledge');
  if (staff && (status === 'IN_PROGRESS' || status === 'ON_SITE')) actions.push('resolve');
  if (status === 'RESOLVED' && hasRole(who, 'customer', 'agent')) actions.push('confirm');
  if (status === 'RESOLVED' && hasRole(who, 'customer', 'agent', 'supervisor')) actions.push('reopen');
  if ((status === 'RESOLVED' || status === 'CLOSED') && hasRole(who, 'customer') && !surveyed) actions.push('survey');
  return actions;
}
