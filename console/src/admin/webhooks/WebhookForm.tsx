import { useQuery } from '@tanstack/react-query';
import { Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CustomerSearch } from '../../open/CustomerPicker';
import { CommandDialog, type Values } from '../../ui/CommandDialog';
import { TextField } from '../../ui/fields';
import { holds } from '../../ui/fold';
import { type RegisteredWebhook, subscribable, type Webhook } from '../api';
import { eventName } from '../events';

function HookFields() {
  const { t } = useTranslation();
  const events = useQuery({ queryKey: ['subscribable'], queryFn: ({ signal }) => subscribable(signal), staleTime: Infinity });
  return (
    <>
      <TextField name="url" label={t('admin.hook.url')} testId="webhook-url" max={2000} hint="https://erp.example.com/hooks" />
      <Form.Item name="events" label={t('admin.hook.events')} rules={[{ required: true, message: t('admin.hook.eventsMissing') }]}>
        <Select mode="multiple" data-testid="webhook-events" loading={events.isPending} options={(events.data?.events ?? []).map(value => ({ value, label: eventName(value, t) }))} showSearch={{ filterOption: holds }} />
      </Form.Item>
    </>
  );
}

const ofAll = (values: Values) => values.whose !== 'one';

/** Whose events it hears is chosen on purpose: those of all customers go to whoever is behind the address. */
export function CreateWebhook({ onClose, then }: { onClose: () => void; then: (made: RegisteredWebhook) => void }) {
  const { t } = useTranslation();
  return (
    <CommandDialog<RegisteredWebhook> path="/api/webhooks" name="webhook" title={t('admin.hook.create')} start={{ whose: 'one' }} refresh={[['webhooks']]} onClose={onClose} then={then}
      text={t('admin.hook.created')} body={values => ({ url: values.url, events: values.events, customerId: ofAll(values) ? undefined : values.customerId })}>
      {() => (
        <>
          <HookFields />
          <Form.Item name="whose" label={t('admin.hook.whose')}><Radio.Group data-testid="webhook-whose" options={[{ value: 'one', label: t('admin.hook.oneCustomer') }, { value: 'all', label: t('admin.hook.everybody') }]} /></Form.Item>
          <Form.Item noStyle shouldUpdate={(before, now) => before.whose !== now.whose}>
            {form => !ofAll(form.getFieldsValue() as Values) && (
              <Form.Item name="customerId" label={t('open.customer')} rules={[{ required: true, message: t('open.required', { field: t('open.customer') }) }]}><CustomerSearch /></Form.Item>
            )}
          </Form.Item>
        </>
      )}
    </CommandDialog>
  );
}

export function ChangeWebhook({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <CommandDialog<Webhook> path={`/api/webhooks/${webhook.id}/change`} name="webhook" title={t('admin.hook.change')} start={{ url: webhook.url, events: webhook.events }} version={webhook.version}
      refresh={[['webhook', webhook.id], ['webhooks']]} onClose={onClose}>
      {() => <HookFields />}
    </CommandDialog>
  );
}
