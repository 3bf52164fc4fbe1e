import { useEffect, useState } from 'react';

/** What opened it; where the page has drawn that anew, its like in the same row or bar; otherwise the page itself. */
function wayBack(before: Element | null): HTMLElement | null {
  if (before instanceof HTMLElement && before !== document.body && before.isConnected) return before;
  const id = before?.closest<HTMLElement>('[data-id]')?.dataset.id;
  const again = id ? document.querySelector<HTMLElement>(`[data-id=${JSON.stringify(id)}] :is(a, button)`) : null;
  return again ?? document.getElementById('content');
}

/**
 * Whoever works by keys goes on where he was when a dialog or drawer closes. antd gives the focus back only from dialogs that stay mounted while they are
 * closed; ours are made when they are needed.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => {
    setTimeout(() => {
      const lost = !document.activeElement || document.activeElement === document.body;
      if (lost) wayBack(before)?.focus({ preventScroll: true });
    });
  }, [before]);
}
