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
export const PRIORITIES = Object.keys(PRIORITY_COLOURS) as Ticket['priority'][];

const OVER = new Set(['RESOLVED', 'CLOSED', 'CANCELLED']);
/** Work has ended, so no countdown runs. */
export const isOver = (status: string) => OVER.has(status);

export type Action =
  | 'acknowledge' | 'resolve' | 'confirm' | 'reopen' | 'survey' | 'phoneFix' | 'remote' | 'visit' | 'wait' | 'resume' | 'extend' | 'assign'
  | 'contact' | 'callback' | 'handOver' | 'acceptHandOver' | 'refuseHandOver' | 'priority' | 'cancel';

type Offer = [Action, ...string[]];
const WORKERS = ['agent', 'engineer', 'supervisor'];
/** A hand-over that waits for its answer is answered first. */
const ANSWERS: Offer[] = [['acceptHandOver', 'engineer', 'supervisor'], ['refuseHandOver', 'engineer', 'supervisor']];
/** What every ticket allows that has not ended, after what its status is about. */
const ALWAYS: Offer[] = [
  ['assign', 'agent', 'supervisor'], ['contact', ...WORKERS], ['callback', ...WORKERS], ['handOver', 'agent', 'supervisor'], ['priority', 'agent', 'supervisor'], ['cancel', 'agent', 'supervisor', 'customer'],
];

/** What each status allows, the most likely first, and to whom. */
const ALLOWED: Partial<Record<Ticket['status'], Offer[]>> = {
  OPEN: [...ANSWERS, ['acknowledge', ...WORKERS], ['phoneFix', ...WORKERS], ['remote', 'agent', 'engineer'], ...ALWAYS],
  IN_PROGRESS: [
    ...ANSWERS, ['resolve', ...WORKERS], ['phoneFix', ...WORKERS], ['remote', 'agent', 'engineer'], ['visit', ...WORKERS], ['wait', ...WORKERS], ['extend', ...WORKERS], ...ALWAYS,
  ],
  WAITING: [...ANSWERS, ['resume', ...WORKERS], ['extend', ...WORKERS], ...ALWAYS],
  ON_SITE: [...ANSWERS, ['resolve', ...WORKERS], ['wait', ...WORKERS], ['extend', ...WORKERS], ...ALWAYS],
  RESOLVED: [['confirm', 'customer', 'agent'], ['reopen', 'customer', 'agent', 'supervisor'], ['survey', 'customer', 'agent'], ['contact', ...WORKERS]],
  CLOSED: [['survey', 'customer', 'agent']],
};

/** Less common, or not easily taken back: behind “more”. */
export const RARE: ReadonlySet<Action> = new Set<Action>(['callback', 'handOver', 'priority', 'cancel']);

type Shown = Pick<Ticket, 'status' | 'surveyed' | 'handedTo'>;

/** What is no question of status and role. */
const fits = (action: Action, { surveyed, handedTo }: Shown): boolean => {
  if (action === 'survey') return !surveyed;
  if (action === 'handOver') return !handedTo;
  return action === 'acceptHandOver' || action === 'refuseHandOver' ? Boolean(handedTo) : true;
};

/** What this person may do now. The service decides in the end; this only hides what it would refuse. */
export const actionsFor = (ticket: Shown, who: Me): Action[] =>
  (ALLOWED[ticket.status] ?? []).filter(([action, ...roles]) => hasRole(who, ...roles) && fits(action, ticket)).map(([action]) => action);
