import { CarOutlined, ContainerOutlined, TeamOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { findCustomers, findTickets, findVisits } from '../api';
import { hasRole, READS, useMe } from '../session';
import { showWindow } from '../time';
import { wordOf } from '../ui/words';
import { type FoundKind, visitNumber } from './finds';

const FRESH_MS = 10_000;

/** What the services find, each only for those who may read it; the services themselves show nobody more than is his. */
export function useRemoteFinds(asked: string) {
  const { t } = useTranslation();
  const who = useMe();
  const navigate = useNavigate();
  const number = visitNumber(asked);
  const may = (what: keyof typeof READS) => asked !== '' && hasRole(who, ...READS[what]);
  const options = { staleTime: FRESH_MS, retry: false };
  const tickets = useQuery({ ...options, queryKey: ['find', 'tickets', asked], queryFn: ({ signal }) => findTickets(asked, signal), enabled: may('tickets') });
  const customers = useQuery({ ...options, queryKey: ['find', 'customers', asked], queryFn: ({ signal }) => findCustomers(asked, signal), enabled: may('customers') });
  const visits = useQuery({ ...options, queryKey: ['find', 'visits', number], queryFn: ({ signal }) => findVisits(number!, signal), enabled: may('visits') && Boolean(number) });
  const to = (path: string) => () => void navigate(path);
  const found: FoundKind[] = [
    { kind: 'tickets', finds: (tickets.data?.items ?? []).map(each => ({
      key: each.id, title: `${each.number} ${each.summary}`, hint: [each.customerName, wordOf(t, 'status', each.status)].filter(Boolean).join(' · '), icon: <ContainerOutlined />, run: to(`/tickets/${each.id}`) })) },
    { kind: 'visits', finds: (visits.data?.items ?? []).map(each => ({
      key: each.id, title: each.number, hint: [wordOf(t, 'visitStatus', each.status), each.windowStart && showWindow(each.windowStart, each.windowEnd)].filter(Boolean).join(' · '), icon: <CarOutlined />, run: to(`/visits/${each.id}`) })) },
    { kind: 'customers', finds: (customers.data?.items ?? []).map(each => ({
      key: each.id, title: each.name, hint: each.level ? wordOf(t, 'enums.customerLevel', each.level) : undefined, icon: <TeamOutlined />, run: to(`/customers/${each.id}`) })) },
  ];
  const all = [tickets, customers, visits];
  return { found, waiting: all.some(each => each.isLoading), failed: all.find(each => each.error)?.error };
}
