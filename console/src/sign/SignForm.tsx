import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError, sortErrors } from '../problem';
import { ProblemNote } from '../ui/ProblemNote';
import { Pad } from './Pad';
import { type Drawing, isSignature } from './strokes';
import type { SignDraft, useSigning } from './useSigning';

const FIELDS = ['signerName', 'drawing'];

export function SignForm({ signing }: { signing: ReturnType<typeof useSigning> }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SignDraft>();
  const { error, waiting, sending } = signing;
  const problem = !waiting && error instanceof ProblemError ? error.problem : undefined;
  // The service calls the drawing by the name of its text form.
  const sorted = problem && sortErrors({ ...problem, errors: problem.errors?.map(each => ({ ...each, field: each.field.replace(/strokes$/, 'drawing') })) }, FIELDS);
  return (
    <Form form={form} layout="vertical" className="panel" initialValues={signing.start} onValuesChange={change => signing.remember(change as SignDraft)} disabled={sending}
      onFinish={() => signing.send()} aria-label={t('sign.title')} data-testid="sign-form" requiredMark={false}>
      <Form.Item name="drawing" label={t('sign.pad')}
        rules={[{ validator: (_, drawing?: Drawing) => (drawing && isSignature(drawing) ? Promise.resolve() : Promise.reject(new Error(t(drawing ? 'sign.tooShort' : 'sign.padMissing')))) }]}>
        <Pad />
      </Form.Item>
      <Form.Item name="signerName" label={t('sign.name')} rules={[{ required: true, whitespace: true, message: t('open.required', { field: t('sign.name') }) }]}>
        <Input size="large" data-testid="signer-name" maxLength={100} autoComplete="name" enterKeyHint="done" />
      </Form.Item>
      {waiting && <Alert type="warning" showIcon role="alert" className="note" title={t('sign.offline')} description={t('sign.offlineHint')} data-testid="sign-offline" />}
      {sorted && <ProblemNote error={error} more={[...sorted.mapped.flatMap(each => each.errors), ...sorted.rest]} />}
      <p className="quiet">{t('sign.agree')}</p>
      <Button type="primary" size="large" block htmlType="submit" loading={sending} data-testid="sign-submit">{t(waiting ? 'sign.again' : 'sign.submit')}</Button>
    </Form>
  );
}
