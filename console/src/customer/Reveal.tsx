import { EyeOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RevealedContact } from '../api';
import '../desk/i18n';
import { useMe } from '../session';
import { CommandDialog } from '../ui/CommandDialog';
import { mayReveal } from './files';

interface Props {
  customerId: string;
  contactId: string;
  /** Of whom, as far as it is shown to everybody. */
  name: string;
}

/** Shows a contact in full to who says why; the reason stands in the audit. What is shown goes with the page. */
export function Reveal({ customerId, contactId, name }: Props) {
  const { t } = useTranslation();
  const who = useMe();
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<RevealedContact>();
  if (!mayReveal(who)) return null;
  if (shown) {
    const { phone, email } = shown;
    return (
      <div data-testid="revealed">
        <strong>{[shown.name, shown.salutation].filter(Boolean).join(' ')}</strong>
        {phone && <div><a href={`tel:${shown.phoneNumber ?? phone}`}>{phone}</a></div>}
        {email && <div><a href={`mailto:${email}`}>{email}</a></div>}
      </div>
    );
  }
  const field = t('desk.reveal.why');
  return (
    <>
      <Button size="small" icon={<EyeOutlined />} onClick={() => setAsking(true)} data-testid="reveal" aria-label={`${t('desk.reveal.button')} ${name}`}>{t('desk.reveal.button')}</Button>
      {asking && (
        <CommandDialog<RevealedContact> path={`/api/customers/${customerId}/contacts/${contactId}/reveal`} name="reveal" title={t('desk.reveal.title', { name })} refresh={[]}
          text={t('desk.reveal.done')} onClose={() => setAsking(false)} then={setShown}>
          {() => (
            <Form.Item name="reason" label={field} extra={t('desk.reveal.hint')} rules={[{ required: true, whitespace: true, message: t('open.required', { field }) }]}>
              <Reason />
            </Form.Item>
          )}
        </CommandDialog>
      )}
    </>
  );
}

/** The reasons that are given most often are one click away. */
function Reason({ id, value, onChange }: { id?: string; value?: string; onChange?: (reason: string) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Input id={id} data-testid="reveal-reason" maxLength={500} value={value} onChange={event => onChange?.(event.target.value)} />
      <div className="quick" role="group" aria-label={t('desk.reveal.usual')}>
        {['desk.reveal.call', 'desk.reveal.check', 'desk.reveal.visit'].map(each => <Button key={each} size="small" onClick={() => onChange?.(t(each))}>{t(each)}</Button>)}
      </div>
    </>
  );
}
