import type { PointGroup } from 'signature_pad';
import type { Drawing } from './strokes';

/** Pixels between two lines: narrower than the pen is wide, so that they close to letters. */
const LINE = 2;
/** How much of the pad's width and height the name may take. */
const SHARE = 0.86;
const TALLEST = 0.5;
const INKED = 128;
const PEN = { penColor: '#101828', dotSize: 0, minWidth: 0.8, maxWidth: 2.8, velocityFilterWeight: 0.7, compositeOperation: 'source-over' as GlobalCompositeOperation };

/** A picture as strokes: on every second line one stroke for each run of ink. */
export function strokesOf(isInk: (x: number, y: number) => boolean, width: number, height: number): PointGroup[] {
  const strokes: PointGroup[] = [];
  const point = (x: number, y: number) => ({ x, y, pressure: 0.5, time: 0 });
  for (let y = 0; y < height; y += LINE) {
    let start = -1;
    for (let x = 0; x <= width; x++) {
      const ink = x < width && isInk(x, y);
      if (ink && start < 0) start = x;
      else if (!ink && start >= 0) {
        strokes.push({ ...PEN, points: [point(start, y), point(x - 1, y)] });
        start = -1;
      }
    }
  }
  return strokes;
}

/** The name as a drawing on a pad of that size, for whoever cannot write with finger or mouse. Nothing where the browser cannot draw. */
export function typedSignature(name: string, width: number, height: number): Drawing | undefined {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return undefined;
  const font = (size: number) => `${size}px "KaiTi", "STKaiti", cursive, serif`;
  pen.font = font(100);
  const size = Math.floor(Math.min((SHARE * width * 100) / Math.max(1, pen.measureText(name).width), height * TALLEST));
  pen.font = font(size);
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(name, width / 2, height / 2);
  const { data } = pen.getImageData(0, 0, width, height);
  const strokes = strokesOf((x, y) => data[(y * width + x) * 4 + 3]! >= INKED, width, height);
  return strokes.length ? { strokes, width, height } : undefined;
}
