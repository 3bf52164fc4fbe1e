import { DesktopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showTime } from '../time';
import { TextField } from '../ui/fields';
import { ActionDialog } from './ActionDialog';
import { Solved } from './PhoneFixDialog';
import type { RemoteRunning } from './remote';

/** The remote session under way: each step is written down as it is made, and the end says what came of it. */
export function RemotePanel({ ticketId, remote }: { ticketId: string; remote: RemoteRunning }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'step' | 'end'>();
  const close = () => setShown(undefined);
  const path = `remote-sessions/${remote.id}`;
  return (
    <section className="panel remote" aria-label={t('remote.title')} data-testid="remote-panel">
      <div className="panel-head"><h2><DesktopOutlined aria-hidden /> {t('remote.title')}</h2></div>
      <p className="quiet">{t('remote.about', { tool: remote.tool, name: remote.consentBy, time: showTime(remote.startedAt) })}<br />{t('detail.scope')}{t('app.colon')}{remote.scope}</p>
      {remote.steps.length > 0 && <ol data-testid="remote-steps">{remote.steps.map(step => <li key={step.seq}>{step.action} → {step.result}</li>)}</ol>}
      <div className="title-row">
        <Button type="primary" onClick={() => setShown('step')} data-testid="action-remote-step">{t('remote.step')}</Button>
        <Button disabled={remote.steps.length === 0} onClick={() => setShown('end')} data-testid="action-remote-end">{t('remote.end')}</Button>
        {remote.steps.length === 0 && <span className="quiet">{t('remote.needsStep')}</span>}
      </div>
      {shown === 'step' && (
        <ActionDialog ticketId={ticketId} verb={`${path}/steps`} name="remote-step" title={t('remote.step')} onClose={close}>
          {() => (
            <>
              <TextField name="action" label={t('detail.action')} testId="remote-step-action" max={2000} rows={2} />
              <TextField name="result" label={t('detail.result')} testId="remote-step-result" max={2000} rows={2} />
            </>
          )}
        </ActionDialog>
      )}
      {shown === 'end' && (
        <ActionDialog ticketId={ticketId} verb={`${path}/end`} name="remote-end" title={t('remote.end')} onClose={close}>
          {() => (
            <>
              <Solved testId="remote-end-succeeded" />
              <TextField name="result" label={t('detail.result')} testId="remote-end-result" max={2000} rows={2} />
            </>
          )}
        </ActionDialog>
      )}
    </section>
  );
}
