import { listen, type News } from './stream';

/**
 * Hears what happens in every window of a person by one stream: a browser keeps six connections to a place, and seven windows with a stream each
 * would load nothing any more. The window that holds the lock follows the stream and tells the others; when it closes, another one takes over.
 * Where a browser has no locks (plain http to another machine), each window follows for itself.
 */
export function together(person: string, hear: (news: News) => void, follow: (hear: (news: News) => void) => () => void = listen): () => void {
  const name = `gongdan-live-${person}`;
  if (!navigator.locks || typeof BroadcastChannel === 'undefined') return follow(hear);
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<News>) => hear(data);
  const leaving = new AbortController();
  void navigator.locks.request(name, { signal: leaving.signal }, () => new Promise<void>(done => {
    const stop = follow(news => {
      hear(news);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has its own origin only
      channel.postMessage(news);
    });
    leaving.signal.addEventListener('abort', () => { stop(); done(); });
  })).catch((failure: unknown) => {
    if (!leaving.signal.aborted) throw failure;
  });
  return () => {
    leaving.abort();
    channel.close();
  };
}
