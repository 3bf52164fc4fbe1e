import { CheckCircleOutlined, EditOutlined, StarOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Ticket, Visit } from '../api';
import { REFRESH_MS } from '../list/paging';
import { usePolling } from '../live/Live';
import { myTickets } from './api';

/** Of the newest so many that are finished, those without a rating are asked for one; older ones are let rest. */
const NEWEST = 5;
const MOST = 10;

interface Props {
  /** Undefined while they are not known: nobody is told that nothing waits for him as long as a signature might. */
  visits: readonly Visit[] | undefined;
  shopName: (id?: string | null) => string | undefined;
}

interface Task {
  key: string;
  what: 'confirm' | 'sign' | 'rate';
  icon: ReactNode;
  to: string;
  about: string;
}

/** What only he can do: confirm, sign, rate. */
export function WaitsForMe({ visits, shopName }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refetchInterval = usePolling(REFRESH_MS);
  const [solved, closed] = useQueries({
    queries: [{ status: ['RESOLVED'], limit: MOST }, { status: ['CLOSED'], limit: NEWEST }].map(({ status, limit }) => ({
      queryKey: ['tickets', 'waiting', ...status], queryFn: ({ signal }: { signal: AbortSignal }) => myTickets(status, undefined, limit, null, signal), refetchInterval, retry: false,
    })),
  });
  const about = (ticket: Ticket) => [ticket.summary, shopName(ticket.siteId)].filter(Boolean).join(' · ');
  const tasks: Task[] = [
    ...(solved?.data?.items ?? []).map((each): Task => ({ key: each.id, what: 'confirm', icon: <CheckCircleOutlined />, to: `/tickets/${each.id}?do=confirm`, about: about(each) })),
    ...(visits ?? []).filter(each => each.status === 'COMPLETED').map((each): Task => ({ key: each.id, what: 'sign', icon: <EditOutlined />, to: `/visits/${each.id}`, about: [each.number, shopName(each.siteId)].filter(Boolean).join(' · ') })),
    ...(closed?.data?.items ?? []).filter(each => !each.surveyed).map((each): Task => ({ key: each.id, what: 'rate', icon: <StarOutlined />, to: `/tickets/${each.id}?do=rate`, about: about(each) })),
  ];
  if (!solved?.data || !closed?.data) return solved?.isError || closed?.isError ? <Alert type="warning" showIcon className="note" title={t('portal.mine.part')} data-testid="part-missing" /> : null;
  return (
    <section className="panel waits" aria-label={t('portal.mine.waits')} data-testid="waits" data-count={tasks.length}>
      <h2>{t('portal.mine.waits')}</h2>
      {tasks.length === 0 && visits && <p className="quiet">{t('portal.mine.nothingWaits')}</p>}
      <ul className="parts">
        {tasks.map(({ key, what, icon, to, about: words }) => (
          <li key={key} data-testid="wait" data-what={what}>
            <div><div>{icon} {t(`portal.mine.${what}`)}</div><div className="quiet">{words}</div>{what === 'sign' && <div className="quiet">{t('portal.mine.signHint')}</div>}</div>
            <Button type={what === 'rate' ? 'default' : 'primary'} size="large" onClick={() => void navigate(to)} aria-label={`${t(`portal.mine.${what}Do`)} ${words}`} data-testid="wait-do">{t(`portal.mine.${what}Do`)}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
