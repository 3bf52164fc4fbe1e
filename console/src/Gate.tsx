import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { Landing } from './Landing';
import { Live } from './live/Live';
import { MeContext, signIn, useSession } from './session';
import { Shell } from './shell/Shell';
import { explain } from './ui/ProblemNote';
import { Waiting } from './ui/Waiting';

/** Decides between the landing page and the console, and keeps the page standing when the session ends under it. */
export function Gate() {
  const { t } = useTranslation();
  const { who, waiting, error, expired, retry } = useSession();
  if (waiting) return <Waiting />;
  if (!who && error) {
    return (
      <Alert type="warning" showIcon title={<h1>{t('signIn.unreachable')}</h1>} description={explain(error, t).text}
        action={<Button type="primary" onClick={retry} data-testid="retry">{t('problem.retry')}</Button>} />
    );
  }
  if (!who) return <Landing />;
  return (
    <MeContext value={who}>
      <Live><Shell><Outlet /></Shell></Live>
      <Modal open={expired} title={t('signIn.expiredTitle')} closable={false} keyboard={false} mask={{ closable: false }} data-testid="session-expired"
        footer={<Button type="primary" onClick={signIn} data-testid="sign-in-again">{t('signIn.again')}</Button>}>
        {t('signIn.expired')}
      </Modal>
    </MeContext>
  );
}
