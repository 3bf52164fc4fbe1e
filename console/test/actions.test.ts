import { expect, it } from 'vitest';
import type { Me, Ticket } from '../src/api';
import { zh } from '../src/i18n/zh';
import { actionsFor, STATUSES } from '../src/status';

const who = (...roles: string[]): Me => ({ subject: 's', name: 'n', username: 'u', roles, customers: [] });
const may = (status: Ticket['status'], role: string, surveyed = false) => actionsFor({ status, surveyed }, who(role));

it('offers staff what moves the work on', () => {
  expect(may('OPEN', 'agent')).toEqual(['acknowledge', 'phoneFix', 'remote', 'assign']);
  expect(may('IN_PROGRESS', 'engineer')).toEqual(['resolve', 'phoneFix', 'remote', 'visit', 'wait', 'extend']);
  expect(may('IN_PROGRESS', 'supervisor')).toEqual(['resolve', 'phoneFix', 'visit', 'wait', 'extend', 'assign']);
  expect(may('RESOLVED', 'engineer')).toEqual([]);
  expect(may('ON_SITE', 'engineer')).toEqual(['resolve', 'wait', 'extend']);
  expect(may('WAITING', 'engineer')).toEqual(['resume', 'extend']);
  expect(may('RESOLVED', 'agent')).toEqual(['confirm', 'reopen']);
});

it('offers the customer to confirm and, once, to rate', () => {
  expect(may('OPEN', 'customer')).toEqual([]);
  expect(may('RESOLVED', 'customer')).toEqual(['confirm', 'reopen', 'survey']);
  expect(may('CLOSED', 'customer')).toEqual(['survey']);
  expect(may('CLOSED', 'customer', true)).toEqual([]);
});

it('offers nothing on a ticket that is over, and nothing to managers', () => {
  for (const role of ['agent', 'engineer', 'customer']) expect(may('CANCELLED', role)).toEqual([]);
  for (const status of STATUSES) expect(may(status, 'manager')).toEqual([]);
});

it('has a word for every status', () => expect(Object.keys(zh.status)).toEqual(STATUSES));
