import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { promiseKinds } from '../api';

/** What a kind of promise is called, by its code. */
export type KindNames = (code: string) => string;

const AGAIN_MS = 10_000;

/** The names stand in promises.yaml and nowhere else, so they are asked for, once for all pages. Nobody is shown a code instead. */
export function useKindNames(): KindNames {
  const { t, i18n } = useTranslation();
  const kinds = useQuery({
    queryKey: ['promise-kinds'],
    queryFn: ({ signal }) => promiseKinds(signal),
    staleTime: 300_000,
    gcTime: Infinity,
    refetchInterval: query => (query.state.data ? false : AGAIN_MS),
  });
  const names = new Map<string, string>(kinds.data?.items.map(each => [each.kind, i18n.language === 'en' ? each.en : each.zh]));
  return code => names.get(code) ?? (kinds.isPending ? '…' : t('promise.unnamed'));
}
