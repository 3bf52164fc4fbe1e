import { Alert, Collapse, Empty, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { showTime } from '../../time';
import { Waiting } from '../../ui/Waiting';
import { type DeadLetters, deadLetters } from '../api';
import { eventName, shortId, topicName } from '../events';
import { SERVICES, useServices } from '../services';
import { ServiceTrouble, troublesOf } from '../ServiceTrouble';
import { useFilter } from '../useFilter';

/** What no service can read, the newest first. It is kept to find out who sends it; there is nothing to replay. */
export function DeadLetterList() {
  const { t } = useTranslation();
  const { filter, set } = useFilter('service', 'topic');
  const asked = useServices<DeadLetters>('dead-letters', deadLetters);
  const all = asked.flatMap(({ service, query }) => (query.data?.letters ?? []).map(letter => Object.assign({ service }, letter))).sort((one, other) => other.at.localeCompare(one.at));
  const rows = all.filter(row => (!filter.service || row.service === filter.service) && (!filter.topic || row.consumer === filter.topic));
  const unreadable = asked.filter(({ query }) => query.data?.readable === false);
  const waiting = asked.some(({ query }) => query.isPending);
  const complete = !waiting && !unreadable.length && asked.every(({ query }) => query.data);
  return (
    <>
      <div className="filters" role="search">
        <Select aria-label={t('admin.column.service')} data-testid="filter-service" value={filter.service ?? ''} onChange={service => set({ service })}
          options={[{ value: '', label: t('admin.allServices') }, ...SERVICES.map(value => ({ value, label: t(`admin.service.${value}`) }))]} />
        <Select aria-label={t('admin.column.topic')} data-testid="filter-topic" value={filter.topic ?? ''} onChange={topic => set({ topic })}
          options={[{ value: '', label: t('admin.allTopics') }, ...[...new Set(all.map(row => row.consumer))].sort().map(value => ({ value, label: topicName(value, t) }))]} />
      </div>
      <ServiceTrouble troubles={troublesOf(asked)} />
      {unreadable.length > 0 && <Alert type="error" showIcon className="note" role="alert" data-testid="dead-unreadable" title={t('admin.dead.unreadable', { services: unreadable.map(({ service }) => t(`admin.service.${service}`)).join(t('app.comma')) })} />}
      {waiting && !rows.length && <Waiting />}
      {complete && rows.length === 0 && <div className="panel" data-testid="empty"><Empty description={t(filter.service || filter.topic ? 'admin.noneFiltered' : 'admin.dead.none')} /></div>}
      <ul className="rows" data-testid="dead-list">
        {rows.map(row => (
          <li key={row.id} className="panel" data-testid="dead-row" data-key={row.key}>
            <div className="first"><strong>{row.type === 'unknown' ? t('admin.dead.unknown') : eventName(row.type, t)}</strong><span className="quiet">{showTime(row.at)}</span></div>
            <div>{t('admin.dead.sentence', { service: t(`admin.service.${row.service}`), topic: topicName(row.consumer, t), key: shortId(row.key ?? '—') })}</div>
            <Collapse ghost size="small" items={[{
              key: 'raw', label: t('admin.forDevelopers'),
              children: <dl className="facts"><dt>{t('admin.failure')}</dt><dd><code>{row.reason ?? '—'}</code></dd><dt>{t('admin.dead.key')}</dt><dd><code>{row.key ?? '—'}</code></dd><dt>{t('admin.dead.size')}</dt><dd>{t('admin.dead.bytes', { count: row.bytes })}</dd></dl>,
            }]} />
          </li>
        ))}
      </ul>
    </>
  );
}
