import { Alert, Button, Form, Grid } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isPortal, useMe } from '../session';
import { useTitleOf } from '../shell/titles';
import { ProblemNote } from '../ui/ProblemNote';
import { CustomerSearch, OwnCustomer } from './CustomerPicker';
import { ExpectedBy } from './ExpectedBy';
import { KnownFixes } from './KnownFixes';
import { PlaceFields } from './PlaceFields';
import { useOpenTicket } from './useOpenTicket';
import { WhatFields } from './WhatFields';

export function OpenTicket() {
  const { t } = useTranslation();
  const who = useMe();
  const title = useTitleOf()({ name: 'open' });
  const navigate = useNavigate();
  const portal = isPortal(who);
  const [form] = Form.useForm<Record<string, string | undefined>>();
  const { draft, remember, discard, submit, sending, error, more } = useOpenTicket(form, portal ? 'PORTAL' : 'PHONE');
  const customerId = Form.useWatch<string | undefined>('customerId', form);
  const siteId = Form.useWatch<string | undefined>('siteId', form);
  const summary = Form.useWatch<string | undefined>('summary', form);
  const beside = Grid.useBreakpoint().lg ?? true;
  const start = { impact: 'MEDIUM', urgency: 'MEDIUM', ...(portal && { customerId: who.customers[0] }) };

  if (portal && !who.customers.length) return <Alert type="warning" showIcon title={t('open.noCustomer')} data-testid="no-customer" />;
  // On a phone the hints must not hide below the button.
  const known = <KnownFixes query={summary ?? ''} />;
  const changed = (values: Record<string, unknown>) => {
    if ('customerId' in values) form.resetFields(['siteId', 'contactId', 'productId']);
    remember();
  };
  return (
    <>
      <div className="title-row"><h1>{title}</h1></div>
      {draft.restored && (
        <Alert type="info" showIcon className="note" title={t('open.draft')} data-testid="draft-restored" closable
          action={<Button size="small" onClick={() => { discard(); form.setFieldsValue({ ...Object.fromEntries(Object.keys(draft.values).map(name => [name, undefined])), ...start }); }}>{t('open.discard')}</Button>} />
      )}
      <div className="open-grid">
        <Form form={form} layout="vertical" className="panel" initialValues={{ ...start, ...draft.values }} onValuesChange={changed} onFinish={submit}
          scrollToFirstError={{ focus: true }} data-testid="open-form" aria-label={title} requiredMark>
          <Form.Item name="customerId" label={t('open.customer')} rules={[{ required: true, message: t('open.required', { field: t('open.customer') }) }]}>
            {portal ? <OwnCustomer own={who.customers} /> : <CustomerSearch />}
          </Form.Item>
          <PlaceFields customerId={customerId} siteId={siteId} />
          <WhatFields hint={!beside && known} />
          <ExpectedBy required={!portal} />
          {error && <ProblemNote error={error} more={more} />}
          <div className="form-end">
            <Button onClick={() => void navigate('/tickets')}>{t('open.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={sending} data-testid="submit-ticket">{t('open.submit')}</Button>
          </div>
        </Form>
        {beside && known}
      </div>
    </>
  );
}
