import { Alert, Form, Modal } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError, shownBy, sortErrors } from '../problem';
import { useDraft } from './draft';
import { ProblemNote } from './ProblemNote';
import { type CommandOptions, useCommand } from './useCommand';
import { focusFirstField, useFocusBack } from './useFocusBack';
import { useLeave } from './useLeave';

export type Values = Record<string, unknown>;

/** The field that is wrong may be out of sight. */
const WRONG = { block: 'center', focus: true } as const;

export interface DialogProps<T> extends CommandOptions<T> {
  path: string;
  /** Start of the test ids. */
  name: string;
  title: string;
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
export function CommandDialog<T>({ path, name, title, body = values => values, start, onClose, onRefused, forgetful, children, then, ...options }: DialogProps<T>) {
  const { t } = useTranslation();
  useFocusBack();
  const [form] = Form.useForm<Values>();
  const draft = useDraft(`${name} ${path}`, forgetful);
  const send = useCommand<T>(path, { ...options, then: answer => { draft.sent(); then?.(answer); onClose(); } });
  const { note } = draft;
  /** What is filled in at a click is as much of his work as what he types. */
  const filling = useMemo<typeof form>(() => ({ ...form, setFieldsValue: values => { form.setFieldsValue(values); note(values, form.getFieldsValue(true) as Values); } }), [form, note]);
  const rest = send.error instanceof ProblemError ? sortErrors(send.error.problem, shownBy(form)).rest : [];
  const finish = (values: Values) => {
    send.once(body(values), error => {
      if (!(error instanceof ProblemError)) return;
      const { mapped } = sortErrors(error.problem, shownBy(form));
      form.setFields(mapped);
      if (mapped[0]) form.scrollToField(mapped[0].name, WRONG);
      onRefused?.(error);
    });
  };
  const leave = useLeave(draft.isBegun, onClose);
  return (
    <Modal open title={title} afterOpenChange={focusFirstField} onCancel={leave} onOk={() => form.submit()} okText={t('action.submit')} cancelText={t('action.cancel')} confirmLoading={send.isPending}
      okButtonProps={{ ['data-testid' as string]: `${name}-submit` }} mask={{ closable: false }} data-testid={`${name}-dialog`}>
      <Form form={form} layout="vertical" initialValues={{ ...start, ...draft.before }} onFinish={finish} scrollToFirstError={WRONG} aria-label={title} onValuesChange={draft.note}>
        {Object.keys(draft.before).length > 0 && <Alert type="info" showIcon className="note" title={t('open.draft')} data-testid="form-restored" />}
        {children(filling)}
        {send.error && <ProblemNote error={send.error} more={rest} />}
      </Form>
    </Modal>
  );
}
