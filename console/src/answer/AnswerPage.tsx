import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, type GetRef, Input, Result } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { answer, asked, type Asked } from '../api';
import { forget, keep, kept } from '../kept';
import { ProblemError } from '../problem';
import { useWindowTitle } from '../shell/names';
import { scored, Scores } from '../ticket/Scores';
import { showTime } from '../time';
import { LinkFrame } from '../ui/LinkFrame';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { wordOf } from '../ui/words';
import './i18n';

const OVER: Record<string, 'ended' | 'expired' | 'unknown'> = { 'answer-ended': 'ended', 'answer-expired': 'expired', 'not-found': 'unknown' };
const overBy = (error: unknown) => (error instanceof ProblemError ? OVER[error.slug] ?? (error.problem.status === 400 ? 'unknown' : undefined) : undefined);

/** The ticket is elsewhere than this page shows: it was answered before, here (and the answer was lost on its way) or otherwise. */
const STALE = [409, 410, 422];

const keyOf = (token: string) => ['answer', token];
/** Enough of the token to tell two links apart; the token itself stays in the address only. */
const nameFor = (token: string) => `answer.${token.slice(0, 8)}`;

/** The page behind the link of the mail that says that a fault is solved: whoever holds the link says whether it is, and no account is asked for. */
export function AnswerPage() {
  // Whatever follows: a mail program may have cut the link, or added to it.
  const token = useParams()['*'] ?? '';
  const { t } = useTranslation();
  useWindowTitle(t('answer.title'));
  return <LinkFrame><Leading key={token} token={token} /></LinkFrame>;
}

function Leading({ token }: { token: string }) {
  const { t } = useTranslation();
  const [told, setTold] = useState<string>();
  const question = useQuery({ queryKey: keyOf(token), queryFn: ({ signal }) => asked(token, signal), enabled: token !== '', staleTime: Infinity, networkMode: 'always' });
  if (told) return <End status="success" what="told" number={told} />;
  if (!token) return <End status="warning" what="unknown" />;
  if (question.isPending) return <Waiting />;
  const over = overBy(question.error);
  if (over) return <End status={over === 'ended' ? 'info' : 'warning'} what={over} />;
  if (!question.data) return <ProblemNote error={question.error} onRetry={() => void question.refetch()} />;
  const { number, product, confirmed, expiresAt } = question.data;
  return (
    <>
      <h1>{t(confirmed ? 'answer.titleDone' : 'answer.title')}</h1>
      <p className="lead"><span data-testid="answer-number">{t('answer.ticket', { number })}</span>{product && ` · ${product}`}</p>
      <Question token={token} about={question.data} onTold={() => setTold(number)} />
      <Rating token={token} about={question.data} />
      <p className="quiet center">{t('answer.validUntil', { time: showTime(expiresAt) })}</p>
    </>
  );
}

/** What has changed is where the reader goes on: whoever pressed a button that is gone now would begin at the top again. */
function useArrival<E extends { focus: () => void }>(arrived: boolean) {
  const place = useRef<E>(null);
  useEffect(() => { if (arrived) place.current?.focus(); }, [arrived]);
  return place;
}

function End({ status, what, number }: { status: 'success' | 'info' | 'warning'; what: string; number?: string }) {
  const { t } = useTranslation();
  const place = useArrival<HTMLDivElement>(true);
  return <div ref={place} tabIndex={-1} role="status" className="panel" data-testid="answer-end" data-why={what}><Result status={status} title={<h1>{t(`answer.${what}`)}</h1>} subTitle={t(`answer.${what}Hint`, { number })} /></div>;
}

/** Sends one answer. What became of the ticket is read again when it was not as this page showed it. */
function useAnswer(token: string, verb: 'confirm' | 'reopen' | 'survey', then?: () => void) {
  const client = useQueryClient();
  const send = useMutation<Asked, Error, object>({
    mutationKey: keyOf(token),
    networkMode: 'always',
    mutationFn: body => answer(token, verb, body),
    onSuccess: now => {
      forget(nameFor(token));
      if (then) then();
      else client.setQueryData(keyOf(token), now);
    },
    onError: error => {
      if (error instanceof ProblemError && STALE.includes(error.problem.status)) void client.invalidateQueries({ queryKey: keyOf(token) });
    },
  });
  /** A double click comes before the next rendering, so the cache is asked and not `isPending`. */
  return { send: (body: object) => { if (!client.isMutating({ mutationKey: keyOf(token) })) send.mutate(body); }, sending: send.isPending, error: send.error };
}

