let over = false;

/** Small values kept in this tab over the full-page trip to the sign-in page. */
export function keep(name: string, value: unknown): void {
  if (over) return;
  try {
    sessionStorage.setItem(`gongdan.${name}`, JSON.stringify(value));
  } catch { /* full or forbidden: then nothing is kept */ }
}

export function kept<T>(name: string): T | undefined {
  try {
    const text = sessionStorage.getItem(`gongdan.${name}`);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

export function forget(name: string): void {
  try {
    sessionStorage.removeItem(`gongdan.${name}`);
  } catch { /* nothing to forget */ }
}

/** For whoever signs out: nothing is kept from now on, either, until the page is loaded anew. */
export function forgetAll(): void {
  over = true;
  try {
    Object.keys(sessionStorage).filter(name => name.startsWith('gongdan.')).forEach(name => sessionStorage.removeItem(name));
  } catch { /* nothing to forget */ }
}
