import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { uuid } from '../http';
import { ProblemError } from '../problem';
import type { Calendar, Open } from './api';

const SHOWN = [['calendar-list'], ['calendars'], ['calendar'], ['calendar-revisions'], ['due'], ['working-time']];

/** Saves a change of a calendar once; its key stays the same until an answer came. @param said what is told then */
export function useSaved(seen: Calendar, send: (open: Open, key: string) => Promise<Calendar>, said: 'calendars.savedNow' | 'calendars.notice.imported', then: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const key = useRef(uuid());
  const mutationKey = ['save-calendar', seen.name];
  const saved = useMutation({
    mutationKey,
    mutationFn: (open: Open) => send(open, key.current),
    onSuccess: calendar => {
      key.current = uuid();
      void message.success(calendar.revision === seen.revision ? t('calendars.same') : t(said, { number: calendar.revision }));
      for (const queryKey of SHOWN) void client.invalidateQueries({ queryKey });
      then();
    },
    onError: error => {
      if (!(error instanceof ProblemError) || error.problem.status === 0 || error.signedOut) return;
      key.current = uuid();
    },
  });
  const once = (open: Open) => {
    if (!client.isMutating({ mutationKey })) saved.mutate(open);
  };
  return { ...saved, once };
}
