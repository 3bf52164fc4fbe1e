import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, type RefSelectProps, Select } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Customer, customer, customers } from '../api';
import { LevelTag } from '../customer/tags';
import { explain } from '../ui/ProblemNote';
import { useDebounced } from '../useDebounced';

interface Props {
  id?: string;
  value?: string;
  onChange?: (id: string) => void;
  /** The contacts of the chosen customer who call from the number that was typed. */
  onCallers: (contacts: string[]) => void;
  /** Nobody fits: the caller becomes a customer. @param typed his name or number */
  onNew?: (typed: string) => void;
}

const saying = (found: Customer) => (found.callers ?? []).map(caller => caller.salutation ?? caller.name).filter(Boolean).join(' ');

/** Who calls: found by the number he calls from, or by his company's name. */
export function CallerSearch({ id, value, onChange, onCallers, onNew }: Props) {
  const { t } = useTranslation();
  const field = useRef<RefSelectProps>(null);
  const [typed, setTyped] = useState('');
  const asked = useDebounced(typed.trim(), 250);
  const found = useQuery({ queryKey: ['customers', asked], queryFn: ({ signal }) => customers(asked, signal) });
  const known = useQuery({ queryKey: ['customer', value], queryFn: ({ signal }) => customer(value!, signal), enabled: Boolean(value) });
  // What was found for other words is nobody who may be chosen: he would be taken for the caller.
  const waiting = found.isFetching || asked !== typed.trim();
  const items = waiting ? [] : found.data?.items ?? [];
  const options = items.map(item => ({ value: item.id, label: item.name }));
  // A customer restored from a draft may not be among those found.
  if (known.data && !options.some(option => option.value === value)) options.unshift({ value: known.data.id, label: known.data.name });
  // Whoever picks up the phone types at once.
  useEffect(() => { if (!value) field.current?.focus(); /* oxlint-disable-next-line react/exhaustive-deps -- at the first look only */ }, []);
  const choose = (chosen: string) => {
    onCallers((items.find(item => item.id === chosen)?.callers ?? []).map(caller => caller.id));
    onChange?.(chosen);
  };
  return (
    <div className="with-add">
      <Select ref={field} id={id} data-testid="customer" value={value} onChange={choose} options={options} placeholder={t('desk.whoHint')} loading={waiting} labelRender={chosen => chosen.label ?? '…'}
        showSearch={{ filterOption: false, onSearch: setTyped }} getPopupContainer={select => select.parentElement ?? document.body} notFoundContent={<span className="quiet">{waiting ? t('search.waiting') : found.error ? explain(found.error, t).text : t('desk.nobody')}</span>}
        optionRender={({ value: each, label }) => optionOf(label, items.find(item => item.id === each))} />
      {onNew && <Button icon={<PlusOutlined />} onClick={() => onNew(typed.trim())} data-testid="register-customer">{t('desk.newCustomer')}</Button>}
    </div>
  );
}

const optionOf = (label: ReactNode, found?: Customer) =>
  <span className="first"><span>{label}</span>{found && <LevelTag level={found.level} />}{found && <span className="quiet">{saying(found)}</span>}</span>;
