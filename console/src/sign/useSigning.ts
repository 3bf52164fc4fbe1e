import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { sign, type Signed } from '../api';
import { forget, keep, kept } from '../kept';
import { ProblemError } from '../problem';
import { type Drawing, toPath } from './strokes';

export interface SignDraft {
  signerName?: string;
  drawing?: Drawing;
  /** It was sent and no answer came: it may have arrived. */
  sent?: boolean;
}

/** Enough of the token to tell two links apart; the token itself stays in the address only. */
const nameFor = (token: string) => `sign.${token.slice(0, 8)}`;

const unanswered = (error: unknown) => error instanceof ProblemError && (error.problem.status === 0 || error.problem.status >= 502);

/** Keeps name and drawing in this tab until they are signed, and sends them; again by itself when the network comes back. */
export function useSigning(token: string, withoutSession: boolean) {
  const [start] = useState(() => kept<SignDraft>(nameFor(token)) ?? {});
  const draft = useRef<SignDraft>(start);
  const [received, setReceived] = useState(false);
  const remember = (change: SignDraft) => {
    draft.current = { ...draft.current, ...change };
    keep(nameFor(token), draft.current);
  };
  const send = useMutation<Signed, Error, void>({
    networkMode: 'always',
    mutationFn: () => sign(token, { signerName: draft.current.signerName!.trim(), strokes: toPath(draft.current.drawing!) }, withoutSession),
    onSuccess: () => forget(nameFor(token)),
    onError: error => {
      if (unanswered(error)) remember({ sent: true });
      // The link is good for one signature, and nobody but us has sent one from here: the lost answer was a yes.
      else if (error instanceof ProblemError && error.slug === 'signature-used' && draft.current.sent) { forget(nameFor(token)); setReceived(true); }
    },
  });
  const waiting = unanswered(send.error);
  const { mutate, isPending } = send;
  useEffect(() => {
    if (!waiting || isPending) return;
    const again = () => mutate();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [waiting, isPending, mutate]);
  return { start, remember, sent: () => draft.current.sent === true, send: () => { if (!isPending) mutate(); }, signed: send.data, sending: isPending, error: send.error, waiting, received };
}
