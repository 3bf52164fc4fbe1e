import type { StoryItem } from '../api';

export type Link = 'connecting' | 'live' | 'reconnecting';

export interface Follower {
  item: (item: StoryItem) => void;
  link: (link: Link) => void;
  /** The connection could not be kept open; the reason is not known to scripts. */
  refused?: () => void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Follows a stream of story items until the returned function is called. EventSource reconnects by itself after a broken connection, but gives
 * up for good at any answer that is not 200 (a gateway that restarts says 502), so from there on we try again with growing waits.
 */
export function follow(url: string, follower: Follower, connect: (url: string) => EventSource = address => new EventSource(address)): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;
  let stopped = false;

  const hear = (event: Event) => {
    try {
      const item = JSON.parse((event as MessageEvent<string>).data) as StoryItem;
      if (typeof item?.seq === 'number' && typeof item.type === 'string') follower.item(item);
    } catch { /* not an item: a later version may send other things */ }
  };
  const open = () => {
    source = connect(url);
    source.onopen = () => { wait = FIRST_WAIT_MS; follower.link('live'); };
    source.onmessage = hear;
    source.addEventListener('story', hear);
    source.onerror = () => {
      if (stopped) return;
      follower.link('reconnecting');
      if (source?.readyState !== 2 /* CLOSED */) return;
      source.close();
      follower.refused?.();
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
  };
  follower.link('connecting');
  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