function Question({ token, about, onTold }: { token: string; about: Asked; onTold: () => void }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [no, setNo] = useState(() => search.get('do') === 'reopen' || Boolean(kept(nameFor(token))));
  const [back, setBack] = useState(false);
  const yes = useAnswer(token, 'confirm');
  const [asks] = useState(!about.confirmed);
  const confirmed = useArrival<HTMLDivElement>(asks && about.confirmed);
  const question = useArrival<HTMLHeadingElement>(back);
  return (
    <section className="panel" aria-label={t('answer.about')} data-testid="answer-question">
      <h2>{t('answer.about')}</h2>
      <p className="answer-about">{about.summary}</p>
      <p className="quiet">{t('answer.solved', { method: wordOf(t, 'enums.method', about.method) })}</p>
      {about.confirmed ? <div ref={confirmed} tabIndex={-1}><Alert type="success" showIcon role="status" title={t('answer.confirmed')} description={t('answer.confirmedHint')} data-testid="answer-confirmed" /></div>
        : no ? <StillThere token={token} onTold={onTold} onBack={() => { setNo(false); setBack(true); }} />
          : (
            <>
              <h2 ref={question} tabIndex={-1}>{t('answer.ask')}</h2>
              {yes.error && <ProblemNote error={yes.error} testId="answer-problem" />}
              <div className="answer-choice">
                <Button type="primary" size="large" block loading={yes.sending} onClick={() => yes.send({})} data-testid="answer-yes">{t('answer.yes')}</Button>
                <Button size="large" block disabled={yes.sending} onClick={() => { setNo(true); setBack(false); }} data-testid="answer-no">{t('answer.no')}</Button>
              </div>
            </>
          )}
    </section>
  );
}

function StillThere({ token, onTold, onBack }: { token: string; onTold: () => void; onBack: () => void }) {
  const { t } = useTranslation();
  const { send, sending, error } = useAnswer(token, 'reopen', onTold);
  const field = useArrival<GetRef<typeof Input.TextArea>>(true);
  return (
    <Form layout="vertical" requiredMark={false} disabled={sending} initialValues={{ reason: kept<string>(nameFor(token)) }} data-testid="answer-still"
      onValuesChange={({ reason }: { reason?: string }) => keep(nameFor(token), reason ?? '')} onFinish={(values: { reason: string }) => send(values)}>
      <Form.Item name="reason" label={t('answer.why')} rules={[{ required: true, whitespace: true, message: t('open.required', { field: t('answer.now') }) }]}>
        <Input.TextArea ref={field} autoSize={{ minRows: 3 }} maxLength={1000} placeholder={t('answer.whyHint')} data-testid="answer-reason" />
      </Form.Item>
      {error && <ProblemNote error={error} testId="answer-problem" />}
      <div className="answer-choice">
        <Button type="primary" size="large" block htmlType="submit" loading={sending} data-testid="answer-tell">{t('answer.tell')}</Button>
        <Button size="large" block onClick={onBack} data-testid="answer-back">{t('answer.back')}</Button>
      </div>
    </Form>
  );
}

/** After the fix is confirmed; or at once for who came to rate. */
function Rating({ token, about }: { token: string; about: Asked }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const { send, sending, error } = useAnswer(token, 'survey');
  const [asks] = useState(!about.surveyed);
  const rated = useArrival<HTMLDivElement>(asks && about.surveyed);
  if (!about.surveyed && !about.confirmed && search.get('do') !== 'rate') return null;
  return (
    <section className="panel" aria-label={t('answer.rate')} data-testid="answer-rating">
      {about.surveyed ? <div ref={rated} tabIndex={-1}><Alert type="success" showIcon role="status" title={t('answer.rated')} data-testid="answer-rated" /></div>
        : (
          <Form layout="vertical" requiredMark={false} disabled={sending} onFinish={(values: object) => send(scored(values))}>
            <h2>{t('answer.rate')}</h2>
            <p className="quiet">{t('action.surveyHint')}</p>
            <Scores />
            {error && <ProblemNote error={error} testId="answer-problem" />}
            <Button type="primary" size="large" block htmlType="submit" loading={sending} data-testid="answer-rate">{t('answer.rateSend')}</Button>
          </Form>
        )}
    </section>
  );
}
