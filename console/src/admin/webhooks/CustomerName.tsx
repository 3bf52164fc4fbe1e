import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { customer } from '../../api';

/** Whose events it hears. */
export function CustomerName({ id }: { id?: string | null }) {
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['customer', id], queryFn: ({ signal }) => customer(id!, signal), enabled: Boolean(id), staleTime: 300_000 });
  return <span>{id ? found.data?.name ?? (found.error ? t('admin.hook.customerUnknown') : '…') : t('admin.hook.everybody')}</span>;
}
