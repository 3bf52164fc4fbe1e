import i18n from 'i18next';
import { asking, takeEarly } from './early';
import { ProblemError, problemOf } from './problem';

export { withQuery } from './query';

/** Longer than the gateway's own limit, so that its answer wins. */
const PATIENCE_MS = 45_000;

export interface Call {
  body?: unknown;
  /** What is sent as it is, instead of a body in JSON. */
  raw?: { type: string; body: Blob | string };
  /** Idempotency-Key: the same key makes a repeated POST harmless. */
  key?: string;
  /** If-Match: the command is refused when the thing has another version by now. */
  version?: number;
  signal?: AbortSignal;
  /** The caller deals with a missing session itself. */
  quiet?: boolean;
  /** The call is nobody's, even when somebody is signed in. */
  withoutSession?: boolean;
}

const listeners = new Set<() => void>();

/** Tells when any call found the session gone. Returns the unsubscribe function. */
export function onSessionLost(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function reportSessionLost(): void {
  listeners.forEach(listener => listener());
}

function headersFor(method: string, { body, raw, key, version }: Call): Record<string, string> {
  const headers = asking(i18n.language || 'zh-CN');
  if (method !== 'GET') headers['X-Gongdan-Csrf'] = '1';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (raw) headers['Content-Type'] = raw.type;
  if (key) headers['Idempotency-Key'] = key;
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  return headers;
}

export async function call<T>(method: string, path: string, options: Call = {}): Promise<T> {
  const abort = new AbortController();
  const giveUp = () => abort.abort();
  const timer = setTimeout(giveUp, PATIENCE_MS);
  options.signal?.addEventListener('abort', giveUp);
  try {
    const body = options.raw?.body ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
    const early = method === 'GET' ? await takeEarly(path)?.catch(() => undefined) : undefined;
    const response = early ?? await fetch(path, {
      method, headers: headersFor(method, options), body, credentials: options.withoutSession ? 'omit' : 'same-origin', redirect: 'manual', signal: abort.signal,
    });
    // A redirect of an XHR can only be the way to the sign-in page.
    const problem = response.type === 'opaqueredirect' ? { status: 401 } : response.ok ? null : await problemOf(response);
    if (problem) throw new ProblemError(problem);
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  } catch (failure) {
    if (options.signal?.aborted) throw failure;
    const error = failure instanceof ProblemError ? failure : new ProblemError({ status: 0, detail: i18n.t('problem.network') });
    if (error.signedOut && !options.quiet) reportSessionLost();
    throw error;
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', giveUp);
  }
}

/** The name in a header such as `attachment; filename*=UTF-8''%E6%9C%88.pdf`. */
const fileName = (header: string | null): string | undefined => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1];
  return encoded && decodeURIComponent(encoded);
};

/** A file that a service makes for the reader, in the language of the page. @param type such as application/pdf */
export async function download(path: string, type: string): Promise<{ content: Blob; name?: string }> {
  const response = await fetch(path, { headers: { ...headersFor('GET', {}), Accept: `${type}, application/problem+json` }, credentials: 'same-origin', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) })
    .catch(() => { throw new ProblemError({ status: 0, detail: i18n.t('problem.network') }); });
  const problem = response.type === 'opaqueredirect' ? { status: 401 } : response.ok ? null : await problemOf(response);
  if (problem) {
    const error = new ProblemError(problem);
    if (error.signedOut) reportSessionLost();
    throw error;
  }
  return { content: await response.blob(), name: fileName(response.headers.get('Content-Disposition')) };
}

/** A random UUID, also on plain-http hosts where crypto.randomUUID is missing. */
export function uuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
