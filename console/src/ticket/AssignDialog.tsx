import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { engineers, type Ticket } from '../api';
import { useMe } from '../session';
import { holds } from '../ui/fold';
import { ActionDialog } from './ActionDialog';

export function AssignDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const { t } = useTranslation();
  const who = useMe();
  const list = useQuery({ queryKey: ['engineers'], queryFn: ({ signal }) => engineers(signal), staleTime: 300_000 });
  const others = (list.data?.items ?? []).filter(each => each.id !== who.subject);
  const options = [{ value: who.username, label: `${t('ticket.me')} (${who.name})` }, ...others.map(each => ({ value: each.id, label: each.name }))];
  const field = t('ticket.assignee');
  return (
    <ActionDialog ticketId={ticket.id} verb="assign" title={t('action.assign')} onClose={onClose}>
      {() => (
        <Form.Item name="assignee" label={field} rules={[{ required: true, message: t('open.required', { field }) }]}>
          <Select data-testid="assign-to" options={options} loading={list.isLoading} showSearch={{ filterOption: holds }} notFoundContent={t('open.nothing')} />
        </Form.Item>
      )}
    </ActionDialog>
  );
}
