import '../src/i18n';
import { textsIn } from '../src/i18n/texts';

/** Pages wait for the texts of their language; tests read both. */
import.meta.glob('../src/*/i18n/index.ts', { eager: true });
await textsIn('zh-CN', 'en');

/** jsdom has none: a stream on which nothing happens. Tests that need one to speak bring their own. */
globalThis.EventSource ??= class extends EventTarget {
  onerror = null;
  close() {}
} as unknown as typeof EventSource;
