import { useTranslation } from 'react-i18next';
import { showTime, showWindow } from '../time';
import type { People } from '../people/usePeople';
import { useKindNames } from '../ticket/useKindNames';
import { wordOf } from '../ui/words';
import type { Note } from './api';

/** The sentence of a note. Customers are addressed otherwise than those who work for them. */
export function useTold(people: People): (note: Note, portal: boolean) => string {
  const { t } = useTranslation();
  const kindName = useKindNames();
  return ({ kind, about, number }, portal) => t(`bell.ring.${kind}`, {
    context: portal ? 'portal' : undefined,
    defaultValue: t('app.other'),
    number: number ?? t('bell.aTicket'),
    by: about.by ? people(about.by) : '',
    percent: about.percent,
    promise: about.kind ? kindName(about.kind) : '',
    due: about.dueAt ? showTime(about.dueAt) : '',
    window: about.windowStart && about.windowEnd ? showWindow(about.windowStart, about.windowEnd) : '',
    reason: about.reason ? wordOf(t, 'enums.reason', about.reason) : '',
    outcome: about.outcome ? wordOf(t, 'enums.outcome', about.outcome) : '',
  });
}
