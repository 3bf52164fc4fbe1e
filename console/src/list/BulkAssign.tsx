import { CheckCircleOutlined, CloseCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { command, engineers, type Ticket } from '../api';
import { uuid } from '../http';
import { useMe } from '../session';
import { holds } from '../ui/fold';
import { explain } from '../ui/ProblemNote';
import { useFocusBack } from '../ui/useFocusBack';
import { useLeave } from '../ui/useLeave';

interface Outcome {
  ticket: Ticket;
  /** Nothing: it was assigned. */
  problem?: string;
}

/** One after the other, each with its own answer: one that cannot be assigned keeps the others from nothing. */
export function BulkAssign({ tickets, onClose }: { tickets: Ticket[]; onClose: () => void }) {
  const { t } = useTranslation();
  const who = useMe();
  const client = useQueryClient();
  const [form] = Form.useForm<{ assignee: string }>();
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const [running, setRunning] = useState(false);
  useFocusBack();
  const leave = useLeave(() => outcomes.length === 0 && form.isFieldsTouched(), onClose);
  const list = useQuery({ queryKey: ['engineers'], queryFn: ({ signal }) => engineers(signal), staleTime: 300_000 });
  const others = (list.data?.items ?? []).filter(each => each.id !== who.subject);
  const options = [{ value: who.username, label: `${t('ticket.me')} (${who.name})` }, ...others.map(each => ({ value: each.id, label: each.name }))];
  const done = !running && outcomes.length === tickets.length;
  const field = t('ticket.assignee');

  const assign = async ({ assignee }: { assignee: string }) => {
    if (running) return;
    setRunning(true);
    setOutcomes([]);
    for (const ticket of tickets) {
      const problem = await command(`/api/tickets/${ticket.id}/assign`, { assignee }, uuid(), ticket.version).then(() => undefined, (error: unknown) => explain(error, t).text);
      setOutcomes(before => [...before, { ticket, problem }]);
    }
    setRunning(false);
    void client.invalidateQueries({ queryKey: ['tickets'] });
  };
  return (
    <Modal open title={t('desk.bulkTitle', { count: tickets.length })} onCancel={running ? undefined : leave} closable={!running} mask={{ closable: false }} data-testid="bulk-dialog"
      footer={done
        ? <Button type="primary" onClick={onClose} data-testid="bulk-close">{t('desk.close')}</Button>
        : <><Button onClick={onClose} disabled={running}>{t('action.cancel')}</Button><Button type="primary" loading={running} onClick={() => form.submit()} data-testid="bulk-submit">{t('action.assign')}</Button></>}>
      <Form form={form} layout="vertical" onFinish={values => void assign(values)} aria-label={t('desk.bulkTitle', { count: tickets.length })} disabled={running || done}>
        <Form.Item name="assignee" label={field} rules={[{ required: true, message: t('open.required', { field }) }]}>
          <Select data-testid="bulk-to" options={options} loading={list.isLoading} showSearch={{ filterOption: holds }} notFoundContent={t('open.nothing')} />
        </Form.Item>
      </Form>
      <ul className="checks" aria-live="polite">
        {tickets.map(ticket => {
          const outcome = outcomes.find(each => each.ticket.id === ticket.id);
          return (
            <li key={ticket.id} data-testid="bulk-row" data-number={ticket.number} data-done={outcome ? !outcome.problem : undefined}>
              {outcome ? outcome.problem ? <CloseCircleOutlined aria-label={t('desk.refused')} /> : <CheckCircleOutlined aria-label={t('action.done')} /> : <MinusCircleOutlined className="waits" aria-hidden />}
              <span>{ticket.number} {ticket.summary}{outcome?.problem && <div className="quiet">{outcome.problem}</div>}</span>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
