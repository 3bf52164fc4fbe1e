import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFilter } from '../admin/useFilter';
import type { Ticket } from '../api';
import { useMe } from '../session';
import { actionsFor } from '../status';
import { ConfirmDialog } from '../ticket/ConfirmDialog';
import { ReasonDialog } from '../ticket/ReasonDialog';
import { ReopenDialog } from '../ticket/ReopenDialog';
import { SurveyDialog } from '../ticket/SurveyDialog';
import { ASKED, type Asked, isAsked, whyNot } from './asked';

/** What he can do about his report now. Which dialog is open stands in the address, so a mail can lead there, also over the sign-in. */
export function MyActions({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { filter, set } = useFilter('do');
  const asked = isAsked(filter.do) ? filter.do : undefined;
  const allowed = actionsFor(ticket, useMe());
  const may = (what: Asked) => allowed.includes(ASKED[what]);
  const ask = (what: Asked | undefined) => set({ do: what });
  // Whoever has confirmed is asked how it was.
  const confirmed = () => ask(client.getQueryData<Ticket>(['ticket', ticket.id])?.status === 'CLOSED' ? 'rate' : undefined);
  const close = () => ask(undefined);
  const button = (what: Asked, label: string, type: 'primary' | 'default' | 'text' = 'default') =>
    may(what) && <Button size="large" type={type} onClick={() => ask(what)} data-testid={`action-${ASKED[what]}`}>{label}</Button>;
  return (
    <>
      {asked && !may(asked) && <Alert type="info" showIcon closable={{ onClose: close }} className="note" title={t(`portal.ticket.${whyNot(asked, ticket)}`)} description={asked === 'confirm' && may('rate') ? t('portal.ticket.rateNow') : undefined} data-testid="too-late" />}
      {may('confirm') && <Alert type="success" showIcon className="note" title={t('portal.ticket.confirmNow')} data-testid="confirm-now" />}
      {ticket.surveyed && <p className="quiet" data-testid="rated">{t('portal.ticket.rated')}</p>}
      <div className="title-row actions my-actions" role="group" aria-label={t('action.title')}>
        {button('confirm', t('portal.ticket.confirm'), 'primary')}
        {button('reopen', t('portal.ticket.reopen'))}
        {button('rate', t('desk.do.survey_portal'), may('confirm') ? 'default' : 'primary')}
        {button('cancel', t('desk.do.cancel_portal'), 'text')}
        {ticket.status === 'CLOSED' && <Link to="/tickets/new">{t('portal.ticket.old')}</Link>}
      </div>
      {asked === 'confirm' && may(asked) && <ConfirmDialog ticketId={ticket.id} onBehalf={false} onClose={confirmed} />}
      {asked === 'reopen' && may(asked) && <ReopenDialog ticketId={ticket.id} onClose={close} />}
      {asked === 'rate' && may(asked) && <SurveyDialog ticketId={ticket.id} onBehalf={false} onClose={close} />}
      {asked === 'cancel' && may(asked) && <ReasonDialog ticketId={ticket.id} verb="cancel" title={t('desk.do.cancel_portal')} ask={t('desk.cancelAsk_portal')} onClose={close} />}
    </>
  );
}
