import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerSearch } from '../../open/CustomerPicker';
import { holds } from '../../ui/fold';
import { useDebounced } from '../../useDebounced';
import { Period } from '../Period';
import { SERVICES } from '../services';
import type { useFilter } from '../useFilter';
import { ID, OPERATIONS } from './reading';

type Use = ReturnType<typeof useFilter<'person' | 'action' | 'about' | 'customer' | 'service' | 'days' | 'from' | 'to'>>;

export function AuditFilters({ use: { filter, set, clear, filtered } }: { use: Use }) {
  const { t } = useTranslation();
  return (
    <div className="filters" role="search">
      <Typed label={t('admin.audit.person')} testId="filter-person" value={filter.person} onChange={person => set({ person })} />
      <Typed label={t('admin.audit.object')} testId="filter-about" value={filter.about} onChange={about => set({ about })} reads={text => ID.exec(text)?.[0] ?? text} />
      <Select aria-label={t('admin.audit.action')} data-testid="filter-action" value={filter.action} onChange={action => set({ action })} placeholder={t('admin.audit.action')} allowClear showSearch={{ filterOption: holds }} popupMatchSelectWidth={false}
        options={OPERATIONS.map(value => ({ value, label: t(`admin.act.${value}`) }))} style={{ width: 220 }} />
      <CustomerSearch label={t('open.customer')} value={filter.customer} onChange={customer => set({ customer })} />
      <Select aria-label={t('admin.column.service')} data-testid="filter-service" value={filter.service ?? ''} onChange={service => set({ service })}
        options={[{ value: '', label: t('admin.allServices') }, ...SERVICES.map(value => ({ value, label: t(`admin.service.${value}`) }))]} />
      <Period days={filter.days} from={filter.from} to={filter.to} set={set} />
      {filtered && <Button type="link" onClick={clear} data-testid="clear-filters">{t('list.clear')}</Button>}
    </div>
  );
}

interface TypedProps { label: string; testId: string; value?: string; onChange: (text: string) => void; reads?: (text: string) => string }

/** @param reads what of the text is looked for, such as the id in an address; the text stays as it was typed */
function Typed({ label, testId, value, onChange, reads = text => text }: TypedProps) {
  const [typed, setTyped] = useState(value ?? '');
  const rested = useDebounced(reads(typed.trim()), 400);
  useEffect(() => {
    if (rested !== (value ?? '')) onChange(rested);
    // Only what was typed drives the filter; `onChange` is new at every rendering.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rested]);
  useEffect(() => { if (!value) setTyped(''); }, [value]);
  return <Input aria-label={label} placeholder={label} data-testid={testId} allowClear value={typed} onChange={event => setTyped(event.target.value)} maxLength={200} style={{ width: 220 }} />;
}
