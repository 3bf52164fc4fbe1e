import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Segmented } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api';
import { forget, keep, kept } from '../kept';
import { hasRole, isPortal, useMe } from '../session';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { useCommand } from '../ui/useCommand';
import { ReasonDialog } from './ReasonDialog';
import { afterTransition, pathOf, refreshed } from './useTransition';

const LONGEST = 8000;

/** Where what is written goes: to the other side, or to our own people. */
type Way = 'messages' | 'notes';
interface Written { way: Way; text: string }

/** Nobody is written to about what has ended; a note may come later. */
function waysOf({ status }: Ticket, who: ReturnType<typeof useMe>): Way[] {
  const ended = status === 'CLOSED' || status === 'CANCELLED';
  const writes = !ended && hasRole(who, 'agent', 'engineer', 'supervisor', 'customer');
  const notes = hasRole(who, 'agent', 'engineer', 'supervisor', 'manager');
  return [...(writes ? ['messages' as const] : []), ...(notes ? ['notes' as const] : [])];
}

/** Where people write about a ticket. What is begun is there again after another page, a reload or the sign-in, until it is sent. */
export function Writing({ ticket }: { ticket: Ticket }) {
  const who = useMe();
  const ways = waysOf(ticket, who);
  return ways.length > 0 && <Desk key={ticket.id} ticket={ticket} ways={ways} place={`written.${who.subject}.${ticket.id}`} />;
}

function Desk({ ticket, ways, place }: { ticket: Ticket; ways: Way[]; place: string }) {
  const { t } = useTranslation();
  const context = isPortal(useMe()) ? 'portal' : undefined;
  const client = useQueryClient();
  const [written, setWritten] = useState<Written>(() => kept<Written>(place) ?? { way: ways[0]!, text: '' });
  const way = ways.includes(written.way) ? written.way : ways[0]!;
  const note = way === 'notes';
  const write = (changes: Partial<Written>) => {
    const now = { ...written, way, ...changes };
    setWritten(now);
    if (now.text) keep(place, now);
    else forget(place);
  };
  const send = useCommand<Ticket | undefined>(pathOf(ticket.id, way), {
    refresh: refreshed(ticket.id), text: t(note ? 'desk.write.noted' : 'desk.write.sent'),
    then: answer => { afterTransition(client, ticket.id)(answer); write({ text: '' }); },
  });
  const ready = written.text.trim() !== '';
  const submit = () => { if (ready) send.once({ text: written.text }); };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  const label = t(note ? 'desk.write.note' : 'desk.write.message', { context });
  return (
    <div className="writing" data-testid="writing" data-way={way}>
      {ticket.unansweredSince && !context && <Unanswered ticket={ticket} since={ticket.unansweredSince} />}
      {ways.length > 1 && (
        <Segmented aria-label={t('desk.write.to')} data-testid="write-to" value={way} onChange={value => write({ way: value })}
          options={ways.map(value => ({ value, label: <span data-testid={`write-${value}`}>{t(value === 'notes' ? 'desk.write.note' : 'desk.write.message')}</span> }))} />
      )}
      <Input.TextArea aria-label={label} data-testid="write-text" className={note ? 'private' : undefined} value={written.text} maxLength={LONGEST} autoSize={{ minRows: 2, maxRows: 10 }}
        placeholder={t(note ? 'desk.write.noteHint' : 'desk.write.hint', { context })} onChange={event => write({ text: event.target.value })} onKeyDown={keys} />
      <div className="writing-end">
        <span className="quiet">{t(note ? 'desk.write.private' : 'desk.write.goes', { context })}</span>
        <Button type="primary" disabled={!ready} loading={send.isPending} onClick={submit} data-testid="write-send">{t(note ? 'desk.write.keep' : 'desk.write.send')}</Button>
      </div>
      {send.error && <ProblemNote error={send.error} testId="write-problem" />}
    </div>
  );
}

/** The customer waits for an answer; or for none, such as after his thanks. */
function Unanswered({ ticket, since }: { ticket: Ticket; since: string }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const mayWaive = hasRole(useMe(), 'agent', 'engineer', 'supervisor');
  return (
    <>
      <Alert type="warning" showIcon className="note" data-testid="unanswered" title={t('desk.write.unanswered', { time: showTime(since) })} description={t('desk.write.unansweredHint')}
        action={mayWaive && <Button size="small" onClick={() => setAsked(true)} data-testid="waive">{t('desk.write.waive')}</Button>} />
      {asked && <ReasonDialog ticketId={ticket.id} verb="waive-answer" title={t('desk.write.waive')} ask={t('desk.write.waiveAsk')} onClose={() => setAsked(false)} />}
    </>
  );
}
