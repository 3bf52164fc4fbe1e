import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shift } from '../board/api';
import { CommandDialog } from '../ui/CommandDialog';
import { InstantField, TextField } from '../ui/fields';
import { explain } from '../ui/ProblemNote';
import { useCommand } from '../ui/useCommand';
import { PersonField } from './PersonField';
import { WriteHandover } from './HandoverNote';
import type { ShiftStep } from './steps';

const PATHS: Record<ShiftStep, string> = {
  swap: 'swap', acceptSwap: 'swap/accept', declineSwap: 'swap/decline', takeBackSwap: 'swap/take-back', approveSwap: 'swap/approve', refuseSwap: 'swap/refuse', writeHandover: 'handover', acceptHandover: 'handover/accept',
  refuseHandover: 'handover/refuse', publish: 'publish', discard: '', replace: 'replace', withdraw: 'withdraw',
};
/** Those that ask for something first. */
const DIALOGS: readonly ShiftStep[] = ['swap', 'writeHandover', 'refuseHandover', 'replace', 'withdraw'];
const FIRST: readonly ShiftStep[] = ['acceptSwap', 'approveSwap', 'acceptHandover', 'writeHandover', 'publish'];
const REFRESH = [['shifts'], ['gaps'], ['handover']];

/** The buttons of a shift. */
export function ShiftSteps({ shift, steps, small }: { shift: Shift; steps: readonly ShiftStep[]; small?: boolean }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<ShiftStep>();
  const close = () => setAsking(undefined);
  const base = { path: `/api/shifts/${shift.id}/${asking ? PATHS[asking] : ''}`, refresh: REFRESH, version: shift.version, onClose: close };
  return (
    <div className="part-actions" role="group" aria-label={t('action.title')}>
      {steps.map(step => DIALOGS.includes(step)
        ? <Button key={step} size={small ? 'small' : 'middle'} type={FIRST.includes(step) ? 'primary' : 'default'} danger={step === 'withdraw'} onClick={() => setAsking(step)} data-testid={`shift-${step}`}>{t(`field.step.${step}`)}</Button>
        : <Direct key={step} shift={shift} step={step} small={small} />)}
      {asking === 'writeHandover' && <WriteHandover shift={shift} refresh={REFRESH} onClose={close} />}
      {(asking === 'refuseHandover' || asking === 'withdraw') && (
        <CommandDialog {...base} name={asking} title={t(`field.step.${asking}`)}>
          {() => <TextField name="reason" label={t('detail.reason')} testId={`${asking}-reason`} max={500} rows={2} />}
        </CommandDialog>
      )}
      {asking === 'swap' && (
        <CommandDialog {...base} name="swap" title={t('field.step.swap')}>
          {() => <><p className="quiet">{t('field.swapHint')}</p><PersonField name="colleague" label={t('field.colleague')} testId="swap-colleague" /><TextField name="reason" label={t('detail.reason')} testId="swap-reason" max={500} rows={2} /></>}
        </CommandDialog>
      )}
      {asking === 'replace' && (
        <CommandDialog {...base} name="replace" title={t('field.step.replace')} start={{ person: shift.person, endsAt: shift.endsAt }}>
          {() => (
            <>
              <p className="quiet">{t('field.replaceHint')}</p>
              <PersonField name="person" label={t('field.person')} testId="replace-person" />
              <InstantField name="endsAt" label={t('field.endsAt')} testId="replace-end" side="future" />
              <TextField name="reason" label={t('detail.reason')} testId="replace-reason" max={500} rows={2} />
            </>
          )}
        </CommandDialog>
      )}
    </div>
  );
}

function Direct({ shift, step, small }: { shift: Shift; step: ShiftStep; small?: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const send = useCommand(`/api/shifts/${shift.id}${PATHS[step] && `/${PATHS[step]}`}`, { refresh: REFRESH, version: shift.version, method: step === 'discard' ? 'DELETE' : undefined });
  return (
    <Button size={small ? 'small' : 'middle'} type={FIRST.includes(step) ? 'primary' : 'default'} danger={step === 'discard'} loading={send.isPending} data-testid={`shift-${step}`}
      onClick={() => send.once({}, error => void message.error(explain(error, t).text))}>
      {t(`field.step.${step}`)}
    </Button>
  );
}
