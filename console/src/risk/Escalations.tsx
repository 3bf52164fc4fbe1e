import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Collapse, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messages } from '../admin/api';
import { nextCursor } from '../list/paging';
import { usePolling } from '../live/Live';
import { hasRole, useMe } from '../session';
import { useKindNames } from '../ticket/useKindNames';
import { useNames } from '../ticket/useNames';
import { showTime } from '../time';
import { CommandDialog } from '../ui/CommandDialog';
import { TextField } from '../ui/fields';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { wordOf } from '../ui/words';
import { About } from './About';
import { type Escalation, type EscalationState, escalations, REFRESH_MS } from './api';
import { Rows } from './Rows';
import { stepOf } from './words';

export const STATES: EscalationState[] = ['OPEN', 'ANSWERED', 'ENDED'];
const NO_STORY: never[] = [];

/** Who was told of promises in danger, and who took them up. */
export function Escalations({ state: asked, onState }: { state?: string; onState: (state: string | undefined) => void }) {
  const { t } = useTranslation();
  const state = STATES.find(each => each === asked) ?? 'OPEN';
  const [answering, setAnswering] = useState<Escalation | null>(null);
  const list = useInfiniteQuery({
    queryKey: ['escalations', state], queryFn: ({ pageParam, signal }) => escalations(state, pageParam, signal), initialPageParam: null as string | null, getNextPageParam: nextCursor,
    placeholderData: keepPreviousData, refetchInterval: usePolling(REFRESH_MS),
  });
  const rows = list.data?.pages.flatMap(page => page.items) ?? [];
  return (
    <>
      <Segmented<EscalationState> className="states" aria-label={t('risk.states')} data-testid="escalation-states" value={state} onChange={picked => onState(picked === 'OPEN' ? undefined : picked)}
        options={STATES.map(value => ({ value, label: t(`risk.state.${value}`) }))} />
      <Rows query={list} empty={rows.length === 0} none={t(`risk.none.ESCALATIONS.${state}`)}>
        <ul className="lines wide" data-testid="escalation-list">{rows.map(row => <Row key={`${row.clockId} ${row.number}`} row={row} onAnswer={setAnswering} />)}</ul>
      </Rows>
      {answering && (
        <CommandDialog path={`/api/escalations/${answering.clockId}/${answering.number}/answer`} name="answer" title={t('risk.answerTitle')} refresh={[['escalations'], ['risks']]} text={t('risk.answered')} onClose={() => setAnswering(null)}>
          {() => <TextField name="note" label={t('risk.note')} testId="answer-note" max={1000} rows={3} hint={t('risk.noteHint')} />}
        </CommandDialog>
      )}
    </>
  );
}

function Row({ row, onAnswer }: { row: Escalation; onAnswer: (row: Escalation) => void }) {
  const { t } = useTranslation();
  const kindOf = useKindNames();
  const names = useNames(NO_STORY);
  const may = hasRole(useMe(), 'supervisor', 'manager');
  const nameOf = (person: string) => names(person) ?? person;
  return (
    <li data-testid="escalation-row" data-ticket={row.ticketId} data-state={row.state}>
      <div className="what"><strong>{kindOf(row.kind)}</strong> <About {...row} /> {row.customerName && <span className="quiet">{row.customerName}</span>}</div>
      <div>{t('risk.told', { step: stepOf(row.step, t), time: showTime(row.toldAt), role: wordOf(t, 'enums.role', row.role) })}
        {row.onDuty && <span className="quiet"> · {row.onDuty.length ? t('risk.onDuty', { names: row.onDuty.map(nameOf).join(t('app.comma')) }) : t('risk.nobodyOnDuty')}</span>}
      </div>
      <div data-testid="escalation-answer">
        {row.answer ? t('risk.answeredBy', { name: nameOf(row.answer.by), time: showTime(row.answer.at), note: row.answer.note }) : row.state === 'ENDED' ? t('risk.ended', { time: showTime(row.endedAt) }) : t('risk.waits')}
      </div>
      {may && !row.answer && <div className="part-actions"><Button size="small" type={row.state === 'OPEN' ? 'primary' : 'default'} onClick={() => onAnswer(row)} data-testid="escalation-take" aria-label={`${t('risk.answer')} ${kindOf(row.kind)} ${row.ticket ?? ''}`}>{t('risk.answer')}</Button></div>}
      {row.ticketId && <Collapse ghost size="small" destroyOnHidden items={[{ key: 'mails', label: t('risk.mails'), children: <Mails ticketId={row.ticketId} /> }]} />}
    </li>
  );
}

/** What notification-service says of the letters about this ticket's escalations. */
function Mails({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['messages', 'escalated', ticketId], queryFn: ({ signal }) => messages({ ticketId, template: 'SLA_ESCALATED' }, null, signal) });
  if (found.isPending) return <Waiting />;
  if (found.error) return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data.items.length) return <p className="quiet">{t('risk.noMails')}</p>;
  return (
    <ul className="plain" data-testid="escalation-mails">
      {found.data.items.map(mail => (
        <li key={mail.id}>{t('risk.mailTo', { state: wordOf(t, 'enums.notice', mail.status), address: mail.recipient ?? t('risk.unaddressed'), time: showTime(mail.sentAt ?? mail.createdAt) })}{mail.subject && <div className="quiet">{mail.subject}</div>}</li>
      ))}
    </ul>
  );
}
