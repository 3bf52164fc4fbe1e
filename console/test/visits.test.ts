import { expect, it, vi } from 'vitest';
import type { Me, StoryItem, Visit } from '../src/api';
import { zh } from '../src/i18n/zh';
import { remoteRunning, triedFromAfar } from '../src/ticket/remote';
import { position } from '../src/visit/position';
import { hoursBetween, VISIT_STATUSES, visitActionsFor, windowEnd } from '../src/visit/visits';

const who = (subject: string, ...roles: string[]): Me => ({ subject, name: 'n', username: 'u', roles, customers: [] });
const may = (status: Visit['status'], one: Me, engineerId = 'li') => visitActionsFor({ status, engineerId }, one);

it('offers the engineer the next step of his own visit', () => {
  const li = who('li', 'engineer');
  expect(VISIT_STATUSES.map(status => may(status, li)[0])).toEqual([undefined, 'accept', 'depart', 'arrive', 'complete', undefined, undefined, 'signature', 'submission', undefined, undefined]);
  expect(may('ACCEPTED', li)).toEqual(['depart', 'delay', 'decline', 'refused']);
});

it('offers nothing on the visit of another engineer', () => {
  for (const status of VISIT_STATUSES) expect(may(status, who('zhao', 'engineer'))).toEqual([]);
});

it('offers planning to dispatchers and nothing to the desk and to managers', () => {
  expect(may('ORDERED', who('zhou', 'supervisor'))).toEqual(['schedule', 'cancel']);
  expect(may('ACCEPTED', who('zhou', 'supervisor'))).toEqual(['reschedule', 'reassign', 'cancel']);
  expect(may('COMPLETED', who('li', 'engineer', 'supervisor'))).toEqual(['signature']);
  for (const role of ['agent', 'manager']) for (const status of VISIT_STATUSES) expect(may(status, who('w', role))).toEqual([]);
});

it('has a word for every status and every action', () => {
  // A ticket says DELAYED of its visit, which itself stays in the state it was in.
  expect(Object.keys(zh.visitStatus)).toEqual([...VISIT_STATUSES, 'DELAYED']);
  for (const status of VISIT_STATUSES) for (const action of [...may(status, who('li', 'engineer')), ...may(status, who('z', 'supervisor'))]) expect(zh.visit).toHaveProperty(action);
});

it('measures windows in whole hours, as far as they may be long', () => {
  expect(windowEnd('2026-11-22T22:00:00Z', 3)).toBe('2026-11-23T01:00:00.000Z');
  expect(hoursBetween('2026-11-22T06:00:00Z', '2026-11-22T08:00:00Z')).toBe(2);
  expect(hoursBetween('2026-11-22T06:00:00Z', '2026-11-23T06:00:00Z')).toBeUndefined();
  expect(hoursBetween(null, null)).toBeUndefined();
});

it('lets an engineer arrive without a place when his phone does not tell one', async () => {
  const source = (answer: (found: PositionCallback, failed: PositionErrorCallback) => void) => ({ getCurrentPosition: answer }) as unknown as Geolocation;
  await expect(position(source(found => found({ coords: { latitude: 31.2, longitude: 121.4 } } as GeolocationPosition)))).resolves.toEqual({ latitude: 31.2, longitude: 121.4 });
  await expect(position(source((_, failed) => failed({} as GeolocationPositionError)))).resolves.toEqual({});
  vi.stubGlobal('navigator', {});
  await expect(position()).resolves.toEqual({});
  vi.unstubAllGlobals();
});

const fact = (seq: number, type: string, data: Record<string, unknown> = {}): StoryItem => ({ seq, at: '2026-11-22T03:00:00Z', type, data });

it('finds the remote session under way in the story', () => {
  const started = fact(1, 'RemoteSessionStarted', { sessionId: 'r1', tool: '向日葵', scope: '打印', consentBy: '刘店长' });
  const step = fact(2, 'RemoteStepLogged', { sessionId: 'r1', action: 'a', result: 'b' });
  expect(remoteRunning([started, step])).toMatchObject({ id: 'r1', tool: '向日葵', consentBy: '刘店长', steps: [{ seq: 2, action: 'a', result: 'b' }] });
  expect(remoteRunning([started, step, fact(3, 'RemoteSessionEnded', { sessionId: 'r1' })])).toBeUndefined();
  expect(remoteRunning([fact(1, 'RemoteSessionEnded', { sessionId: 'r0' }), started])?.id).toBe('r1');
});

it('knows whether help from afar was tried', () => {
  expect(triedFromAfar([fact(1, 'TicketOpened'), fact(2, 'RemoteSessionStarted')])).toBe(false);
  expect(triedFromAfar([fact(1, 'PhoneFixAttempted')])).toBe(true);
});
