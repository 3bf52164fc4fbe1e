import { useTranslation } from 'react-i18next';
import type { StoryItem } from '../api';
import { useEngineers } from '../people/useEngineers';
import { usePeople } from '../people/usePeople';
import { useMe } from '../session';
import { isUuid, type Names } from './sentences';

/** Who an id is, as far as this page can know: me, the engineers (for staff), whoever the story itself names, and whose account has a name. */
export function useNames(story: readonly StoryItem[]): Names {
  const { t } = useTranslation();
  const who = useMe();
  const people = usePeople();
  const engineers = useEngineers();
  const names = new Map<string, string>();
  for (const { data } of story) {
    if (typeof data?.engineerId === 'string' && typeof data.engineerName === 'string') names.set(data.engineerId, data.engineerName);
  }
  for (const me of [who.subject, who.username]) names.set(me, t('ticket.me'));
  return id => (typeof id !== 'string' || !id ? undefined : names.get(id) ?? engineers(id) ?? (isUuid(id) ? undefined : people(id)));
}
