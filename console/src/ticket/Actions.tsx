import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api';
import { isPortal, useMe } from '../session';
import { type Action, actionsFor } from '../status';
import { ProblemNote } from '../ui/ProblemNote';
import { ConfirmDialog } from './ConfirmDialog';
import { ReopenDialog } from './ReopenDialog';
import { ResolveDialog } from './ResolveDialog';
import { SurveyDialog } from './SurveyDialog';
import { useTransition } from './useTransition';

export function Actions({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const who = useMe();
  const [shown, setShown] = useState<Action>();
  const acknowledge = useTransition(ticket.id, 'acknowledge');
  const actions = actionsFor(ticket, who);
  const close = () => setShown(undefined);
  return (
    <>
      {acknowledge.error && <ProblemNote error={acknowledge.error} testId="action-problem" />}
      {actions.length > 0 && (
        <div className="title-row" role="group" aria-label={t('action.title')}>
          {actions.map((action, index) => (
            <Button key={action} type={index === 0 ? 'primary' : 'default'} data-testid={`action-${action}`} loading={action === 'acknowledge' && acknowledge.isPending}
              onClick={() => (action === 'acknowledge' ? acknowledge.once({}) : setShown(action))}>
              {t(`action.${action}`)}
            </Button>
          ))}
        </div>
      )}
      {shown === 'resolve' && <ResolveDialog ticket={ticket} onClose={close} />}
      {shown === 'confirm' && <ConfirmDialog ticketId={ticket.id} onBehalf={!isPortal(who)} onClose={close} />}
      {shown === 'reopen' && <ReopenDialog ticketId={ticket.id} onClose={close} />}
      {shown === 'survey' && <SurveyDialog ticketId={ticket.id} onClose={close} />}
    </>
  );
}
