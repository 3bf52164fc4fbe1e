import { Empty, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isUuid } from '../ticket/sentences';
import { useNames } from '../ticket/useNames';
import { showTime } from '../time';
import { useWide } from '../ui/useWide';
import type { Load } from './loads';
import { PromiseList } from './PromiseList';
import { TicketsOf } from './TicketsOf';

const NO_STORY: never[] = [];
const NUMBERS = ['tickets', 'waiting', 'breached', 'promises', 'visits', 'due', 'broken'] as const;

/** What everybody has on his hands; or, of one person, what it is. */
export function Loads({ loads, who }: { loads: Load[]; who?: string }) {
  const { t } = useTranslation();
  const names = useNames(NO_STORY);
  const wide = useWide();
  const nameOf = (person: string) => names(person) ?? t('risk.someone');
  if (who) {
    return (
      <>
        <p><Link to="?show=LOADS" data-testid="loads-all">{t('risk.all')}</Link></p>
        {isUuid(who) && <><h3>{t('risk.promisesOf', { name: nameOf(who) })}</h3><PromiseList engineerId={who} none={t('risk.noPromises')} /></>}
        <h3>{t('risk.ticketsOf', { name: nameOf(who) })}</h3>
        {(loads.find(load => load.who === who)?.assignees ?? [who]).map(assignee => <TicketsOf key={assignee} assignee={assignee} none={t('risk.noTickets')} />)}
      </>
    );
  }
  if (!loads.length) return <div data-testid="empty"><Empty description={t('risk.none.LOADS')} image={Empty.PRESENTED_IMAGE_SIMPLE} /></div>;
  const link = (person: string) => <Link to={`?show=LOADS&who=${encodeURIComponent(person)}`}>{nameOf(person)}</Link>;
  if (!wide) {
    return (
      <ul className="lines" data-testid="load-list">
        {loads.map(load => (
          <li key={load.who} data-testid="load-row" data-who={load.who}>
            <div className="what">{link(load.who)}</div>
            <div className="quiet">{NUMBERS.filter(each => load[each]).map(each => `${t(`risk.load.${each}`)} ${load[each]}`).join(' · ')}</div>
            {load.next && <div className="quiet">{t('risk.load.next')} {showTime(load.next)}</div>}
          </li>
        ))}
      </ul>
    );
  }
  const columns: TableColumnsType<Load> = [
    { title: t('risk.load.who'), dataIndex: 'who', render: link },
    ...NUMBERS.map(each => ({ title: t(`risk.load.${each}`), dataIndex: each, align: 'right' as const, render: (number: number) => (number ? <span className={each === 'broken' || each === 'breached' ? 'late' : undefined}>{number}</span> : '—') })),
    { title: t('risk.load.next'), dataIndex: 'next', render: (next?: string) => <span className="nowrap">{showTime(next)}</span> },
  ];
  return (
    <Table<Load> rowKey="who" columns={columns} dataSource={loads} pagination={false} size="middle" scroll={{ x: 'max-content' }} data-testid="load-list"
      onRow={load => ({ 'data-testid': 'load-row', 'data-who': load.who }) as object} />
  );
}
