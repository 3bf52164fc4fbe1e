import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Empty, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useFilter } from '../admin/useFilter';
import { customerPage } from '../api';
import '../desk/i18n';
import { nextCursor, rowsOf } from '../list/paging';
import { useMe } from '../session';
import { useTitleOf } from '../shell/titles';
import { ProblemNote } from '../ui/ProblemNote';
import { oneOf } from '../ui/said';
import { Waiting } from '../ui/Waiting';
import { useDebounced } from '../useDebounced';
import { mayChange } from './files';
import { LEVELS, RegisterDialog } from './RegisterDialog';
import { LevelTag, WithdrawnTag } from './tags';

/** Customers by name, by the number somebody of theirs calls from, and by level. */
export function CustomerList() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const navigate = useNavigate();
  const keeper = mayChange(useMe());
  const { filter, set, clear, filtered } = useFilter('query', 'level', 'withdrawn');
  const level = oneOf(LEVELS, filter.level);
  const [typed, setTyped] = useState(filter.query ?? '');
  const [registering, setRegistering] = useState(false);
  const rested = useDebounced(typed.trim(), 400);
  const withdrawn = filter.withdrawn === 'true';
  useEffect(() => {
    if (rested !== (filter.query ?? '')) set({ query: rested });
    // Only what was typed drives the filter; `set` is new at every rendering.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rested]);
  const list = useInfiniteQuery({
    queryKey: ['customers', filter.query ?? '', level, withdrawn],
    queryFn: ({ pageParam, signal }) => customerPage({ query: filter.query, level, withdrawn }, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  });
  const rows = rowsOf(list.data?.pages);
  const levels = [{ value: '', label: t('desk.anyLevel') }, ...LEVELS.map(value => ({ value, label: t(`enums.customerLevel.${value}`) }))];
  return (
    <>
      <div className="title-row">
        <h1>{titleOf({ name: 'customers' })}</h1><span className="spread" />
        {keeper && <Button type="primary" icon={<PlusOutlined />} onClick={() => setRegistering(true)} data-testid="register-customer">{t('desk.newCustomer')}</Button>}
      </div>
      <div className="filters" role="search">
        <Input type="search" prefix={<SearchOutlined aria-hidden />} aria-label={t('customer.search')} placeholder={t('customer.search')} data-testid="customer-query" allowClear
          value={typed} onChange={event => setTyped(event.target.value)} maxLength={100} />
        <Select aria-label={t('customer.level')} data-testid="customer-level" value={level ?? ''} onChange={(picked: string) => set({ level: picked })} options={levels} />
        <Checkbox checked={withdrawn} onChange={event => set({ withdrawn: event.target.checked ? 'true' : undefined })} data-testid="customer-withdrawn">{t('customer.alsoWithdrawn')}</Checkbox>
      </div>
      {list.error && !list.data && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.error && list.data && <Alert type="warning" showIcon className="note" title={t('list.stale')} data-testid="stale" />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && (
        <div className="panel" data-testid="empty">
          <Empty description={t('open.nothing')}>{filtered && <Button onClick={() => { setTyped(''); clear(); }} data-testid="clear-filters">{t('list.clear')}</Button>}</Empty>
        </div>
      )}
      <ul className="cards" data-testid="customer-list">
        {rows.map(row => (
          <li key={row.id} data-testid="customer-row" data-id={row.id}>
            <Link to={`/customers/${row.id}`}>
              <div className="first"><strong>{row.name}</strong><LevelTag level={row.level} />{row.withdrawnAt && <WithdrawnTag />}</div>
              {row.callers?.map(caller => <div className="quiet" key={caller.id}>{[caller.salutation, caller.phone].filter(Boolean).join(' ')}</div>)}
            </Link>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
      {registering && <RegisterDialog typed={typed.trim()} onClose={() => setRegistering(false)} onRegistered={made => void navigate(`/customers/${made.id}`)} />}
    </>
  );
}
