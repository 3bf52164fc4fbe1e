import { ArrowLeftOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Space, Tag } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import '../i18n';
import { uuid } from '../../http';
import { useName } from '../../shell/names';
import { showTime } from '../../time';
import { Loaded } from '../../ui/Loaded';
import { explain } from '../../ui/ProblemNote';
import { useCommand } from '../../ui/useCommand';
import { removeWebhook, type Webhook, webhook as load } from '../api';
import { eventName } from '../events';
import { CustomerName } from './CustomerName';
import { DeliveryList } from './DeliveryList';
import { StateTag } from './StateTag';
import { ChangeWebhook } from './WebhookForm';

export function WebhookPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['webhook', id], queryFn: ({ signal }) => load(id, signal) });
  const back = <Link to="/admin/webhooks" data-testid="back"><ArrowLeftOutlined aria-hidden /> {t('ticket.back')}</Link>;
  return <Loaded found={found} back={back} heading={t('page.webhook')}>{data => <Details webhook={data} />}</Loaded>;
}

function Details({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  useName(webhook.url);
  return (
    <article data-testid="webhook" data-id={webhook.id}>
      <div className="title-row" style={{ marginTop: 10 }}><h1 style={{ overflowWrap: 'anywhere' }}>{webhook.url}</h1><StateTag webhook={webhook} /></div>
      {webhook.status === 'DISABLED' && <Alert type="error" showIcon className="note" title={t(`admin.hookDisabled.${webhook.disabledReason ?? 'UNREACHABLE'}`)} description={t('admin.hook.disabledHint')} />}
      {webhook.status === 'PAUSED' && <Alert type="warning" showIcon className="note" title={t('admin.hook.pausedHint')} />}
      <Buttons webhook={webhook} />
      <section className="panel">
        <h2>{t('ticket.facts')}</h2>
        <dl className="facts">
          <dt>{t('admin.hook.whose')}</dt><dd><CustomerName id={webhook.customerId} /></dd>
          <dt>{t('admin.hook.events')}</dt><dd><Space size={[4, 4]} wrap>{webhook.events.map(event => <Tag key={event}>{eventName(event, t)}</Tag>)}</Space></dd>
          <dt>{t('admin.hook.since')}</dt><dd>{t('admin.hook.sinceBy', { time: showTime(webhook.createdAt), name: webhook.createdBy ?? '—' })}</dd>
          <dt>{t('admin.hook.lastAnswer')}</dt><dd>{webhook.lastSuccessAt ? showTime(webhook.lastSuccessAt) : t('admin.hook.noSuccess')}</dd>
        </dl>
      </section>
      <DeliveryList webhook={webhook} />
    </article>
  );
}

function Buttons({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const [changing, setChanging] = useState(false);
  const remove = useRemove(webhook.id);
  const refresh = [['webhook', webhook.id], ['webhooks'], ['deliveries', webhook.id]];
  const verb = webhook.status === 'ACTIVE' ? 'pause' : 'resume';
  const turn = useCommand<Webhook>(`/api/webhooks/${webhook.id}/${verb}`, { refresh, version: webhook.version });
  const test = useCommand(`/api/webhooks/${webhook.id}/test`, { refresh, text: t('admin.hook.tested') });
  const fail = (error: Error) => void message.error(explain(error, t).text);
  const ask = () => void modal.confirm({
    title: t('admin.hook.removeAsk'), content: t('admin.hook.removeHint'), okText: t('admin.hook.remove'), cancelText: t('action.cancel'), onOk: () => remove.mutate(),
    okButtonProps: { danger: true, ...({ 'data-testid': 'webhook-remove-submit' } as object) },
  });
  return (
    <div className="title-row actions" role="group" aria-label={t('action.title')}>
      <Button type="primary" disabled={webhook.status !== 'ACTIVE'} loading={test.isPending} onClick={() => test.once({}, fail)} data-testid="webhook-test">{t('admin.hook.test')}</Button>
      <Button onClick={() => setChanging(true)} data-testid="webhook-change">{t('customer.change')}</Button>
      <Button loading={turn.isPending} onClick={() => turn.once({}, fail)} data-testid={`webhook-${verb}`}>{t(`admin.hook.${verb}`)}</Button>
      <Button danger loading={remove.isPending} onClick={ask} data-testid="webhook-remove">{t('admin.hook.remove')}</Button>
      {changing && <ChangeWebhook webhook={webhook} onClose={() => setChanging(false)} />}
    </div>
  );
}

function useRemove(id: string) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const key = useRef(uuid());
  return useMutation({
    mutationFn: () => removeWebhook(id, key.current),
    onSuccess: () => {
      void message.success(t('admin.hook.removed'));
      void client.invalidateQueries({ queryKey: ['webhooks'] });
      void navigate('/admin/webhooks');
    },
    onError: error => void message.error(explain(error, t).text),
  });
}
