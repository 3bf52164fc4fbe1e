import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Collapse, Form, Input, Radio, Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import './i18n';
import './portal.css';
import '../desk/i18n';
import { type Customer, customer } from '../api';
import { offered } from '../customer/files';
import { OwnCustomer } from '../open/CustomerPicker';
import { ExpectedBy } from '../open/ExpectedBy';
import { KnownFixes } from '../open/KnownFixes';
import { isAt, type Places, presetsFor } from '../open/presets';
import { useOpenTicket } from '../open/useOpenTicket';
import { SUMMARY_LIMIT, SYMPTOM_LIMIT } from '../open/WhatFields';
import { useMe } from '../session';
import { useTitleOf } from '../shell/titles';
import { holds } from '../ui/fold';
import { ProblemNote } from '../ui/ProblemNote';

const LEVELS = ['LOW', 'MEDIUM', 'HIGH'];
const USUAL = ['dead', 'slow', 'offline', 'print', 'scan', 'account'];
const NOWHERE: Record<keyof Places, undefined> = { siteId: undefined, contactId: undefined, productId: undefined };
/** More than these are looked for in a list. */
const AT_A_GLANCE = 6;
/** Chosen by whoever does not find what is broken; nothing is sent for it. */
const UNKNOWN = '';

interface ChoiceProps { id?: string; value?: string; onChange?: (value: string) => void; label: string; testId: string; options: { value: string; label: string }[] }

/** Few: beside each other, one tap. Many: a list in which one types. */
function Choice({ id, value, onChange, label, testId, options }: ChoiceProps) {
  if (options.length > AT_A_GLANCE) return <Select id={id} data-testid={testId} size="large" value={value} onChange={onChange} options={options} showSearch={{ filterOption: holds }} />;
  return <Radio.Group id={id} className="big-choice" aria-label={label} data-testid={testId} optionType="button" buttonStyle="solid" value={value} onChange={event => onChange?.(event.target.value as string)} options={options} />;
}

const named = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ');

