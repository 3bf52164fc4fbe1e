import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Alert, Button, Empty, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFilter } from '../admin/useFilter';
import './i18n';
import './portal.css';
import { nextCursor, REFRESH_MS, rowsOf } from '../list/paging';
import { usePolling } from '../live/Live';
import { useMe } from '../session';
import { useTitleOf } from '../shell/titles';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { FINISHED, myTickets, OPEN, useMyCompanies, visitsUnderWay } from './api';
import { NextVisits } from './NextVisits';
import { TicketCards } from './TicketCards';
import { WaitsForMe } from './WaitsForMe';

const PAGE = 20;

/** Where a customer's day begins: what waits for him, who comes next, and how his reports stand. */
export function MyService() {
  const { t } = useTranslation();
  const who = useMe();
  const titleOf = useTitleOf();
  const navigate = useNavigate();
  const { filter, set } = useFilter('state', 'shop');
  const finished = filter.state === 'finished';
  const companies = useMyCompanies();
  const shops = companies.flatMap(each => each.sites ?? []);
  const visits = useQuery({ queryKey: ['visits', 'mine'], queryFn: ({ signal }) => visitsUnderWay(signal), refetchInterval: usePolling(REFRESH_MS), retry: false });
  const list = useInfiniteQuery({
    queryKey: ['tickets', 'mine', finished, filter.shop],
    queryFn: ({ pageParam, signal }) => myTickets(finished ? FINISHED : OPEN, filter.shop, PAGE, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: nextCursor,
    refetchInterval: usePolling(REFRESH_MS),
    placeholderData: keepPreviousData,
  });
  const rows = rowsOf(list.data?.pages);
  const coming = visits.data?.items ?? [];
  const shopName = (id?: string | null) => shops.find(each => each.id === id)?.name;
  const report = <Button type="primary" size="large" icon={<PlusOutlined />} onClick={() => void navigate('/tickets/new')} data-testid="open-ticket">{t('portal.mine.report')}</Button>;
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'tickets' })}</h1><span className="spread" />{report}</div>
      <p className="quiet">{t('portal.mine.hello', { name: who.name })}</p>
      <WaitsForMe visits={visits.data?.items} shopName={shopName} />
      <NextVisits visits={coming} shopName={shopName} />
      {visits.isError && !visits.data && <Alert type="warning" showIcon className="note" title={t('portal.mine.part')} data-testid="part-missing" />}
      <h2 className="portal-head">{t('portal.mine.tickets')}</h2>
      <div className="filters" role="search">
        <Segmented aria-label={t('portal.mine.state')} data-testid="my-state" value={finished ? 'finished' : 'open'} onChange={value => set({ state: value === 'finished' ? value : undefined })}
          options={['open', 'finished'].map(value => ({ value, label: <span data-testid={`my-state-${value}`}>{t(`portal.mine.${value}`)}</span> }))} />
        {shops.length > 1 && (
          <Select aria-label={t('portal.mine.shop')} data-testid="my-shop" value={filter.shop ?? ''} onChange={value => set({ shop: value || undefined })}
            options={[{ value: '', label: t('portal.mine.allShops') }, ...shops.map(each => ({ value: each.id, label: each.name }))]} />
        )}
      </div>
      {list.error && !list.data && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.error && list.data && <Alert type="warning" showIcon className="note" title={t('list.stale')} data-testid="stale" />}
      {list.isPending && <Waiting />}
      {list.data && rows.length === 0 && (
        <div className="panel" data-testid="empty"><Empty description={t(filter.shop ? 'portal.mine.noneHere' : finished ? 'portal.mine.noneEver' : 'portal.mine.none')} /></div>
      )}
      {rows.length > 0 && <TicketCards rows={rows} visits={coming} shopName={shopName} />}
      {list.hasNextPage && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </>
  );
}
