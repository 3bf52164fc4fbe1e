import type { PointGroup } from 'signature_pad';

/** A drawing with the size of the pad it was drawn on, in CSS pixels, so that it can be drawn again on a pad of another size. */
export interface Drawing {
  strokes: PointGroup[];
  width: number;
  height: number;
}

/** What dispatch-service takes at most. */
const LONGEST_PATH = 100_000;
/** Shorter than this, in CSS pixels, it is a slip of the finger and no signature. */
const SHORTEST_INK = 60;

type Point = { x: number; y: number };

const ink = (points: readonly Point[]) =>
  points.reduce((sum, point, index) => (index ? sum + Math.hypot(point.x - points[index - 1]!.x, point.y - points[index - 1]!.y) : 0), 0);

export const isSignature = ({ strokes }: Drawing): boolean => strokes.reduce((sum, stroke) => sum + ink(stroke.points), 0) >= SHORTEST_INK;

const place = ({ x, y }: Point, digits: number) => `${Number(x.toFixed(digits))} ${Number(y.toFixed(digits))}`;

function path(strokes: readonly { points: readonly Point[] }[], digits: number, every: number): string {
  return strokes.filter(stroke => stroke.points.length).map(({ points }) => {
    const [first, ...rest] = points.filter((_, index) => index % every === 0 || index === points.length - 1);
    // A dot is a line of no length.
    return `M${place(first!, digits)}${(rest.length ? rest : [first!]).map(point => `L${place(point, digits)}`).join('')}`;
  }).join(' ');
}

/** The drawing as SVG path data. A very long one is told with fewer points rather than not at all. */
export function toPath({ strokes }: Drawing): string {
  for (let every = 1; ; every *= 2) {
    const told = path(strokes, every === 1 ? 1 : 0, every);
    if (told.length <= LONGEST_PATH || every > 64) return told.slice(0, LONGEST_PATH);
  }
}

/** The same drawing on a pad of another size, whole and not distorted. */
export function fitted(drawing: Drawing, width: number, height: number): PointGroup[] {
  const scale = Math.min(width / drawing.width, height / drawing.height);
  if (!Number.isFinite(scale) || scale === 1) return drawing.strokes;
  return drawing.strokes.map(stroke => ({ ...stroke, points: stroke.points.map(point => ({ ...point, x: point.x * scale, y: point.y * scale })) }));
}
