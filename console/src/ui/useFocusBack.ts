import { useEffect, useState } from 'react';

/**
 * Whoever works by keys goes on where he was when a dialog or drawer closes: at what opened it or, where that is gone, at the page. antd does so only for dialogs
 * that stay mounted while they are closed; ours are made when they are needed.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => {
    setTimeout(() => {
      const lost = !document.activeElement || document.activeElement === document.body;
      if (!lost) return;
      const to = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : document.getElementById('content');
      to?.focus({ preventScroll: true });
    });
  }, [before]);
}
