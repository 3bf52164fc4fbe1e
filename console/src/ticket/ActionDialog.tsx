import { Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError, sortErrors } from '../problem';
import { ProblemNote } from '../ui/ProblemNote';
import { useTransition } from './useTransition';

type Values = Record<string, unknown>;

interface Props {
  ticketId: string;
  verb: string;
  title: string;
  fields: string[];
  /** Makes the request body of what the form holds. */
  body?: (values: Values) => unknown;
  start?: Values;
  thanks?: string;
  onClose: () => void;
  children: (form: ReturnType<typeof Form.useForm<Values>>[0]) => ReactNode;
}

/** A form in a dialog that ends in one transition. It stays open with the reason when the service refuses. */
export function ActionDialog({ ticketId, verb, title, fields, body = values => values, start, thanks, onClose, children }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const send = useTransition(ticketId, verb, { text: thanks, then: onClose });
  const rest = send.error instanceof ProblemError ? sortErrors(send.error.problem, fields).rest : [];
  const finish = (values: Values) => {
    send.once(body(values), error => { if (error instanceof ProblemError) form.setFields(sortErrors(error.problem, fields).mapped); });
  };
  return (
    <Modal open title={title} onCancel={onClose} onOk={() => form.submit()} okText={t('action.submit')} cancelText={t('action.cancel')} confirmLoading={send.isPending}
      okButtonProps={{ ['data-testid' as string]: `${verb}-submit` }} mask={{ closable: false }} data-testid={`${verb}-dialog`}>
      <Form form={form} layout="vertical" initialValues={start} onFinish={finish} aria-label={title}>
        {children(form)}
        {send.error && <ProblemNote error={send.error} more={rest} />}
      </Form>
    </Modal>
  );
}
