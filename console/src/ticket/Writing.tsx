import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, type GetRef, Input, Segmented } from 'antd';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api';
import { forget, keep, kept } from '../kept';
import { ProblemError, sortErrors } from '../problem';
import { hasRole, isPortal, useMe } from '../session';
import { showTime } from '../time';
import { ProblemNote } from '../ui/ProblemNote';
import { commandKey, useCommand } from '../ui/useCommand';
import { ReasonDialog } from './ReasonDialog';
import { afterTransition, pathOf, refreshed } from './useTransition';

/** As many characters as the service takes; an emoji is one. */
const LONGEST = 8000;
const lengthOf = (text: string) => [...text].length;

/** Where what is written goes: to the other side, or to our own people. */
type Way = 'messages' | 'notes';
const WAYS: readonly Way[] = ['messages', 'notes'];

/** Nobody is written to about what has ended; a note may come later. */
function waysOf({ status }: Ticket, who: ReturnType<typeof useMe>): Way[] {
  const ended = status === 'CLOSED' || status === 'CANCELLED';
  const writes = !ended && hasRole(who, 'agent', 'engineer', 'supervisor', 'customer');
  const notes = hasRole(who, 'agent', 'engineer', 'supervisor', 'manager');
  return [...(writes ? ['messages' as const] : []), ...(notes ? ['notes' as const] : [])];
}

/** Where people write about a ticket. What is begun is there again after another page, a reload or the sign-in, until it has arrived. */
export function Writing({ ticket }: { ticket: Ticket }) {
  return <Desk key={ticket.id} ticket={ticket} />;
}

function Desk({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const who = useMe();
  const place = `written.${who.subject}.${ticket.id}`;
  const ways = waysOf(ticket, who);
  // What is written already does not vanish because it may not be sent any more.
  const shown = WAYS.filter(each => ways.includes(each) || kept(`${place}.${each}`));
  const [chosen, setChosen] = useState(() => kept<Way>(`${place}.way`));
  const way = chosen && shown.includes(chosen) ? chosen : shown[0];
  // Beside the hint: a colleague who is faster takes that away, and the dialog says what became of it.
  const [waiving, setWaiving] = useState(false);
  const choose = (next: Way) => { setChosen(next); keep(`${place}.way`, next); };
  if (!way) return null;
  return (
    <div className="writing" data-testid="writing" data-way={way}>
      {ticket.unansweredSince && !isPortal(who) && <Unanswered since={ticket.unansweredSince} onWaive={() => setWaiving(true)} />}
      {waiving && <ReasonDialog ticketId={ticket.id} verb="waive-answer" title={t('desk.write.waive')} ask={t('desk.write.waiveAsk')} onClose={() => setWaiving(false)} />}
      {shown.length > 1 && (
        <Segmented aria-label={t('desk.write.to')} data-testid="write-to" value={way} onChange={choose}
          options={shown.map(value => ({ value, label: <span data-testid={`write-${value}`}>{t(value === 'notes' ? 'desk.write.note' : 'desk.write.message')}</span> }))} />
      )}
      {/* Both stay: what is being sent by one is not disturbed by a look at the other. */}
      {shown.map(each => <Box key={each} ticket={ticket} way={each} place={`${place}.${each}`} hidden={each !== way} open={ways.includes(each)} onDrop={() => choose(ways[0] ?? each)} />)}
    </div>
  );
}

interface BoxProps { ticket: Ticket; way: Way; place: string; hidden: boolean; open: boolean; onDrop: () => void }

function Box({ ticket, way, place, hidden, open, onDrop }: BoxProps) {
  const { t } = useTranslation();
  const context = isPortal(useMe()) ? 'portal' : undefined;
  const client = useQueryClient();
  const area = useRef<GetRef<typeof Input.TextArea>>(null);
  const note = way === 'notes';
  const path = pathOf(ticket.id, way);
  const [text, setText] = useState(() => (client.isMutating({ mutationKey: commandKey(path) }) ? '' : kept<string>(place) ?? ''));
  const now = useRef(text);
  /** What is on its way is kept until it has arrived. */
  const leaving = useRef('');
  const write = (next: string) => {
    now.current = next;
    setText(next);
    const all = [leaving.current, next].filter(Boolean).join('\n');
    if (all) keep(place, all);
    else forget(place);
  };
  const send = useCommand<Ticket | undefined>(path, {
    refresh: refreshed(ticket.id), text: t(note ? 'desk.write.noted' : 'desk.write.sent'),
    then: answer => { afterTransition(client, ticket.id)(answer); leaving.current = ''; write(now.current); },
  });
  const over = lengthOf(text) - LONGEST;
  const ready = text.trim() !== '' && over <= 0;
  const submit = () => {
    if (!ready) return;
    const begun = send.once({ text }, () => {
      leaving.current = '';
      write([text, now.current].filter(Boolean).join('\n'));
    });
    if (!begun) return;
    leaving.current = text;
    write('');
    area.current?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  const change = (next: string) => {
    if (send.error) send.reset();
    write(next);
  };
  const goes = note ? t('desk.write.private') : context || ticket.contactId ? t('desk.write.goes', { context }) : t('desk.write.goesNowhere');
  return (
    <div className="writing-box" hidden={hidden}>
      {!open && <Alert type="warning" showIcon title={t('desk.write.ended')} data-testid="write-ended" />}
      <Input.TextArea ref={area} aria-label={t(note ? 'desk.write.note' : 'desk.write.message', { context })} data-testid={hidden ? undefined : 'write-text'} className={note ? 'private' : undefined}
        value={text} readOnly={!open} autoSize={{ minRows: 2, maxRows: 10 }} status={over > 0 ? 'error' : undefined} placeholder={t(note ? 'desk.write.noteHint' : 'desk.write.hint', { context })}
        onChange={event => change(event.target.value)} onKeyDown={keys} />
      <div className="writing-end">
        {over > 0 ? <span role="alert" className="over" data-testid="write-over">{t('desk.write.over', { count: over, most: LONGEST })}</span> : <span className="quiet">{goes}</span>}
        {open
          ? <Button type="primary" disabled={!ready} loading={send.isPending} onClick={submit} data-testid={hidden ? undefined : 'write-send'}>{t(note ? 'desk.write.keep' : 'desk.write.send')}</Button>
          : <Button onClick={() => { write(''); onDrop(); }} data-testid="write-drop">{t('desk.write.drop')}</Button>}
      </div>
      {send.error && <ProblemNote error={send.error} more={send.error instanceof ProblemError ? sortErrors(send.error.problem, []).rest : []} testId="write-problem" />}
    </div>
  );
}

/** The customer waits for an answer; or for none, such as after his thanks. */
function Unanswered({ since, onWaive }: { since: string; onWaive: () => void }) {
  const { t } = useTranslation();
  const mayWaive = hasRole(useMe(), 'agent', 'engineer', 'supervisor');
  return (
    <Alert type="warning" showIcon className="note" data-testid="unanswered" title={t('desk.write.unanswered', { time: showTime(since) })} description={t('desk.write.unansweredHint')}
      action={mayWaive && <Button size="small" onClick={onWaive} data-testid="waive">{t('desk.write.waive')}</Button>} />
  );
}
