import { SearchOutlined } from '@ant-design/icons';
import { Input, Segmented, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PRIORITIES, STATUSES } from '../status';
import { useDebounced } from '../useDebounced';
import { ORDERS } from './queues';
import type { useTicketFilter } from './useTicketFilter';

export function Filters({ use: { filter, set, staff, mine, ended, order } }: { use: ReturnType<typeof useTicketFilter> }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(filter.query ?? '');
  const rested = useDebounced(typed.trim(), 400);
  useEffect(() => {
    if (rested !== (filter.query ?? '')) set({ query: rested });
    // Only what was typed drives the filter; `set` is new at every rendering.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rested]);
  useEffect(() => { if (!filter.query) setTyped(''); }, [filter.query]);
  const any = { value: '', label: t('desk.anyPriority') };
  return (
    <div className="filters" role="search">
      <Select aria-label={t('list.status')} data-testid="filter-status" value={filter.status ?? ''} onChange={(value: string) => set({ status: value, queue: undefined })}
        options={[{ value: '', label: t('list.allStatus') }, ...STATUSES.map(value => ({ value: value as string, label: t(`status.${value}`) }))]} />
      <Select aria-label={t('list.priority')} data-testid="filter-priority" value={filter.priority ?? ''} disabled={ended} onChange={(value: string) => set({ priority: value })}
        options={[any, ...PRIORITIES.map(value => ({ value: value as string, label: value }))]} />
      <Select aria-label={t('desk.orderBy')} data-testid="filter-order" value={order} disabled={ended} onChange={(value: string) => set({ order: value })}
        options={ORDERS.map(value => ({ value: value as string, label: t(`desk.order.${value}`) }))} />
      <Input type="search" prefix={<SearchOutlined aria-hidden />} aria-label={t('list.search')} placeholder={t('list.search')} data-testid="filter-query" allowClear value={typed}
        onChange={event => setTyped(event.target.value)} onPressEnter={() => set({ query: typed.trim() })} maxLength={100} />
      {staff && !filter.queue && (
        <Segmented aria-label={t('list.scope')} data-testid="filter-scope" value={mine ? 'mine' : 'all'} onChange={value => set({ scope: value })}
          options={[{ value: 'all', label: t('list.all') }, { value: 'mine', label: t('list.mine') }]} />
      )}
    </div>
  );
}
