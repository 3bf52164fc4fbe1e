import type { Me, Ticket } from './api';
import { hasRole } from './session';

/** The statuses of ticket-service in the order a ticket passes them, with the colour they are shown in. */
export const STATUS_COLOURS: Record<Ticket['status'], string> = {
  OPEN: 'orange',
  IN_PROGRESS: 'geekblue',
  WAITING: 'gold',
  ON_SITE: 'purple',
  RESOLVED: 'cyan',
  CLOSED: 'green',
  CANCELLED: 'default',
};

export const STATUSES = Object.keys(STATUS_COLOURS) as Ticket['status'][];
export const PRIORITY_COLOURS: Record<Ticket['priority'], string> = { P1: 'red', P2: 'volcano', P3: 'blue', P4: 'default' };

const OVER = new Set(['RESOLVED', 'CLOSED', 'CANCELLED']);
/** Work has ended, so no countdown runs. */
export const isOver = (status: string) => OVER.has(status);

export type Action = 'acknowledge' | 'resolve' | 'confirm' | 'reopen' | 'survey' | 'phoneFix' | 'remote' | 'visit' | 'wait' | 'resume' | 'extend' | 'assign';

/** What each status allows, the most likely first, and to whom. */
const ALLOWED: Partial<Record<Ticket['status'], [Action, ...string[]][]>> = {
  OPEN: [['acknowledge', 'agent', 'engineer', 'supervisor'], ['phoneFix', 'agent', 'engineer', 'supervisor'], ['remote', 'agent', 'engineer'], ['assign', 'agent', 'supervisor']],
  IN_PROGRESS: [
    ['resolve', 'agent', 'engineer', 'supervisor'], ['phoneFix', 'agent', 'engineer', 'supervisor'], ['remote', 'agent', 'engineer'], ['visit', 'agent', 'engineer', 'supervisor'],
    ['wait', 'agent', 'engineer', 'supervisor'], ['extend', 'agent', 'engineer', 'supervisor'], ['assign', 'agent', 'supervisor'],
  ],
  WAITING: [['resume', 'agent', 'engineer', 'supervisor'], ['extend', 'agent', 'engineer', 'supervisor'], ['assign', 'agent', 'supervisor']],
  ON_SITE: [['resolve', 'agent', 'engineer', 'supervisor'], ['wait', 'agent', 'engineer', 'supervisor'], ['extend', 'agent', 'engineer', 'supervisor'], ['assign', 'agent', 'supervisor']],
  RESOLVED: [['confirm', 'customer', 'agent'], ['reopen', 'customer', 'agent', 'supervisor'], ['survey', 'customer']],
  CLOSED: [['survey', 'customer']],
};

/** What this person may do now. The service decides in the end; this only hides what it would refuse. */
export const actionsFor = ({ status, surveyed }: Pick<Ticket, 'status' | 'surveyed'>, who: Me): Action[] =>
  (ALLOWED[status] ?? []).filter(([action, ...roles]) => hasRole(who, ...roles) && !(action === 'survey' && surveyed)).map(([action]) => action);
