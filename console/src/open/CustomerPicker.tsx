import { useQueries, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customer, customers } from '../api';
import { explain } from '../ui/ProblemNote';
import { useDebounced } from '../useDebounced';

interface Props {
  id?: string;
  value?: string;
  /** Nothing when the choice was taken back, where that is possible. */
  onChange?: (id: string) => void;
  /** Where no field of a form names it: a filter, which can be taken back, too. */
  label?: string;
}

/** For the desk: finds a customer by name on the server. */
export function CustomerSearch({ value, onChange, id, label }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const asked = useDebounced(typed.trim());
  const found = useQuery({ queryKey: ['customers', asked], queryFn: ({ signal }) => customers(asked, signal), placeholderData: before => before });
  const known = useQuery({ queryKey: ['customer', value], queryFn: ({ signal }) => customer(value!, signal), enabled: Boolean(value) });
  const options = (found.data?.items ?? []).map(item => ({ value: item.id, label: item.name }));
  // A customer restored from a draft may not be among those found.
  if (known.data && !options.some(option => option.value === value)) options.unshift({ value: known.data.id, label: known.data.name });
  return (
    <Select id={id} data-testid="customer" value={value} onChange={onChange} options={options} placeholder={label ?? t('open.customerHint')} loading={found.isFetching}
      aria-label={label} allowClear={label !== undefined} labelRender={chosen => chosen.label ?? '…'} showSearch={{ filterOption: false, onSearch: setTyped }} notFoundContent={found.isFetching ? null : found.error ? explain(found.error, t).text : t('open.nothing')} />
  );
}

/** For a portal user: one of his own customers, nearly always a single one and then preset. */
export function OwnCustomer({ value, onChange, id, own }: Props & { own: string[] }) {
  const found = useQueries({
    queries: own.map(each => ({ queryKey: ['customer', each], queryFn: ({ signal }: { signal: AbortSignal }) => customer(each, signal) })),
  });
  const options = own.map((each, index) => ({ value: each, label: found[index]?.data?.name ?? '…' }));
  return <Select id={id} data-testid="customer" value={value} onChange={onChange} options={options} disabled={own.length === 1} />;
}
