import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import '../i18n';
import { useTitleOf } from '../../shell/titles';
import { ProblemNote } from '../../ui/ProblemNote';
import { Waiting } from '../../ui/Waiting';
import { audit } from '../api';
import { isService } from '../services';
import { ServiceTrouble } from '../ServiceTrouble';
import { useFilter } from '../useFilter';
import { AuditFilters } from './AuditFilters';
import { AuditRows } from './AuditRows';
import { Verification } from './Verification';
import { periodOf } from './period';
import { after, START, step, trail } from './trail';
import { useThing } from './useThing';

/** Who did what, over all services: a search through their books as through one. */
export function AuditPage() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const use = useFilter('person', 'action', 'about', 'customer', 'service', 'days', 'from', 'to');
  const { filter } = use;
  const chosen = filter.service ?? null;
  const only = isService(chosen) ? chosen : undefined;
  const thing = useThing(filter.about);
  const list = useInfiniteQuery({
    queryKey: ['audit', filter, thing.id],
    enabled: !thing.waiting && !thing.unknown,
    queryFn: ({ pageParam, signal }) => step(pageParam, only, (service, cursor) =>
      audit(service, { person: filter.person, action: filter.action, about: thing.id, customer: filter.customer, ...periodOf(filter, Date.now()) }, cursor, signal)),
    initialPageParam: START,
    getNextPageParam: after,
    placeholderData: keepPreviousData,
  });
  const rows = thing.unknown ? [] : trail(list.data?.pages ?? []);
  const failures = list.data?.pages.at(-1)?.failures ?? [];
  const troubles = failures.map(each => ({ ...each, old: false, onRetry: () => void list.refetch() }));
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'audit' })}</h1></div>
      <p className="quiet">{t('admin.audit.about')}</p>
      <Verification />
      <AuditFilters use={use} />
      <ServiceTrouble troubles={troubles} />
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {thing.unknown && <div className="panel" data-testid="empty"><Empty description={t('admin.audit.noThing', { number: filter.about })} /></div>}
      {list.isPending && !thing.unknown && <Waiting />}
      {list.data && !thing.unknown && rows.length === 0 && failures.length === 0 && !list.hasNextPage && <div className="panel" data-testid="empty"><Empty description={t('admin.audit.none')} /></div>}
      {rows.length > 0 && <AuditRows rows={rows} loading={list.isPlaceholderData || thing.waiting} />}
      {list.hasNextPage && !thing.unknown && <div className="list-end"><Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage} data-testid="load-more">{t('list.more')}</Button></div>}
    </>
  );
}
