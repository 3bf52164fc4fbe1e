import type { StoryItem } from '../api';

/** Both lists as one, in order, each item once: a stream that reconnects tells again what is already known. */
export function merge(known: readonly StoryItem[], told: readonly StoryItem[]): StoryItem[] {
  const items = new Map(known.map(item => [item.seq, item]));
  for (const item of told) items.set(item.seq, item);
  return [...items.values()].sort((one, other) => one.seq - other.seq);
}
