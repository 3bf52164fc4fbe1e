import { useTranslation } from 'react-i18next';
import type { StoryItem, Ticket } from '../api';
import { isPortal, useMe } from '../session';
import type { Action } from '../status';
import { AssignDialog } from './AssignDialog';
import { CallbackDialog } from './CallbackDialog';
import { ConfirmDialog } from './ConfirmDialog';
import { ContactDialog } from './ContactDialog';
import { ExtendDialog } from './ExtendDialog';
import { HandOverDialog } from './HandOverDialog';
import { PhoneFixDialog } from './PhoneFixDialog';
import { PriorityDialog } from './PriorityDialog';
import { ReasonDialog } from './ReasonDialog';
import { triedFromAfar } from './remote';
import { RemoteStartDialog } from './RemoteStartDialog';
import { ReopenDialog } from './ReopenDialog';
import { RequestVisitDialog } from './RequestVisitDialog';
import { ResolveDialog } from './ResolveDialog';
import { SurveyDialog } from './SurveyDialog';
import { WaitDialog } from './WaitDialog';

interface Props {
  shown: Action;
  ticket: Ticket;
  story: readonly StoryItem[];
  onClose: () => void;
}

/** The form behind each action. */
export function Dialogs({ shown, ticket, story, onClose }: Props) {
  const { t } = useTranslation();
  const portal = isPortal(useMe());
  const context = portal ? 'portal' : undefined;
  switch (shown) {
    case 'resolve': return <ResolveDialog ticket={ticket} onClose={onClose} />;
    case 'confirm': return <ConfirmDialog ticketId={ticket.id} onBehalf={!portal} onClose={onClose} />;
    case 'reopen': return <ReopenDialog ticketId={ticket.id} onClose={onClose} />;
    case 'survey': return <SurveyDialog ticketId={ticket.id} onBehalf={!portal} onClose={onClose} />;
    case 'phoneFix': return <PhoneFixDialog ticket={ticket} onClose={onClose} />;
    case 'remote': return <RemoteStartDialog ticketId={ticket.id} onClose={onClose} />;
    case 'visit': return <RequestVisitDialog ticket={ticket} tried={triedFromAfar(story)} onClose={onClose} />;
    case 'wait': return <WaitDialog ticketId={ticket.id} onClose={onClose} />;
    case 'extend': return <ExtendDialog ticket={ticket} onClose={onClose} />;
    case 'assign': return <AssignDialog ticket={ticket} onClose={onClose} />;
    case 'contact': return <ContactDialog ticket={ticket} onClose={onClose} />;
    case 'callback': return <CallbackDialog ticket={ticket} onClose={onClose} />;
    case 'handOver': return <HandOverDialog ticket={ticket} onClose={onClose} />;
    case 'refuseHandOver': return <ReasonDialog ticketId={ticket.id} verb="refuse-hand-over" title={t('desk.do.refuseHandOver')} ask={t('desk.refuseAsk')} onClose={onClose} />;
    case 'priority': return <PriorityDialog ticket={ticket} onClose={onClose} />;
    case 'cancel': return <ReasonDialog ticketId={ticket.id} verb="cancel" title={t('desk.do.cancel', { context })} ask={t('desk.cancelAsk', { context })} onClose={onClose} />;
    // These need no form.
    case 'acknowledge': case 'resume': case 'acceptHandOver': return null;
  }
}
