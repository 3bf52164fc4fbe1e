import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Grid } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { customer } from '../api';
import { AddDialog } from '../customer/AddDialogs';
import { mayChange, type PartKind } from '../customer/files';
import { RegisterDialog } from '../customer/RegisterDialog';
import '../desk/i18n';
import { hasRole, READS, useMe } from '../session';
import { useTitleOf } from '../shell/titles';
import { ProblemNote } from '../ui/ProblemNote';
import { CallerCard } from './CallerCard';
import { CallerSearch } from './CallerSearch';
import { ExpectedBy } from './ExpectedBy';
import { KnownFixes } from './KnownFixes';
import { PlaceFields } from './PlaceFields';
import { type Places, presetsFor } from './presets';
import { useOpenTicket } from './useOpenTicket';
import { WhatFields } from './WhatFields';

const PLACES = { sites: 'siteId', contacts: 'contactId', products: 'productId' } as const;
const NOWHERE: Record<keyof Places, undefined> = { siteId: undefined, contactId: undefined, productId: undefined };

export function OpenTicket() {
  const { t } = useTranslation();
  const who = useMe();
  const title = useTitleOf()({ name: 'open' });
  const navigate = useNavigate();
  const [form] = Form.useForm<Record<string, string | undefined>>();
  const { draft, remember, discard, submit, sending, error, more } = useOpenTicket(form, 'PHONE');
  const [callers, setCallers] = useState<string[]>([]);
  const [registering, setRegistering] = useState<string>();
  const [adding, setAdding] = useState<PartKind>();
  const customerId = Form.useWatch<string | undefined>('customerId', form);
  const siteId = Form.useWatch<string | undefined>('siteId', form);
  const contactId = Form.useWatch<string | undefined>('contactId', form);
  const summary = Form.useWatch<string | undefined>('summary', form);
  const beside = Grid.useBreakpoint().lg ?? true;
  const [search] = useSearchParams();
  const from = search.get('customer') ?? undefined;
  const start = { impact: 'MEDIUM', urgency: 'MEDIUM', matter: 'FAULT' };
  // Who comes from a customer's page wants a ticket of his, whatever was begun before.
  const begun = from && draft.values.customerId !== from ? { ...draft.values, customerId: from, ...NOWHERE } : draft.values;
  const file = useQuery({ queryKey: ['customer', customerId], queryFn: ({ signal }) => customer(customerId!, signal), enabled: Boolean(customerId) }).data;

  const preset = () => {
    if (file) form.setFieldsValue({ ...presetsFor(file, callers, form.getFieldsValue(Object.values(PLACES)) as Places) });
  };
  // oxlint-disable-next-line react/exhaustive-deps -- when the file is there and when it changes
  useEffect(preset, [file?.id, file?.version]);

  // On a phone the hints must not hide below the button.
  const known = <KnownFixes query={summary ?? ''} />;
  const card = customerId && hasRole(who, ...READS.customers) && <CallerCard customerId={customerId} contactId={contactId} />;
  const changed = (values: Record<string, unknown>) => {
    if ('customerId' in values) form.setFieldsValue(NOWHERE);
    if (values.siteId || values.customerId === file?.id) preset();
    remember();
  };
  const keeper = mayChange(who);
  return (
    <>
      <div className="title-row"><h1>{title}</h1></div>
      {draft.restored && (
        <Alert type="info" showIcon className="note" title={t('open.draft')} data-testid="draft-restored" closable
          action={<Button size="small" onClick={() => { discard(); form.setFieldsValue({ ...Object.fromEntries(Object.keys(draft.values).map(name => [name, undefined])), ...start }); }}>{t('open.discard')}</Button>} />
      )}
      <div className="open-grid">
        <Form form={form} layout="vertical" className="panel" initialValues={{ ...start, ...begun }} onValuesChange={changed} onFinish={submit}
          scrollToFirstError={{ focus: true }} data-testid="open-form" aria-label={title} requiredMark>
          <Form.Item name="customerId" label={t('desk.who')} rules={[{ required: true, message: t('open.required', { field: t('open.customer') }) }]}>
            <CallerSearch onCallers={setCallers} onNew={keeper ? setRegistering : undefined} />
          </Form.Item>
          {!beside && card}
          <PlaceFields customerId={customerId} siteId={siteId} onAdd={keeper ? setAdding : undefined} />
          <WhatFields hint={!beside && known} />
          <ExpectedBy required />
          {error && <ProblemNote error={error} more={more} />}
          <div className="form-end">
            <Button onClick={() => void navigate('/tickets')}>{t('open.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={sending} data-testid="submit-ticket">{t('open.submit')}</Button>
          </div>
        </Form>
        {beside && <div>{card}{known}</div>}
      </div>
      {registering !== undefined && (
        <RegisterDialog typed={registering} onClose={() => setRegistering(undefined)} onRegistered={made => {
          setCallers([]);
          form.setFieldsValue({ customerId: made.id, ...NOWHERE });
          remember();
        }} />
      )}
      {adding && file && (
        <AddDialog customer={file} kind={adding} siteId={siteId} onClose={() => setAdding(undefined)} onAdded={id => { form.setFieldsValue({ [PLACES[adding]]: id }); remember(); }} />
      )}
    </>
  );
}
