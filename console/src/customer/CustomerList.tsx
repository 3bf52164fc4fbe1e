import { SearchOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Empty, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { customerPage } from '../api';
import { nextCursor, rowsOf } from '../list/paging';
import { useTitleOf } from '../shell/titles';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { useDebounced } from '../useDebounced';
import { LevelTag, WithdrawnTag } from './tags';

/** Customers by name, or by the number somebody of theirs calls from. */
export function CustomerList() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const [typed, setTyped] = useState('');
  const [withdrawn, setWithdrawn] = useState(false);
  const asked = useDebounced(typed.trim(), 400);
  const list = useInfiniteQuery({
    queryKey: ['customers', asked, withdrawn],
    queryFn: ({ pageParam, signal }) => customerPage({ query: asked, withdrawn }, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: nextCursor,
    placeholderData: keepPreviousData,
  });
  const rows = rowsOf(list.data?.pages);
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'customers' })}</h1></div>
      <div className="filters" role="search">
        <Input type="search" prefix={<SearchOutlined aria-hidden />} aria-label={t('customer.search')} placeholder={t('customer.search')} data-testid="customer-query" allowClear
          value={typed} onChange={event => setTyped(event.target.value)} maxLength={100} />
        <Checkbox checked={withdrawn} onChange={event => setWithdrawn(event.target.checked)} data-testid="customer-withdrawn">{t('customer.alsoWithdrawn')}</Checkbox>
      </div>
      {list.error && !list.data && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t('open.nothing')} /></div>}
      <ul className="cards" data-testid="customer-list">
        {rows.map(row => (
          <li key={row.id} data-testid="customer-row" data-id={row.id}>
            <Link to={`/customers/${row.id}`}>
              <div className="first"><strong>{row.name}</strong><LevelTag level={row.level} />{row.withdrawnAt && <WithdrawnTag />}</div>
            </Link>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </>
  );
}
