/** What happened, as far as it is said: which tickets and visits to ask for again. `many`: more than is listed, or something may have been missed. */
export interface Change {
  events: string[];
  tickets: string[];
  visits: string[];
  many: boolean;
}

export type News = { kind: 'change'; change: Change } | { kind: 'bell' } | { kind: 'beat' } | { kind: 'cut' } | { kind: 'refused' };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const CLOSED = 2;

function read(data: string): Change | null {
  try {
    const { events = [], tickets = [], visits = [], many = false } = JSON.parse(data) as Partial<Change>;
    return { events, tickets, visits, many };
  } catch {
    return null; // not ours: a later version may say other things
  }
}

/**
 * Follows the stream of what happens until the returned function is called. EventSource reconnects by itself after a broken connection, but gives up
 * for good at any answer that is not 200 (a gateway that restarts says 502), so from there on we try again with growing waits.
 */
export function listen(hear: (news: News) => void, connect: (url: string) => EventSource = address => new EventSource(address)): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;
  let stopped = false;

  const open = () => {
    source = connect('/api/live/stream');
    source.addEventListener('beat', () => { wait = FIRST_WAIT_MS; hear({ kind: 'beat' }); });
    source.addEventListener('bell', () => hear({ kind: 'bell' }));
    source.addEventListener('change', event => {
      const change = read((event as MessageEvent<string>).data);
      if (change) hear({ kind: 'change', change });
    });
    source.onerror = () => {
      if (stopped) return;
      hear({ kind: 'cut' });
      if (source?.readyState !== CLOSED) return;
      source.close();
      hear({ kind: 'refused' });
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
  };
  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
