import { Alert, Checkbox, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisteredWebhook } from '../api';

/** The only time that the secret is there: closed only by who says that he has it. */
export function SecretDialog({ made, onClose }: { made: RegisteredWebhook; onClose: () => void }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(!made.secret);
  return (
    <Modal open title={t('admin.hook.secretTitle')} closable={false} keyboard={false} mask={{ closable: false }} data-testid="secret-dialog" onOk={onClose} okText={t('admin.close')}
      okButtonProps={{ disabled: !kept, ...({ 'data-testid': 'secret-close' } as object) }} cancelButtonProps={{ style: { display: 'none' } }}>
      {made.secret ? (
        <>
          <Alert type="warning" showIcon className="note" title={t('admin.hook.secretOnce')} />
          <Typography.Paragraph code copyable={{ text: made.secret, tooltips: [t('admin.copy'), t('admin.copied')] }} data-testid="secret">{made.secret}</Typography.Paragraph>
          <p className="quiet">{t('admin.hook.secretUse')}</p>
          <Checkbox checked={kept} onChange={event => setKept(event.target.checked)} data-testid="secret-kept">{t('admin.hook.secretKept')}</Checkbox>
        </>
      ) : <Alert type="warning" showIcon title={t('admin.hook.secretGone')} />}
    </Modal>
  );
}
