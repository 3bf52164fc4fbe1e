import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ticket as load } from '../api';
import '../desk/i18n';
import { usePolling } from '../live/Live';
import { useName } from '../shell/names';
import { Loaded } from '../ui/Loaded';
import { BreachedTag, PriorityTag, StatusTag } from '../ui/Tags';
import { Actions } from './Actions';
import { Clocks } from './Clocks';
import { Facts } from './Facts';
import { Promises } from './Promises';
import { Story } from './Story';
import { useNames } from './useNames';
import { useStory } from './useStory';

/** The stream tells of changes; this is the net under it. */
const REFRESH_MS = 60_000;

export function TicketPage() {
  const { id = '' } = useParams();
  return <OneTicket key={id} id={id} />;
}

function OneTicket({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['ticket', id], queryFn: ({ signal }) => load(id, signal), refetchInterval: usePolling(REFRESH_MS) });
  const back = <Link to="/tickets" data-testid="back"><ArrowLeftOutlined aria-hidden /> {t('ticket.back')}</Link>;
  return <Loaded found={found} back={back} heading={t('page.ticket')}>{data => <Found ticket={data} />}</Loaded>;
}

function Found({ ticket }: { ticket: NonNullable<Awaited<ReturnType<typeof load>>> }) {
  const { t } = useTranslation();
  const story = useStory(ticket.id);
  const names = useNames(story.items);
  useName(t('sign.ticket', { number: ticket.number }));
  return (
    <article data-testid="ticket" data-id={ticket.id}>
      <div className="title-row" style={{ marginTop: 10 }}>
        <span className="quiet" data-testid="ticket-number">{ticket.number}</span>
        <StatusTag status={ticket.status} /><PriorityTag priority={ticket.priority} />{ticket.breached && <BreachedTag />}
        <h1 style={{ flexBasis: '100%', overflowWrap: 'anywhere' }} data-testid="ticket-summary">{ticket.summary}</h1>
      </div>
      {ticket.handedTo && <Alert type="info" showIcon className="note" title={t('desk.handed', { to: ticket.handedTo })} description={t('desk.handedHint')} data-testid="handed-over" />}
      <Actions ticket={ticket} story={story.items} />
      <Promises ticket={ticket} story={story.items} />
      <div className="ticket-grid">
        <Story ticket={ticket} story={story} names={names} />
        <aside aria-label={t('ticket.facts')}><Facts ticket={ticket} names={names} /><Clocks ticketId={ticket.id} /></aside>
      </div>
    </article>
  );
}
