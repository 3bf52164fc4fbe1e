import { diffWordsWithSpace } from 'diff';

export interface Piece {
  text: string;
  /** Nothing: it stayed. */
  change?: 'added' | 'removed';
}

/** Words of Chinese are told apart by the browser: it is written without spaces. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What of an old text stayed, went and came, word by word. */
export const compare = (before: string, after: string): Piece[] =>
  diffWordsWithSpace(before, after, { intlSegmenter: segmenter }).map(({ value, added, removed }) => ({ text: value, ...(added && { change: 'added' as const }), ...(removed && { change: 'removed' as const }) }));
