import type { Queue } from '../api';

/** In the order in which a desk works through them. */
export const QUEUES: readonly Queue[] = ['NEW', 'UNANSWERED', 'UNASSIGNED', 'MINE', 'DUE_SOON', 'BREACHED', 'HANDED_OVER', 'TO_CONFIRM'];
export const ORDERS = ['NEWEST', 'DUE', 'PRIORITY'] as const;
