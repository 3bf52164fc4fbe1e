import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty, Select, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import './i18n';
import './contracts.css';
import { useFilter } from '../admin/useFilter';
import { nextCursor, rowsOf } from '../list/paging';
import { CustomerSearch } from '../open/CustomerPicker';
import { useTitleOf } from '../shell/titles';
import { inZone } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { oneOf } from '../ui/said';
import { Waiting } from '../ui/Waiting';
import { wordOf } from '../ui/words';
import { type Agreement, agreements, TYPES } from './api';
import { MakeDialog } from './MakeDialog';
import { currentOf } from './timeline';

/** What was agreed on with whom, and which version holds today. */
export function ContractList() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const go = useNavigate();
  const { filter: said, set, clear, filtered } = useFilter('customer', 'type');
  const filter = { ...said, type: oneOf(TYPES, said.type) };
  const [making, setMaking] = useState(false);
  const list = useInfiniteQuery({
    queryKey: ['agreements', filter], queryFn: ({ pageParam, signal }) => agreements({ customerId: filter.customer, type: filter.type }, pageParam, signal), initialPageParam: null as string | null, getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  });
  const rows = rowsOf(list.data?.pages);
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'contracts' })}</h1><span className="spread" /><Button type="primary" onClick={() => setMaking(true)} data-testid="make-contract">{t('contracts.make')}</Button></div>
      <div className="filters" role="search">
        <CustomerSearch label={t('contracts.anyCustomer')} value={filter.customer} onChange={customer => set({ customer })} />
        <Select aria-label={t('contracts.type')} data-testid="filter-type" value={filter.type ?? ''} onChange={(type: string) => set({ type })} options={[{ value: '', label: t('contracts.allTypes') }, ...TYPES.map(value => ({ value: value as string, label: wordOf(t, 'enums.agreementType', value) }))]} />
        {filtered && <Button type="link" onClick={clear} data-testid="clear-filters">{t('list.clear')}</Button>}
      </div>
      {list.error && <ProblemNote error={list.error} more={list.data ? [t('list.stale')] : []} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t(filtered ? 'contracts.noneFiltered' : 'contracts.none')} /></div>}
      <ul className="cards" data-testid="contract-list">{rows.map(row => <Row key={row.id} row={row} />)}</ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
      {making && <MakeDialog customer={filter.customer} onClose={() => setMaking(false)} then={made => void go(`/contracts/${made.id}?edit=new`)} />}
    </>
  );
}

function Row({ row }: { row: Agreement }) {
  const { t } = useTranslation();
  const current = currentOf(row.versions, inZone(Date.now()).format('YYYY-MM-DD'));
  const drafts = row.versions.filter(each => each.status === 'DRAFT').length;
  return (
    <li data-testid="contract-row" data-number={row.number}>
      <Link to={`/contracts/${row.id}`}>
        <div className="first"><strong>{row.number}</strong><span>{row.name}</span><Tag>{wordOf(t, 'enums.agreementType', row.type)}</Tag>{drafts > 0 && <Tag color="blue">{t('contracts.drafts', { count: drafts })}</Tag>}</div>
        <div className="quiet">{row.customerName ?? (row.customerId ? '' : t('contracts.everyCustomer'))}</div>
        <div className="quiet">{current ? `${t('contracts.inForce', { number: current.number })}${t('app.comma')}${current.effectiveTo ? t('contracts.until', { day: current.effectiveTo }) : t('contracts.noEnd')}` : t('contracts.notInForce')}</div>
      </Link>
    </li>
  );
}
