import { useSyncExternalStore } from 'react';
import { choice, choose } from './choices';

export const LOOKS = ['system', 'light', 'dark'] as const;
export type Look = (typeof LOOKS)[number];

const listeners = new Set<() => void>();
const chosen = (): Look => LOOKS.find(each => each === choice('look')) ?? 'system';
/** Paper is white, whatever the screen is. */
const asked = ['(prefers-color-scheme: dark)', 'print', '(prefers-reduced-motion: reduce)'];

function subscribe(listener: () => void): () => void {
  const media = asked.map(query => matchMedia(query));
  listeners.add(listener);
  media.forEach(each => each.addEventListener('change', listener));
  return () => {
    listeners.delete(listener);
    media.forEach(each => each.removeEventListener('change', listener));
  };
}

function isDark(): boolean {
  const [system, paper] = asked.map(query => matchMedia(query).matches);
  return !paper && (chosen() === 'dark' || (chosen() === 'system' && system === true));
}

const isStill = (): boolean => matchMedia(asked[2]!).matches;

function setLook(look: Look): void {
  choose('look', look === 'system' ? null : look);
  listeners.forEach(listener => listener());
}

/** Light or dark, as the person chose; otherwise as his system is. `still`: he wants nothing to move. */
export function useLook() {
  return { look: useSyncExternalStore(subscribe, chosen), dark: useSyncExternalStore(subscribe, isDark), still: useSyncExternalStore(subscribe, isStill), setLook };
}
