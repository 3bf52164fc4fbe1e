import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { seesVisits, useMe } from '../session';
import { showTime } from '../time';
import type { ShownField } from './api';

/** `TicketOpened.v1` as people call it. */
export const eventName = (type: string, t: TFunction): string => t(`admin.event.${type.replace(/\.v\d+$/, '')}`, { defaultValue: t('admin.unknownEvent', { type }) });

/** What a topic is about, as people call it. */
export const topicName = (topic: string, t: TFunction): string => t(`admin.topic.${topic}`, { defaultValue: topic });

const PAGES: Record<string, string> = { ticketId: '/tickets/', visitId: '/visits/', customerId: '/customers/' };

export const shortId = (id: string) => id.slice(-6);

/** A way to the page of the thing an id names, where there is one. */
export function ThingLink({ field, id }: { field: string; id: string }) {
  const { t } = useTranslation();
  const who = useMe();
  const page = PAGES[field];
  if (!page) return <code>{id}</code>;
  if (field === 'visitId' && !seesVisits(who)) return <>{t(`admin.thing.${field}`)}<span className="quiet"> …{shortId(id)}</span></>;
  return <Link to={`${page}${id}`}>{t(`admin.thing.${field}`)}<span className="quiet"> …{shortId(id)}</span></Link>;
}

const TIME = /^\d{4}-\d\d-\d\dT/;

/** What an event's body says: names of fields in words where we have them, and where words of people stand only that they do. */
export function Fields({ fields }: { fields: ShownField[] }) {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      {fields.map(({ name, value }) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{t(`admin.field.${name}`, { defaultValue: name })}</dt>
          <dd>{value == null ? <span className="quiet">{t('admin.notShown')}</span> : TIME.test(value) ? showTime(value) : <FieldValue name={name} value={value} />}</dd>
        </div>
      ))}
    </dl>
  );
}

function FieldValue({ name, value }: { name: string; value: string }) {
  const { t } = useTranslation();
  if (PAGES[name]) return <ThingLink field={name} id={value} />;
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'story.yes' : 'story.no');
  return <code>{value}</code>;
}
