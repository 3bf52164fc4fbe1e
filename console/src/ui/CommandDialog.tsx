import { Alert, App, Form, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError, sortErrors } from '../problem';
import { useDraft } from './draft';
import { ProblemNote } from './ProblemNote';
import { type CommandOptions, useCommand } from './useCommand';
import { focusFirstField, useFocusBack } from './useFocusBack';

export type Values = Record<string, unknown>;

export interface DialogProps<T> extends CommandOptions<T> {
  path: string;
  /** Start of the test ids. */
  name: string;
  title: string;
  /** Those the form has; errors of others are shown below it. */
  fields: string[];
  /** Makes the request body of what the form holds. */
  body?: (values: Values) => unknown;
  start?: Values;
  onClose: () => void;
  /** Not to be kept over a sign-in: what is typed decides about more than the body. */
  forgetful?: boolean;
  /** What the service refused, for a form that asks back. */
  onRefused?: (error: ProblemError) => void;
  children: (form: ReturnType<typeof Form.useForm<Values>>[0]) => ReactNode;
}

/** A form in a dialog that ends in one command. It stays open with the reason when the service refuses. */
export function CommandDialog<T>({ path, name, title, fields, body = values => values, start, onClose, onRefused, forgetful, children, then, ...options }: DialogProps<T>) {
  const { t } = useTranslation();
  useFocusBack();
  const [form] = Form.useForm<Values>();
  const { modal } = App.useApp();
  const draft = useDraft(`${name} ${path}`, forgetful);
  const send = useCommand<T>(path, { ...options, then: answer => { draft.sent(); then?.(answer); onClose(); } });
  const rest = send.error instanceof ProblemError ? sortErrors(send.error.problem, fields).rest : [];
  const finish = (values: Values) => {
    send.once(body(values), error => {
      if (!(error instanceof ProblemError)) return;
      form.setFields(sortErrors(error.problem, fields).mapped);
      onRefused?.(error);
    });
  };
  /** Escape is hit in passing, to close a list or to leave an input method: what was typed is not lost by it. */
  const leave = (event: object) => {
    if ('key' in event && draft.isBegun()) void modal.confirm({ title: t('action.leaveAsk'), okText: t('action.leave'), cancelText: t('action.goOn'), onOk: onClose });
    else onClose();
  };
  return (
    <Modal open title={title} afterOpenChange={focusFirstField} onCancel={leave} onOk={() => form.submit()} okText={t('action.submit')} cancelText={t('action.cancel')} confirmLoading={send.isPending}
      okButtonProps={{ ['data-testid' as string]: `${name}-submit` }} mask={{ closable: false }} data-testid={`${name}-dialog`}>
      <Form form={form} layout="vertical" initialValues={{ ...start, ...draft.before }} onFinish={finish} aria-label={title} onValuesChange={draft.note}>
        {Object.keys(draft.before).length > 0 && <Alert type="info" showIcon className="note" title={t('open.draft')} data-testid="form-restored" />}
        {children(form)}
        {send.error && <ProblemNote error={send.error} more={rest} />}
      </Form>
    </Modal>
  );
}
