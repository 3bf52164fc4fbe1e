import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import { forget, keep, kept } from '../kept';
import { MeContext } from '../session';

type Values = Record<string, unknown>;

export interface Draft {
  /** What was typed before the page went away. */
  before: Values;
  isBegun: () => boolean;
  /** @param changed fields that were just changed, @param all what the form holds now */
  note: (changed: object, all: object) => void;
  /** It was sent: nothing is to be kept any more. */
  sent: () => void;
}

/** What is kept as text: a picked day, say, is an object of the calendar and would come back as something else. */
const isPlain = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) || (Array.isArray(value) ? value.every(isPlain) : typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain));

/**
 * What somebody has typed into a form survives that the page goes away under it: the way to the sign-in when the session has ended, or a reload. It
 * is there again when the same form is opened, once. What he did not touch is not kept, since by then it may be otherwise.
 * @param name which form, of what
 * @param forgetful nothing is kept
 */
export function useDraft(name: string, forgetful = false): Draft {
  const who = useContext(MeContext)?.subject ?? '';
  const [place] = useState(() => `draft.form.${who}.${name}`);
  const [before] = useState(() => kept<Values>(place) ?? {});
  const touched = useRef<Values>({ ...before });
  useEffect(() => {
    forget(place);
    const leave = () => {
      if (forgetful) return;
      const plain = Object.entries(touched.current).filter(([, value]) => isPlain(value));
      if (plain.length > 0) keep(place, Object.fromEntries(plain));
    };
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [place, forgetful]);
  const note = useCallback((changed: object, all: object) => Object.keys(changed).forEach(field => { touched.current[field] = (all as Values)[field]; }), []);
  return {
    before, note,
    isBegun: () => Object.keys(touched.current).length > 0,
    sent: () => { touched.current = {}; },
  };
}
