import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, type FormInstance } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type NewTicket, openTicket } from '../api';
import { uuid } from '../http';
import { ProblemError, shownBy, sortErrors } from '../problem';
import { useMe } from '../session';
import { draftOf, forgetDraft, keepDraft } from './draft';

export const FIELDS = ['customerId', 'siteId', 'contactId', 'productId', 'matter', 'summary', 'symptom', 'impact', 'urgency', 'expectedBy'];

/** The draft, its one key, and the sending. */
export function useOpenTicket(form: FormInstance, channel: 'PHONE' | 'PORTAL') {
  const { t } = useTranslation();
  const { subject } = useMe();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [draft] = useState(() => draftOf(subject));
  const key = useRef(draft.key);
  const done = useRef(false);
  const [more, setMore] = useState<string[]>([]);

  const send = useMutation({
    mutationKey: ['open-ticket'],
    mutationFn: (values: Record<string, string | undefined>) => {
      const given = Object.fromEntries(FIELDS.map(name => [name, values[name]?.trim()]).filter(([, value]) => value));
      return openTicket({ ...given, channel, source: 'USER' } as NewTicket, key.current);
    },
    onSuccess: ticket => {
      done.current = true;
      forgetDraft(subject);
      void message.success(t('open.opened', { number: ticket.number }));
      void client.invalidateQueries({ queryKey: ['tickets'] });
      client.setQueryData(['ticket', ticket.id], ticket);
      // A customer is told what comes next.
      return navigate(`/tickets/${ticket.id}${channel === 'PORTAL' ? '?opened=true' : ''}`, { replace: true });
    },
    onError: error => {
      if (!(error instanceof ProblemError)) return;
      const { mapped, rest } = sortErrors(error.problem, shownBy(form));
      form.setFields(mapped);
      if (mapped[0]) form.scrollToField(mapped[0].name);
      if (error.slug === 'idempotency-key-reused') {
        // An earlier try did reach the service, and the form was changed after it. The next press is a ticket of its own.
        key.current = uuid();
        setMore([t('open.duplicate')]);
      } else setMore(rest);
    },
  });

  return {
    draft,
    remember: () => keepDraft(subject, key.current, form.getFieldsValue(true) as Record<string, unknown>),
    discard: () => { key.current = uuid(); forgetDraft(subject); send.reset(); },
    submit: (values: Record<string, string | undefined>) => {
      // A second click may come before the next rendering, so the cache is asked and not `isPending`, or after the answer while the
      // ticket's page is still loading. The key guards the rest.
      if (!done.current && !client.isMutating({ mutationKey: ['open-ticket'] })) send.mutate(values);
    },
    sending: send.isPending, error: send.error, more,
  };
}
