import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import '../board/i18n';
import type { Visit } from '../api';
import { ProblemError } from '../problem';
import { useMe } from '../session';
import { explain, ProblemNote } from '../ui/ProblemNote';
import { useCommand } from '../ui/useCommand';
import { CompleteDialog } from './CompleteDialog';
import { DelayDialog } from './DelayDialog';
import { DepartDialog } from './DepartDialog';
import { position } from './position';
import { ReassignDialog, RescheduleDialog, ScheduleDialog } from './ScheduleDialog';
import { LaterDialog } from './ToldLater';
import { pathOf, refreshed, type VisitAction, visitActionsFor } from './visits';
import { WordsDialog } from './WordsDialog';

const unlikely = (error: unknown) => error instanceof ProblemError && error.slug === 'arrival-unlikely';

type Later = 'accept' | 'arrive';

/** What can be done to a visit now. A form that is open stays open when the visit changes meanwhile: what was typed into it is not lost. */
export function VisitActions({ visit }: { visit: Visit }) {
  const [shown, setShown] = useState<VisitAction>();
  const [later, setLater] = useState<Later>();
  const close = () => { setShown(undefined); setLater(undefined); };
  return (
    <>
      <Steps key={visit.version} visit={visit} onShow={setShown} onLater={setLater} />
      {shown === 'schedule' && <ScheduleDialog visit={visit} onClose={close} />}
      {shown === 'reschedule' && <RescheduleDialog visit={visit} onClose={close} />}
      {shown === 'reassign' && <ReassignDialog visit={visit} onClose={close} />}
      {later && <LaterDialog visit={visit} verb={later} onClose={close} />}
      {shown === 'delay' && <DelayDialog visit={visit} onClose={close} />}
      {shown === 'depart' && <DepartDialog visit={visit} onClose={close} />}
      {shown === 'complete' && <CompleteDialog visit={visit} onClose={close} />}
      {(shown === 'decline' || shown === 'absent' || shown === 'refused' || shown === 'cancel') && <WordsDialog visit={visit} verb={shown} onClose={close} />}
    </>
  );
}

/** The buttons. What was refused of the visit as it was before is not said of it as it is now. */
function Steps({ visit, onShow, onLater }: { visit: Visit; onShow: (action: VisitAction) => void; onLater: (verb: Later) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { modal } = App.useApp();
  const [locating, setLocating] = useState(false);
  const options = { refresh: refreshed(visit), version: visit.version };
  const then = (answer: Visit) => client.setQueryData(['visit', visit.id], answer);
  const accept = useCommand<Visit>(pathOf(visit, 'accept'), { ...options, then });
  const arrive = useCommand<Visit>(pathOf(visit, 'arrive'), { ...options, then });
  const submission = useCommand<Visit>(pathOf(visit, 'submission'), { ...options, then });
  const signature = useCommand(pathOf(visit, 'signature-link'), { refresh: options.refresh, text: t('visit.linkSent') });
  const checkIn = async () => {
    setLocating(true);
    const where = await position();
    setLocating(false);
    arrive.once(where, error => { if (unlikely(error)) ask(where, error); });
  };
  /** Far from the window: he is asked whether it is so. */
  const ask = (where: object, error: Error) => void modal.confirm({
    title: t('field.sureAsk'), content: explain(error, t).text, okText: t('field.sure'), cancelText: t('action.cancel'), onOk: () => arrive.once({ ...where, sure: true }),
    okButtonProps: { ['data-testid' as string]: 'arrive-sure' },
  });
  const direct: Partial<Record<VisitAction, { run: () => void; busy: boolean }>> = {
    accept: { run: () => accept.once({}), busy: accept.isPending },
    arrive: { run: () => void checkIn(), busy: locating || arrive.isPending },
    signature: { run: () => signature.once({}), busy: signature.isPending },
    submission: { run: () => submission.once({}), busy: submission.isPending },
  };
  const actions = visitActionsFor(visit, useMe());
  const first = actions[0];
  const refused = accept.error ?? (unlikely(arrive.error) ? null : arrive.error) ?? signature.error ?? submission.error;
  return (
    <>
      {refused && <ProblemNote error={refused} testId="action-problem" />}
      {actions.length > 0 && (
        <div className="title-row actions" role="group" aria-label={t('action.title')}>
          {actions.map((action, index) => (
            <Button key={action} size="large" type={index === 0 ? 'primary' : 'default'} data-testid={`visit-${action}`} loading={direct[action]?.busy}
              danger={action === 'cancel'} onClick={() => (direct[action] ? direct[action].run() : onShow(action))}>
              {t(`visit.${action}`)}
            </Button>
          ))}
          {(first === 'accept' || first === 'arrive') && <Button size="large" type="link" onClick={() => onLater(first)} data-testid="visit-later">{t('field.toldLater', { step: t(`visit.${first}`) })}</Button>}
        </div>
      )}
    </>
  );
}
