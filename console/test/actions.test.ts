import { expect, it } from 'vitest';
import type { Me, Ticket } from '../src/api';
import { zh } from '../src/i18n/zh';
import { actionsFor, RARE, STATUSES } from '../src/status';

const who = (...roles: string[]): Me => ({ subject: 's', name: 'n', username: 'u', roles, customers: [] });
const may = (status: Ticket['status'], role: string, more: Partial<Ticket> = {}) => actionsFor({ status, surveyed: false, ...more }, who(role));

it('offers staff what moves the work on', () => {
  expect(may('OPEN', 'agent')).toEqual(['acknowledge', 'phoneFix', 'remote', 'assign', 'contact', 'callback', 'handOver', 'priority', 'cancel']);
  expect(may('IN_PROGRESS', 'engineer')).toEqual(['resolve', 'phoneFix', 'remote', 'visit', 'wait', 'extend', 'contact', 'callback']);
  expect(may('IN_PROGRESS', 'supervisor')).toEqual(['resolve', 'phoneFix', 'visit', 'wait', 'extend', 'assign', 'contact', 'callback', 'handOver', 'priority', 'cancel']);
  expect(may('RESOLVED', 'engineer')).toEqual(['contact']);
  expect(may('ON_SITE', 'engineer')).toEqual(['resolve', 'wait', 'extend', 'contact', 'callback']);
  expect(may('WAITING', 'engineer')).toEqual(['resume', 'extend', 'contact', 'callback']);
  expect(may('RESOLVED', 'agent')).toEqual(['confirm', 'reopen', 'survey', 'contact']);
});

it('asks those who are handed a ticket for their answer first, and lets nobody hand it over twice', () => {
  const handed = { handedTo: '技术中心' };
  expect(may('IN_PROGRESS', 'engineer', handed).slice(0, 2)).toEqual(['acceptHandOver', 'refuseHandOver']);
  expect(may('IN_PROGRESS', 'agent', handed)).not.toContain('handOver');
  expect(may('IN_PROGRESS', 'agent', handed)).not.toContain('acceptHandOver');
  expect(may('IN_PROGRESS', 'supervisor')).not.toContain('refuseHandOver');
});

it('offers the customer to withdraw, to confirm and, once, to rate', () => {
  expect(may('OPEN', 'customer')).toEqual(['cancel']);
  expect(may('RESOLVED', 'customer')).toEqual(['confirm', 'reopen', 'survey']);
  expect(may('CLOSED', 'customer')).toEqual(['survey']);
  expect(may('CLOSED', 'customer', { surveyed: true })).toEqual([]);
});

it('offers nothing on a ticket that is over, and nothing to managers', () => {
  for (const role of ['agent', 'engineer', 'customer']) expect(may('CANCELLED', role)).toEqual([]);
  for (const status of STATUSES) expect(may(status, 'manager')).toEqual([]);
});

it('puts what ends a ticket behind “more”', () => {
  expect(RARE.has('cancel')).toBe(true);
  expect(RARE.has('resolve')).toBe(false);
});

it('has a word for every status', () => expect(Object.keys(zh.status)).toEqual(STATUSES));