/** A problem told in people's words: where, what, how bad. Whatever there is only one of is not asked. */
export function Report() {
  const { t } = useTranslation();
  const who = useMe();
  const title = useTitleOf()({ name: 'open' });
  const navigate = useNavigate();
  const [form] = Form.useForm<Record<string, string | undefined>>();
  const { draft, remember, discard, submit, sending, error, more } = useOpenTicket(form, 'PORTAL');
  const customerId = Form.useWatch<string | undefined>('customerId', form) ?? who.customers[0];
  const siteId = Form.useWatch<string | undefined>('siteId', form);
  const productId = Form.useWatch<string | undefined>('productId', form);
  const summary = Form.useWatch<string | undefined>('summary', form);
  const file = useQuery({ queryKey: ['customer', customerId], queryFn: ({ signal }) => customer(customerId!, signal), enabled: Boolean(customerId) }).data;
  const preset = () => {
    if (file) form.setFieldsValue({ ...presetsFor(file, [], form.getFieldsValue(Object.keys(NOWHERE)) as Places) });
  };
  // oxlint-disable-next-line react/exhaustive-deps -- when the file is there and when it changes
  useEffect(preset, [file?.id, file?.version]);
  if (!who.customers.length) return <Alert type="warning" showIcon title={t('open.noCustomer')} data-testid="no-customer" />;

  const start = { impact: 'MEDIUM', urgency: 'MEDIUM', customerId: who.customers[0] };
  const { sites, products, contacts } = partsOf(file, siteId);
  const words = (group: 'whoOf' | 'urgentOf') => LEVELS.map(value => ({ value, label: t(`portal.report.${group}.${value}`) }));
  const nameOf = (id?: string) => products.find(each => each.id === id)?.name;
  const usual = (what: string, thing = nameOf(productId)) => (thing ? t('portal.report.about', { product: thing, what }) : what);
  const changed = (values: Record<string, unknown>) => {
    if ('customerId' in values) form.setFieldsValue(NOWHERE);
    if ('siteId' in values) preset();
    remember();
  };
  const say = (what: string) => { form.setFieldsValue({ summary: usual(what, nameOf(form.getFieldValue('productId') as string | undefined)) }); remember(); };
  const need = (field: string) => [{ required: true, whitespace: true, message: t('open.required', { field }) }];
  return (
    <>
      <div className="title-row"><h1>{title}</h1></div>
      {draft.restored && (
        <Alert type="info" showIcon className="note" title={t('open.draft')} data-testid="draft-restored" closable
          action={<Button size="small" onClick={() => { discard(); form.setFieldsValue({ ...Object.fromEntries(Object.keys(draft.values).map(name => [name, undefined])), ...start }); }}>{t('open.discard')}</Button>} />
      )}
      <Form form={form} layout="vertical" className="panel report-form" initialValues={{ ...start, ...draft.values }} onValuesChange={changed} onFinish={submit} scrollToFirstError={{ focus: true }}
        data-testid="open-form" aria-label={title} requiredMark={false}>
        <Form.Item name="customerId" label={t('portal.report.company')} hidden={who.customers.length === 1}><OwnCustomer own={who.customers} /></Form.Item>
        <Form.Item name="siteId" label={t('portal.report.where')} hidden={sites.length < 2} rules={sites.length > 1 ? need(t('portal.mine.shop')) : []}>
          <Choice label={t('portal.report.where')} testId="siteId" options={sites.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="productId" label={t('portal.report.what')} hidden={products.length === 0} getValueProps={(value?: string) => ({ value: value ?? UNKNOWN })} normalize={(value?: string) => value || undefined}>
          <Choice label={t('portal.report.what')} testId="productId" options={[...products.map(({ id, name, serial }) => ({ value: id, label: named(name, products.length > 1 ? serial : undefined) })), { value: UNKNOWN, label: t('portal.report.unknown') }]} />
        </Form.Item>
        <Form.Item name="summary" label={t('portal.report.wrong')} rules={[...need(t('portal.report.wrong')), { max: SUMMARY_LIMIT, message: t('open.tooLong', { count: SUMMARY_LIMIT }) }]}>
          <Input size="large" data-testid="summary" placeholder={t('portal.report.wrongHint')} maxLength={SUMMARY_LIMIT} autoComplete="off" enterKeyHint="done" />
        </Form.Item>
        <div className="chips" role="group" aria-label={t('portal.report.usual')}>
          {USUAL.map(each => {
            const what = t(`portal.report.usualOnes.${each}`);
            return <Button key={each} shape="round" onClick={() => say(what)} aria-pressed={summary === usual(what)} data-testid={`usual-${each}`}>{what}</Button>;
          })}
        </div>
        <KnownFixes query={summary ?? ''} />
        <Form.Item name="impact" label={t('portal.report.who')}><Choice label={t('portal.report.who')} testId="impact" options={words('whoOf')} /></Form.Item>
        <Form.Item name="urgency" label={t('portal.report.urgent')}><Choice label={t('portal.report.urgent')} testId="urgency" options={words('urgentOf')} /></Form.Item>
        <Form.Item name="contactId" label={t('portal.report.contact')} hidden={contacts.length < 2}>
          <Select data-testid="contactId" size="large" allowClear placeholder={t('portal.report.contactHint')} options={contacts.map(each => ({ value: each.id, label: named(each.name, each.salutation, each.phone) }))} labelRender={chosen => chosen.label ?? '…'} />
        </Form.Item>
        <Collapse ghost className="report-more" items={[{
          key: 'more', label: <span data-testid="report-more">{t('portal.report.more')}</span>, forceRender: true,
          children: (
            <>
              <Form.Item name="symptom" label={t('open.symptom')} rules={[{ max: SYMPTOM_LIMIT, message: t('open.tooLong', { count: SYMPTOM_LIMIT }) }]}>
                <Input.TextArea data-testid="symptom" placeholder={t('portal.report.moreHint')} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={SYMPTOM_LIMIT} />
              </Form.Item>
              <ExpectedBy required={false} label={t('portal.report.until')} />
            </>
          ),
        }]} />
        {error && <ProblemNote error={error} more={more} />}
        <div className="form-end report-send">
          <Button size="large" onClick={() => void navigate('/tickets')}>{t('open.cancel')}</Button>
          <Button size="large" type="primary" htmlType="submit" loading={sending} data-testid="submit-ticket">{t('portal.report.send')}</Button>
        </div>
      </Form>
    </>
  );
}

function partsOf(file: Customer | undefined, siteId?: string) {
  const here = (part: { siteId?: string | null }) => isAt(siteId, part);
  return { sites: offered(file?.sites), products: offered(file?.products).filter(here), contacts: offered(file?.contacts).filter(here) };
}
