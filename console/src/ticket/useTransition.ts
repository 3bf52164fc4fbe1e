import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { transition, type Ticket } from '../api';
import { uuid } from '../http';
import { ProblemError } from '../problem';

/** Sends one transition of a ticket; the key stays the same until an answer came, so that a repeat after a lost answer does no harm. */
export function useTransition(ticketId: string, verb: string, done?: { text?: string; then?: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const key = useRef(uuid());
  const mutationKey = ['transition', ticketId, verb];
  const send = useMutation({
    mutationKey,
    mutationFn: (body: unknown) => transition(ticketId, verb, body, key.current),
    onSuccess: answer => {
      key.current = uuid();
      if (answer?.id === ticketId && answer.status) client.setQueryData<Ticket>(['ticket', ticketId], answer);
      void message.success(done?.text ?? t('action.done'));
      done?.then?.();
    },
    onError: error => {
      if (!(error instanceof ProblemError) || error.problem.status === 0 || error.signedOut) return;
      key.current = uuid();
      if (error.problem.status === 409 || error.problem.status === 412) void message.warning(t('action.stale'));
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['ticket', ticketId] });
      void client.invalidateQueries({ queryKey: ['story', ticketId] });
      void client.invalidateQueries({ queryKey: ['tickets'] });
    },
  });
  /** A double click comes before the next rendering, so the cache is asked and not `isPending`. */
  const once = (body: unknown, onError?: (error: Error) => void) => {
    if (!client.isMutating({ mutationKey })) send.mutate(body, { onError });
  };
  return { ...send, once };
}
