import type { PointGroup } from 'signature_pad';
import { expect, it } from 'vitest';
import { guess } from '../src/i18n';
import { type Drawing, fitted, isSignature, toPath } from '../src/sign/strokes';
import { strokesOf } from '../src/sign/typed';

/** The pattern dispatch-service accepts. */
const ACCEPTED = /^[Mm][MmLlHhVvCcSsQqTtAaZz0-9 ,.+\-eE\n]+$/;

const stroke = (...points: [number, number][]) => ({ points: points.map(([x, y]) => ({ x, y, time: 0, pressure: 0.5 })) }) as PointGroup;
const drawing = (...strokes: PointGroup[]): Drawing => ({ strokes, width: 300, height: 200 });

it('tells strokes as path data', () => {
  expect(toPath(drawing(stroke([10, 20], [30.26, 40.04]), stroke([5, 5])))).toBe('M10 20L30.3 40 M5 5L5 5');
  expect(toPath(drawing(stroke([-1.5, 1e-9], [2, 3])))).toMatch(ACCEPTED);
});

it('tells a very long drawing with fewer points, from its first to its last', () => {
  const long = Array.from({ length: 30_000 }, (_, index): [number, number] => [index / 100, 111.11]);
  const told = toPath(drawing(stroke(...long, [299, 199])));
  expect(told.length).toBeLessThanOrEqual(100_000);
  expect(told).toMatch(ACCEPTED);
  expect(told.startsWith('M0 111L')).toBe(true);
  expect(told.endsWith('L299 199')).toBe(true);
});

it('takes a slip of the finger for no signature', () => {
  expect(isSignature(drawing(stroke([10, 10])))).toBe(false);
  expect(isSignature(drawing(stroke([10, 10], [40, 10])))).toBe(false);
  expect(isSignature(drawing(stroke([10, 10], [40, 10]), stroke([10, 20], [40, 20])))).toBe(true);
});

it('fits a drawing into a turned phone, whole', () => {
  const [turned] = fitted(drawing(stroke([300, 200])), 150, 200);
  expect(turned!.points[0]).toMatchObject({ x: 150, y: 100 });
  const same = drawing(stroke([1, 1]));
  expect(fitted(same, 300, 200)).toBe(same.strokes);
});

it('speaks the language of the browser to those who come by a link, and Chinese elsewhere', () => {
  expect(guess('/sign/abc', ['en-US', 'en'])).toBe('en');
  expect(guess('/sign/abc', ['en-US', 'zh-TW'])).toBe('zh-CN');
  expect(guess('/sign/abc', [])).toBe('zh-CN');
  expect(guess('/answer/abc', ['en-US'])).toBe('en');
  expect(guess('/tickets', ['en-US'])).toBe('zh-CN');
});

it('tells typed letters line by line, a stroke for each run of ink', () => {
  const ink = ['.##.#', '#####', '..#..'];
  const strokes = strokesOf((x, y) => ink[y]?.[x] === '#', 5, 3);
  expect(strokes.map(({ points }) => points.map(({ x, y }) => [x, y]))).toEqual([[[1, 0], [2, 0]], [[4, 0], [4, 0]], [[2, 2], [2, 2]]]);
  expect(toPath({ strokes, width: 5, height: 3 })).toMatch(ACCEPTED);
});
