import { useEffect, useState } from 'react';

/** With keys one goes on typing; on a phone a field that is pointed out covers half of the dialog with the keyboard. */
const hasKeys = () => matchMedia('(pointer: fine)').matches;
/** A date opens its calendar when it is pointed out. */
const FIELDS = 'form input:not([disabled], [type=hidden], .ant-picker input), form textarea:not([disabled])';

/** In a dialog that has just opened the keys go to its first field, not to the button that closes it. */
export function focusFirstField(open: boolean): void {
  if (!open || !hasKeys()) return;
  const dialogs = document.querySelectorAll<HTMLElement>('[role=dialog]');
  dialogs.item(dialogs.length - 1)?.querySelector<HTMLElement>(FIELDS)?.focus();
}

/** What opened it; where the page has drawn that anew, its like in the same row or bar; otherwise the page itself. */
function wayBack(before: Element | null): HTMLElement | null {
  if (before instanceof HTMLElement && before !== document.body && before.isConnected && before.checkVisibility?.() !== false) return before;
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
