import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryItem, Ticket } from '../api';
import { isPortal, useMe } from '../session';
import { type Action, actionsFor } from '../status';
import { ProblemNote } from '../ui/ProblemNote';
import { AssignDialog } from './AssignDialog';
import { ConfirmDialog } from './ConfirmDialog';
import { ExtendDialog } from './ExtendDialog';
import { PhoneFixDialog } from './PhoneFixDialog';
import { remoteRunning, triedFromAfar } from './remote';
import { RemotePanel } from './RemotePanel';
import { RemoteStartDialog } from './RemoteStartDialog';
import { ReopenDialog } from './ReopenDialog';
import { RequestVisitDialog } from './RequestVisitDialog';
import { ResolveDialog } from './ResolveDialog';
import { SurveyDialog } from './SurveyDialog';
import { useTransition } from './useTransition';
import { WaitDialog } from './WaitDialog';

export function Actions({ ticket, story }: { ticket: Ticket; story: readonly StoryItem[] }) {
  const { t } = useTranslation();
  const who = useMe();
  const [shown, setShown] = useState<Action>();
  // These two ask for nothing and need no dialog.
  const bare = { acknowledge: useTransition(ticket.id, 'acknowledge'), resume: useTransition(ticket.id, 'resume') };
  const direct = (action: Action) => (action === 'acknowledge' || action === 'resume' ? bare[action] : undefined);
  const allowed = actionsFor(ticket, who);
  const remote = allowed.includes('remote') ? remoteRunning(story) : undefined;
  const actions = remote ? allowed.filter(action => action !== 'remote') : allowed;
  const close = () => setShown(undefined);
  const refused = bare.acknowledge.error ?? bare.resume.error;
  return (
    <>
      {refused && <ProblemNote error={refused} testId="action-problem" />}
      {actions.length > 0 && (
        <div className="title-row actions" role="group" aria-label={t('action.title')}>
          {actions.map((action, index) => (
            <Button key={action} type={index === 0 ? 'primary' : 'default'} data-testid={`action-${action}`} loading={direct(action)?.isPending}
              onClick={() => { const now = direct(action); if (now) now.once({}); else setShown(action); }}>
              {t(`action.${action}`)}
            </Button>
          ))}
        </div>
      )}
      {remote && <RemotePanel ticketId={ticket.id} remote={remote} />}
      {shown === 'resolve' && <ResolveDialog ticket={ticket} onClose={close} />}
      {shown === 'confirm' && <ConfirmDialog ticketId={ticket.id} onBehalf={!isPortal(who)} onClose={close} />}
      {shown === 'reopen' && <ReopenDialog ticketId={ticket.id} onClose={close} />}
      {shown === 'survey' && <SurveyDialog ticketId={ticket.id} onClose={close} />}
      {shown === 'phoneFix' && <PhoneFixDialog ticket={ticket} onClose={close} />}
      {shown === 'remote' && <RemoteStartDialog ticketId={ticket.id} onClose={close} />}
      {shown === 'visit' && <RequestVisitDialog ticket={ticket} tried={triedFromAfar(story)} onClose={close} />}
      {shown === 'wait' && <WaitDialog ticketId={ticket.id} onClose={close} />}
      {shown === 'extend' && <ExtendDialog ticket={ticket} onClose={close} />}
      {shown === 'assign' && <AssignDialog ticket={ticket} onClose={close} />}
    </>
  );
}
