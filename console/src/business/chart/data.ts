/** What a chart shows, before anybody knows by which library. */
export interface ChartData {
  /** Bars lie and their labels may be long; columns stand in the order of time or size; a line joins what follows each other. */
  shape: 'bars' | 'columns' | 'line';
  labels: string[];
  series: Series[];
  /** Bars of the series stand on each other instead of beside each other. */
  stacked?: boolean;
  /** Largest value of the axis, such as 1 for shares; without it as large as is needed. */
  most?: number;
  /** How values are written. */
  write: (value: number) => string;
}

/** The names of colours, as the head of index.css knows them for the light and the dark look. */
export type Tone = 'brand' | 'good' | 'warn' | 'bad' | 'faint' | 'remote';

export interface Series {
  name: string;
  /** Null: there is nothing to tell. */
  values: (number | null)[];
  tone: Tone;
}

const BAR_HEIGHT = 34;
const UPRIGHT_HEIGHT = 240;

/** As many pixels as its bars need. */
export const heightOf = ({ shape, labels, series }: ChartData): number => (shape === 'bars' ? labels.length * BAR_HEIGHT + 24 + (series.length > 1 ? 34 : 0) : UPRIGHT_HEIGHT);

/** For who cannot see it: what a table beside it tells in full. */
export const spoken = ({ labels, series, write }: ChartData, none: string): string =>
  labels.map((label, at) => `${label} ${series.map(({ name, values }) => `${series.length > 1 ? `${name} ` : ''}${values[at] == null ? none : write(values[at])}`).join(' ')}`).join('; ');
