import { useEffect, useState } from 'react';

/** With keys one goes on typing; on a phone a field that is pointed out covers half of the dialog with the keyboard. */
const hasKeys = () => matchMedia('(pointer: fine)').matches;
/** A date opens its calendar when it is pointed out. */
const FIELDS = 'form input:not([disabled], [type=hidden], .ant-picker input), form textarea:not([disabled])';

/**
 * Where the keys go in a dialog: to its first field and not to the button that closes it; and back to what opened it when it is gone, or to the page
 * when that is gone, too. antd gives the focus back only for dialogs that stay in the page.
 */
export function useDialogFocus(): (open: boolean) => void {
  const [opener] = useState(() => document.activeElement as HTMLElement | null);
  useEffect(() => () => {
    const there = opener?.isConnected && opener !== document.body && opener.checkVisibility?.() !== false;
    (there ? opener : document.getElementById('content'))?.focus({ preventScroll: true });
  }, [opener]);
  return open => {
    if (!open || !hasKeys()) return;
    const dialogs = document.querySelectorAll<HTMLElement>('[role=dialog]');
    dialogs.item(dialogs.length - 1)?.querySelector<HTMLElement>(FIELDS)?.focus();
  };
}
