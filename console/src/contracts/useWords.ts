import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { customer } from '../api';
import { useKindNames } from '../ticket/useKindNames';
import { calendars, kinds } from './api';
import type { Names } from './lines';

const LONG_MS = 300_000;

/** Calendars and products by their names. Nobody is shown an id instead of one that is not known. */
export function useContractWords(customerId?: string | null): Names & { calendars: { value: string; label: string }[]; products: { value: string; label: string }[] } {
  const { t } = useTranslation();
  const kind = useKindNames();
  const known = useQuery({ queryKey: ['calendars'], queryFn: ({ signal }) => calendars(signal), staleTime: LONG_MS });
  const owner = useQuery({ queryKey: ['customer', customerId], queryFn: ({ signal }) => customer(customerId!, signal), enabled: Boolean(customerId), staleTime: LONG_MS });
  const titles = new Map((known.data?.items ?? []).map(each => [each.name, each.title ?? each.name]));
  const products = new Map((owner.data?.products ?? []).map(each => [each.id, each.name]));
  return {
    kind,
    calendar: name => titles.get(name) ?? name,
    product: id => products.get(id) ?? t('contracts.unknownProduct'),
    calendars: [...titles].map(([value, label]) => ({ value, label })),
    products: [...products].map(([value, label]) => ({ value, label })),
  };
}

/** Kinds of promises that an agreement of this type can speak of. */
export function useKindsOf(type: string) {
  const name = useKindNames();
  const found = useQuery({ queryKey: ['promise-kinds'], queryFn: ({ signal }) => kinds(signal), staleTime: LONG_MS });
  const all = (found.data?.items ?? []).filter(each => each.promised && each.agreements?.includes(type));
  return { options: all.map(each => ({ value: each.kind, label: name(each.kind) })), allowsTime: (kind?: string) => all.find(each => each.kind === kind)?.allowsTime !== false };
}
