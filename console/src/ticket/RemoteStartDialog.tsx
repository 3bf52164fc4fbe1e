import { AutoComplete, Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { TextField } from '../ui/fields';
import { justNow } from '../ui/InstantPicker';
import { ActionDialog } from './ActionDialog';
import { Consent } from './ExtendDialog';

/** Only a help for typing: any other tool can be named. */
const TOOLS = ['ToDesk', '向日葵', 'TeamViewer', 'RustDesk', 'QQ', '企业微信'];

/** Nobody looks at a customer's screen without his consent, and never alone (R23, R24). */
export function RemoteStartDialog({ ticketId, onClose }: { ticketId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const field = t('detail.tool');
  return (
    <ActionDialog ticketId={ticketId} verb="remote-sessions" name="remote" title={t('action.remote')} onClose={onClose}
      start={{ at: justNow() }} body={({ givenBy, at, ...rest }) => ({ ...rest, consent: { givenBy, at } })}>
      {() => (
        <>
          <Form.Item name="tool" label={field} rules={[{ required: true, whitespace: true, message: t('open.required', { field }) }]}>
            <AutoComplete options={TOOLS.map(value => ({ value }))}><Input data-testid="remote-tool" maxLength={100} /></AutoComplete>
          </Form.Item>
          <TextField name="scope" label={t('detail.scope')} testId="remote-scope" max={1000} hint={t('action.scopeHint')} />
          <Consent name="remote" />
          <Form.Item name="customerPresent" valuePropName="checked"
            rules={[{ validator: (_, checked) => (checked ? Promise.resolve() : Promise.reject(new Error(t('action.presentRequired')))) }]}>
            <Checkbox data-testid="remote-present">{t('action.present')}</Checkbox>
          </Form.Item>
        </>
      )}
    </ActionDialog>
  );
}
