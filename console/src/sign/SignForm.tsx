import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../problem';
import { ProblemNote } from '../ui/ProblemNote';
import { Pad } from './Pad';
import { type Drawing, isSignature } from './strokes';
import { typedSignature } from './typed';
import type { SignDraft, useSigning } from './useSigning';


export function SignForm({ signing }: { signing: ReturnType<typeof useSigning> }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SignDraft>();
  const { error, waiting, sending } = signing;
  const [typing, setTyping] = useState(false);
  /** Without a hand that can draw: the name that stands in the field below is put on the pad. */
  const type = (name: string) => {
    const pad = document.querySelector<HTMLElement>('.pad canvas');
    const drawing = pad && name.trim() ? typedSignature(name.trim(), pad.clientWidth, pad.clientHeight) : undefined;
    form.setFieldsValue({ drawing });
    signing.remember({ drawing });
  };
  const changed = (change: SignDraft) => {
    signing.remember(change);
    if (typing && 'signerName' in change) type(change.signerName ?? '');
    // Whoever draws after all has drawn.
    if ('drawing' in change) setTyping(false);
  };
  const problem = !waiting && error instanceof ProblemError ? error.problem : undefined;
  return (
    <Form form={form} layout="vertical" className="panel" initialValues={signing.start} onValuesChange={change => changed(change as SignDraft)} disabled={sending}
      onFinish={() => signing.send()} aria-label={t('sign.title')} data-testid="sign-form" requiredMark={false}>
      <Form.Item name="drawing" label={t('sign.pad')}
        rules={[{ validator: (_, drawing?: Drawing) => (drawing && isSignature(drawing) ? Promise.resolve() : Promise.reject(new Error(t(drawing ? 'sign.tooShort' : 'sign.padMissing')))) }]}>
        <Pad />
      </Form.Item>
      <p className="quiet">
        {t(typing ? 'sign.typedHint' : 'sign.cannotDraw')}{' '}
        {!typing && <Button type="link" className="sign-typed" onClick={() => { setTyping(true); type(form.getFieldValue('signerName') as string ?? ''); form.focusField('signerName'); }} data-testid="pad-typed">{t('sign.typed')}</Button>}
      </p>
      <Form.Item name="signerName" label={t('sign.name')} rules={[{ required: true, whitespace: true, message: t('open.required', { field: t('sign.name') }) }]}>
        <Input size="large" data-testid="signer-name" maxLength={100} autoComplete="name" enterKeyHint="done" />
      </Form.Item>
      {waiting && <Alert type="warning" showIcon role="alert" className="note" title={t('sign.offline')} description={t('sign.offlineHint')} data-testid="sign-offline" />}
      {problem && <ProblemNote error={error} more={problem.errors?.map(each => each.message)} />}
      <p className="quiet">{t('sign.agree')}</p>
      <Button type="primary" size="large" block htmlType="submit" loading={sending} data-testid="sign-submit">{t(waiting ? 'sign.again' : 'sign.submit')}</Button>
    </Form>
  );
}
