/** Roles that the calendar gives to what is no table: a row of names here, a layer of bars there. */
const WRONG = '[role=table], [role=rowgroup], [role=row], [role=cell], [role=columnheader], [role=rowheader], aside:not([role])';

function mend(root: HTMLElement): void {
  for (const each of root.querySelectorAll<HTMLElement>(WRONG)) each.setAttribute('role', 'none');
  for (const each of root.querySelectorAll('[aria-colindex]')) each.removeAttribute('aria-colindex');
  // What is pressed is the button within.
  for (const each of root.querySelectorAll<HTMLElement>('article[role=button]')) {
    each.removeAttribute('role');
    each.removeAttribute('tabindex');
  }
}

/** Says to screen readers what the calendar's own marks get wrong, as often as it draws anew. Returns what ends that. */
export function mended(root: HTMLElement): () => void {
  mend(root);
  const watch = new MutationObserver(() => mend(root));
  watch.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ['role', 'tabindex', 'aria-colindex'] });
  return () => watch.disconnect();
}
