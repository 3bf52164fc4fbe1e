import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { command } from '../api';
import { uuid } from '../http';
import { ProblemError } from '../problem';

export interface CommandOptions<T> {
  /** What the page shows and the command may change; read again after it, whatever came of it. */
  refresh: QueryKey[];
  /** Version the user saw: the service refuses when somebody else was faster. */
  version?: number;
  text?: string;
  /** How it is sent, when it is no `POST`. */
  method?: 'PUT' | 'DELETE';
  then?: (answer: T) => void;
}

/** Under which a command is known while it is under way. */
export const commandKey = (path: string) => ['command', path];

/** Somebody else was faster: what the page showed is no longer so. */
const STALE = ['illegal-transition', 'stale-version', 'concurrent-change', 'ticket-over', 'nothing-unanswered'];

/** Sends one command; its key stays the same until an answer came, so that a repeat after a lost answer does no harm. */
export function useCommand<T>(path: string, { refresh, version, text, method, then }: CommandOptions<T>) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const key = useRef(uuid());
  const mutationKey = commandKey(path);
  const send = useMutation({
    mutationKey,
    mutationFn: (body: unknown) => command<T>(path, body, key.current, version, method),
    onSuccess: answer => {
      key.current = uuid();
      void message.success(text ?? t('action.done'));
      then?.(answer);
    },
    onError: error => {
      if (!(error instanceof ProblemError) || error.problem.status === 0 || error.signedOut) return;
      key.current = uuid();
      if (STALE.includes(error.slug)) void message.warning(t('action.stale'));
    },
    onSettled: () => refresh.forEach(queryKey => void client.invalidateQueries({ queryKey })),
  });
  /** A double click comes before the next rendering, so the cache is asked and not `isPending`. Says whether it is sent. */
  const once = (body: unknown, onError?: (error: Error) => void): boolean => {
    if (client.isMutating({ mutationKey })) return false;
    send.mutate(body, { onError });
    return true;
  };
  return { ...send, once };
}
