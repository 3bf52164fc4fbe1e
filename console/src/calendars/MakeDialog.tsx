import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { uuid } from '../http';
import { ProblemError, shownBy, sortErrors } from '../problem';
import { useDraft } from '../ui/draft';
import { TextField } from '../ui/fields';
import { ProblemNote } from '../ui/ProblemNote';
import { focusFirstField, useFocusBack } from '../ui/useFocusBack';
import { useLeave } from '../ui/useLeave';
import { type Content, save, WEEKDAYS } from './api';

interface Values {
  name: string;
  title: string;
  base?: string;
}
const NONE = '';
/** Somebody changes it at once; a calendar without working time is refused. */
const USUAL: Content = { zone: 'Asia/Shanghai', weeks: [{ hours: Object.fromEntries(WEEKDAYS.slice(0, 5).map(day => [day, ['09:00-12:00', '13:30-18:00']])) }] };

/** A new calendar, as another one is, or with the hours of an office. */
export function MakeDialog({ bases, onClose, then }: { bases: { value: string; label: string }[]; onClose: () => void; then: (name: string) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  useFocusBack();
  const draft = useDraft('make-calendar');
  const leave = useLeave(draft.isBegun, onClose);
  const key = useRef(uuid());
  const make = useMutation({
    mutationKey: ['make-calendar'],
    mutationFn: ({ name, title, base }: Values) => save(name, base ? { title, base } : { title, ...USUAL }, 'KEEP', key.current),
    onSuccess: made => {
      draft.sent();
      for (const queryKey of [['calendar-list'], ['calendars']]) void client.invalidateQueries({ queryKey });
      void message.success(t('calendars.made'));
      then(made.name);
    },
    onError: error => {
      if (!(error instanceof ProblemError) || error.problem.status === 0 || error.signedOut) return;
      key.current = uuid();
      form.setFields(sortErrors(error.problem, shownBy(form)).mapped as Parameters<typeof form.setFields>[0]);
    },
  });
  const rest = make.error instanceof ProblemError ? sortErrors(make.error.problem, shownBy(form)).rest : [];
  return (
    <Modal open title={t('calendars.make')} afterOpenChange={focusFirstField} onCancel={leave} onOk={() => form.submit()} okText={t('action.submit')} cancelText={t('action.cancel')} confirmLoading={make.isPending} okButtonProps={{ ['data-testid' as string]: 'make-calendar-submit' }} mask={{ closable: false }} data-testid="make-calendar-dialog">
      <Form form={form} layout="vertical" initialValues={{ base: bases.some(each => each.value === 'office-cn') ? 'office-cn' : NONE, ...draft.before }} onValuesChange={draft.note} onFinish={values => { if (!client.isMutating({ mutationKey: ['make-calendar'] })) make.mutate(values); }} aria-label={t('calendars.make')}>
        <Form.Item name="name" label={t('calendars.name')} extra={t('calendars.nameHint')} rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9-]{0,49}$/, message: t('calendars.nameHint') }]}><Input maxLength={50} data-testid="calendar-name" /></Form.Item>
        <TextField name="title" label={t('calendars.title')} testId="calendar-title" max={100} />
        <Form.Item name="base" label={t('calendars.base')}><Select data-testid="calendar-base" options={[...bases, { value: NONE, label: t('calendars.noBase') }]} /></Form.Item>
        {make.error && <ProblemNote error={make.error} more={rest} />}
      </Form>
    </Modal>
  );
}
