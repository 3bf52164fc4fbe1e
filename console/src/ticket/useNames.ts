import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { engineers, type StoryItem } from '../api';
import { usePeople } from '../people/usePeople';
import { isPortal, useMe } from '../session';
import { isUuid, type Names } from './sentences';

/** Who an id is, as far as this page can know: me, the engineers (for staff), whoever the story itself names, and whose account has a name. */
export function useNames(story: readonly StoryItem[]): Names {
  const { t } = useTranslation();
  const who = useMe();
  const people = usePeople();
  const list = useQuery({ queryKey: ['engineers'], queryFn: ({ signal }) => engineers(signal), enabled: !isPortal(who), retry: false, staleTime: 300_000 });
  const names = new Map<string, string>((list.data?.items ?? []).map(each => [each.id, each.name]));
  for (const { data } of story) {
    if (typeof data?.engineerId === 'string' && typeof data.engineerName === 'string') names.set(data.engineerId, data.engineerName);
  }
  for (const me of [who.subject, who.username]) names.set(me, t('ticket.me'));
  return id => (typeof id !== 'string' || !id ? undefined : names.get(id) ?? (isUuid(id) ? undefined : people(id)));
}
