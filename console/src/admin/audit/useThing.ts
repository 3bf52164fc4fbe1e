import { useQuery } from '@tanstack/react-query';
import { tickets } from '../../api';
import { ID } from './reading';

export interface Named {
  /** Of the thing that is looked for. */
  id?: string;
  /** It is not known yet which one is meant. */
  waiting: boolean;
  /** Nothing is called so. */
  unknown: boolean;
}

/** People name a thing by the number of its ticket, the audit by its id. */
export function useThing(about: string | undefined): Named {
  const id = ID.exec(about ?? '')?.[0];
  const numbered = Boolean(about) && !id;
  const found = useQuery({ queryKey: ['ticket-number', about], queryFn: ({ signal }) => tickets({ query: about }, null, signal), enabled: numbered });
  if (!numbered) return { id, waiting: false, unknown: false };
  const ticket = found.data?.items.find(each => each.number === about);
  return { id: ticket?.id, waiting: found.isPending, unknown: !found.isPending && !ticket };
}
