import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { engineers, type Ticket } from '../api';
import { TextField } from '../ui/fields';
import { holds } from '../ui/fold';
import { ActionDialog } from './ActionDialog';

/** To a department or a person. Both are known by name only, so any other name can be typed. */
export function HandOverDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const list = useQuery({ queryKey: ['engineers'], queryFn: ({ signal }) => engineers(signal), staleTime: 300_000 });
  const names = [t('desk.centre'), ...(list.data?.items ?? []).map(each => each.name)];
  const field = t('desk.handTo');
  return (
    <ActionDialog ticketId={ticket.id} verb="hand-over" title={t('desk.do.handOver')} onClose={onClose}>
      {() => (
        <>
          <Form.Item name="to" label={field} rules={[{ required: true, whitespace: true, message: t('open.required', { field }) }]}>
            <AutoComplete options={[...new Set(names)].map(value => ({ value, label: value }))} showSearch={{ filterOption: holds }}>
              <Input data-testid="hand-over-to" maxLength={100} placeholder={t('desk.handToHint')} />
            </AutoComplete>
          </Form.Item>
          <TextField name="reason" label={t('detail.reason')} testId="hand-over-reason" max={1000} rows={2} hint={t('desk.handReasonHint')} />
        </>
      )}
    </ActionDialog>
  );
}
