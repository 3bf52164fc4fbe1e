import { App, Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../session';
import { CommandDialog } from '../../ui/CommandDialog';
import { TextField } from '../../ui/fields';
import { explain } from '../../ui/ProblemNote';
import { useCommand } from '../../ui/useCommand';
import { wordOf } from '../../ui/words';
import type { Compensation } from '../api';
import { money } from '../numbers';
import { obstacle, type Step, stepsFor } from './entries';

/** What can be decided about an entry, and in words why not. Two people: who proposes an exclusion does not decide about it. */
export function Steps({ entry }: { entry: Compensation }) {
  const { t } = useTranslation();
  const who = useMe();
  const { message, modal } = App.useApp();
  const [open, setOpen] = useState<Step>();
  const path = `/api/compensations/${entry.id}`;
  const options = { refresh: [['compensation', entry.id], ['compensations']], version: entry.version };
  const approve = useCommand(`${path}/approve`, { ...options, text: t('business.compensation.approved') });
  const accept = useCommand(`${path}/exclusion/accept`, { ...options, text: t('business.compensation.accepted') });
  const steps = stepsFor(entry, who);
  if (steps.length === 0) return null;
  const fail = (error: Error) => void message.error(explain(error, t).text);
  const ask = (step: Step) => {
    if (step === 'exclude' || step === 'reject') return setOpen(step);
    const title = step === 'approve' ? t('business.compensation.approveAsk', { amount: money(entry.amount, entry.currency) }) : t('business.compensation.acceptAsk');
    const content = t(step === 'approve' ? 'business.compensation.approveHint' : 'business.compensation.acceptHint');
    return void modal.confirm({ title, content, okText: t(`business.compensation.${step}`), cancelText: t('action.cancel'), onOk: () => (step === 'approve' ? approve : accept).once({}, fail), okButtonProps: { ['data-testid' as string]: `${step}-submit` } });
  };
  const obstacles = [...new Set(steps.map(step => obstacle(step, entry, who, t)).filter(Boolean))];
  return (
    <>
      <div className="title-row actions" role="group" aria-label={t('action.title')}>
        {steps.map((step, at) => (
          <Button key={step} type={at === 0 ? 'primary' : 'default'} disabled={obstacle(step, entry, who, t) !== undefined} loading={(step === 'approve' && approve.isPending) || (step === 'accept' && accept.isPending)} onClick={() => ask(step)} data-testid={`compensation-${step}`}>
            {t(`business.compensation.${step}`)}
          </Button>
        ))}
      </div>
      {obstacles.map(words => <p key={words} className="quiet" data-testid="compensation-obstacle">{words}</p>)}
      {open === 'exclude' && (
        <CommandDialog path={`${path}/exclusion`} name="exclude" title={t('business.compensation.exclude')} {...options} text={t('business.compensation.proposed')} onClose={() => setOpen(undefined)}>
          {() => (
            <>
              <p className="quiet">{t('business.compensation.excludeHint')}</p>
              <Form.Item name="cause" label={t('business.cause')} rules={[{ required: true, message: t('business.compensation.causeMissing') }]}>
                <Select data-testid="exclude-cause" options={(entry.exclusionCauses ?? []).map(value => ({ value, label: wordOf(t, 'enums.exclusion', value) }))} />
              </Form.Item>
              <TextField name="reason" label={t('business.compensation.reason')} testId="exclude-reason" max={1000} rows={2} hint={t('business.compensation.reasonHint')} />
              <TextField name="evidence" label={t('business.compensation.proof')} testId="exclude-evidence" max={1000} rows={2} hint={t('business.compensation.proofHint')} />
            </>
          )}
        </CommandDialog>
      )}
      {open === 'reject' && (
        <CommandDialog path={`${path}/exclusion/reject`} name="reject-exclusion" title={t('business.compensation.reject')} {...options} text={t('business.compensation.rejected')} onClose={() => setOpen(undefined)}>
          {() => <TextField name="reason" label={t('business.compensation.reason')} testId="reject-exclusion-reason" max={1000} rows={2} hint={t('business.compensation.rejectHint')} />}
        </CommandDialog>
      )}
    </>
  );
}
