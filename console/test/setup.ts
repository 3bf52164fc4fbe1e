import '../src/i18n';

/** jsdom has none: a stream on which nothing happens. Tests that need one to speak bring their own. */
globalThis.EventSource ??= class extends EventTarget {
  onerror = null;
  close() {}
} as unknown as typeof EventSource;
