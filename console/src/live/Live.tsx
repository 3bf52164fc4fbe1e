import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useMe } from '../session';
import { refresher } from './refresh';
import { together } from './together';

/** `connecting` until the first sign of life; `cut` while what is shown may be old. */
export type Link = 'connecting' | 'live' | 'cut';

const LinkContext = createContext<Link>('connecting');

export const useLink = (): Link => useContext(LinkContext);

/** While we are told of every change, we look this often all the same: what one service hears of another may be late. */
const SURE_MS = 60_000;

/** For `refetchInterval`: as often as is needed while nobody tells us. */
export function usePolling(everyMs: number): number {
  return useLink() === 'live' ? Math.max(everyMs, SURE_MS) : everyMs;
}

/** The stream has a beat a second. */
const PATIENCE_MS = 3_000;

/** Keeps what is on the screen as it is in the services, and knows whether that can be relied on. */
export function Live({ children }: { children: ReactNode }) {
  const who = useMe();
  const client = useQueryClient();
  const [link, setLink] = useState<Link>('connecting');
  useEffect(() => {
    const refresh = refresher(client);
    let cut = false;
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    const lost = () => {
      cut = true;
      clearTimeout(watchdog);
      setLink('cut');
    };
    const alive = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(lost, PATIENCE_MS);
      setLink('live');
      if (cut) refresh.all();
      cut = false;
    };
    watchdog = setTimeout(lost, PATIENCE_MS);
    const stop = together(who.subject, news => {
      if (news.kind === 'cut') lost();
      // An EventSource cannot tell why it was refused, a call can: it finds out whether the session is gone.
      else if (news.kind === 'refused') void client.invalidateQueries({ queryKey: ['me'] });
      else {
        alive();
        if (news.kind === 'change') refresh.heard(news.change);
        if (news.kind === 'bell' || (news.kind === 'change' && news.change.many)) void client.invalidateQueries({ queryKey: ['bell'] });
      }
    });
    window.addEventListener('offline', lost);
    return () => {
      window.removeEventListener('offline', lost);
      clearTimeout(watchdog);
      stop();
      refresh.stop();
    };
  }, [client, who.subject]);
  return <LinkContext value={link}>{children}</LinkContext>;
}
