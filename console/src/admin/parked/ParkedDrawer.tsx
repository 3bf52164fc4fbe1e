import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Collapse, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { showTime } from '../../time';
import { ProblemNote } from '../../ui/ProblemNote';
import { useWide } from '../../ui/useWide';
import { Waiting } from '../../ui/Waiting';
import { useFocusBack } from '../../ui/useFocusBack';
import { parkedEvents, type ParkedEvent } from '../api';
import { eventName, Fields, topicName } from '../events';
import { isService, type Service } from '../services';
import { CauseTag } from './CauseTag';
import { named, type ParkedRow } from './rows';

interface Props {
  id: string;
  /** The row of the list, once it is known. */
  row?: ParkedRow;
  onClose: () => void;
  onReplay: (row: ParkedRow) => void;
}

/** What waits under one key: each event as a person reads it, why, and what to do. */
export function ParkedDrawer({ id, row, onClose, onReplay }: Props) {
  const { t } = useTranslation();
  const { service, consumer, key } = named(id)!;
  const wide = useWide();
  useFocusBack();
  const events = useQuery({
    queryKey: ['parked-events', id],
    queryFn: ({ signal }) => parkedEvents(service as Service, consumer, key, signal),
    enabled: isService(service),
  });
  const first = events.data?.[0];
  return (
    <Drawer open onClose={onClose} size={wide ? 640 : '100%'} title={first ? eventName(first.type, t) : t('admin.parked.tab')} data-testid="parked-drawer"
      extra={row && <Button type="primary" onClick={() => onReplay(row)} data-testid="parked-replay">{t('admin.parked.replay')}</Button>}>
      {events.isLoading && <Waiting />}
      {events.error && <ProblemNote error={events.error} onRetry={() => void events.refetch()} />}
      {first && (
        <>
          <Alert type="info" showIcon className="note" data-testid="parked-advice" title={first.rule ?? t(`admin.causeText.${first.cause}`)} description={t(`admin.todo.${first.cause}`)} />
          <p className="quiet">{t('admin.parked.order', { service: t(`admin.service.${service}`), topic: topicName(consumer, t), number: events.data!.length })}</p>
          {events.data!.map(event => <OneEvent key={event.id} event={event} />)}
        </>
      )}
    </Drawer>
  );
}

function OneEvent({ event }: { event: ParkedEvent }) {
  const { t } = useTranslation();
  return (
    <section className="panel" data-testid="parked-event" data-type={event.type}>
      <h2>{eventName(event.type, t)} <CauseTag cause={event.cause} /></h2>
      <p className="quiet">{t('admin.parked.happened', { time: showTime(event.occurred), parked: showTime(event.parked) })}</p>
      {event.tombstone ? <p>{t('admin.parked.tombstone')}</p> : <Fields fields={event.fields} />}
      <Collapse ghost size="small" items={[{
        key: 'raw', label: t('admin.forDevelopers'),
        children: <dl className="facts"><dt>{t('admin.column.event')}</dt><dd><code>{event.type}</code></dd><dt>{t('admin.eventId')}</dt><dd><code>{event.id}</code></dd><dt>{t('admin.source')}</dt><dd><code>{event.source}</code></dd><dt>{t('admin.failure')}</dt><dd><code>{event.error}</code></dd></dl>,
      }]} />
    </section>
  );
}
