import { useQuery } from '@tanstack/react-query';
import { Button, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../people/usePeople';
import { hasRole, useMe } from '../session';
import { showTime } from '../time';
import { CommandDialog } from '../ui/CommandDialog';
import { TextField } from '../ui/fields';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { wordOf } from '../ui/words';
import { type Agreement, type Version, version } from './api';
import { Compare } from './Compare';
import { textOf, valuesOf } from './form';
import { linesOf } from './lines';
import { Simulation } from './Simulation';
import { Text } from './Text';
import { standingOf } from './timeline';
import { useContractWords } from './useWords';
import type { SetFilter } from './Versions';
import { WhatIf } from './WhatIf';

interface Props {
  contract: Agreement;
  number: number;
  /** The version it is compared with. */
  other?: number;
  today: string;
  set: SetFilter;
}

/** What one version says, alone or against another, and what can be done with it. */
export function VersionView({ contract, number, other, today, set }: Props) {
  const { t } = useTranslation();
  const found = useQuery({ queryKey: ['version', contract.id, number], queryFn: ({ signal }) => version(contract.id, number, signal) });
  const against = useQuery({ queryKey: ['version', contract.id, other], queryFn: ({ signal }) => version(contract.id, other!, signal), enabled: other !== undefined });
  const names = useContractWords(contract.customerId);
  const words = { t, ...names };
  const people = usePeople();
  const others = contract.versions.filter(each => each.number !== number);
  return (
    <section className="panel" aria-labelledby="version-title" data-testid="version" data-number={number}>
      <h2 id="version-title">{t('contracts.version', { number })}</h2>
      {found.isPending && <Waiting />}
      {found.error && <ProblemNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <p>{t('contracts.period', { from: found.data.effectiveFrom, to: found.data.effectiveTo ? t('contracts.until', { day: found.data.effectiveTo }) : t('contracts.noEnd') })}</p>
          <p className="quiet">{t('contracts.writtenBy', { name: people(found.data.writtenBy), time: showTime(found.data.writtenAt) })}{found.data.activatedBy && ` · ${t('contracts.activatedBy', { name: people(found.data.activatedBy), time: showTime(found.data.activatedAt) })}`}</p>
          <Commands contract={contract} version={found.data} current={standingOf(found.data, contract.versions, today) === 'current'} set={set} />
          {others.length > 0 && (
            <div className="filters">
              <Select aria-label={t('contracts.compareWith', { number })} data-testid="compare-with" value={other === undefined ? '' : String(other)} onChange={picked => set({ with: picked || undefined })} popupMatchSelectWidth={false}
                options={[{ value: '', label: t('contracts.compare') }, ...others.map(each => ({ value: String(each.number), label: t('contracts.version', { number: each.number }) }))]} />
            </div>
          )}
          {against.error && <ProblemNote error={against.error} onRetry={() => void against.refetch()} />}
          {other !== undefined && against.isPending && <Waiting />}
          {other !== undefined && against.data ? <Compare before={{ number: other, lines: linesOf(against.data.content, words) }} after={{ number, lines: linesOf(found.data.content, words) }} /> : <Text lines={linesOf(found.data.content, words)} />}
        </>
      )}
    </section>
  );
}

/** A draft is changed and put in force; what is in force goes over to open promises. What either would do can be seen before. */
function Commands({ contract, version: shown, current, set }: { contract: Agreement; version: Version; current: boolean; set: SetFilter }) {
  const { t } = useTranslation();
  const who = useMe();
  const [open, setOpen] = useState<'activate' | 'apply' | 'whatIf' | 'simulate'>();
  const close = () => setOpen(undefined);
  const { number } = shown;
  const draft = shown.status === 'DRAFT';
  const withCustomer = contract.type === 'SLA';
  const manages = hasRole(who, 'manager');
  const path = `/api/agreements/${contract.id}/versions/${number}`;
  const refresh = [['agreements'], ['agreement', contract.id], ['version', contract.id]];
  const text = textOf(valuesOf(shown));
  const reason = <TextField name="reason" label={t('contracts.reason')} testId="contract-reason" max={500} rows={2} hint={t('contracts.reasonHint')} />;
  return (
    <>
      <div className="part-actions">
        {draft && <Button onClick={() => set({ edit: String(number) })} data-testid="edit-version">{t('contracts.edit')}</Button>}
        {withCustomer && <Button onClick={() => setOpen('whatIf')} data-testid="what-if">{t('contracts.whatIf')}</Button>}
        {withCustomer && <Button onClick={() => setOpen('simulate')} data-testid="simulate">{t('contracts.simulate')}</Button>}
        {draft && manages && <Button type="primary" onClick={() => setOpen('activate')} data-testid="activate">{t('contracts.activate')}</Button>}
        {!draft && current && manages && withCustomer && <Button onClick={() => setOpen('apply')} data-testid="apply">{t('contracts.apply')}</Button>}
      </div>
      {open === 'activate' && (
        <CommandDialog path={`${path}/activate`} name="activate" title={t('contracts.activateTitle', { number })} start={{ applyTo: 'NEW_PROMISES' }} version={shown.version} refresh={refresh} text={t('contracts.activated')} onClose={close}>
          {() => (
            <>
              <p>{t('contracts.activateHint')}</p>
              {withCustomer && (
                <Form.Item name="applyTo" label={t('contracts.applyTo')}>
                  <Radio.Group data-testid="apply-to" options={(['NEW_PROMISES', 'OPEN_PROMISES'] as const).map(value => ({ value, label: wordOf(t, 'enums.applyTo', value) }))} />
                </Form.Item>
              )}
              {reason}
            </>
          )}
        </CommandDialog>
      )}
      {open === 'apply' && (
        <CommandDialog path={`${path}/apply`} name="apply" title={t('contracts.applyTitle', { number })} refresh={refresh} text={t('contracts.applied')} onClose={close}>
          {() => <><p>{t('contracts.applyHint')}</p>{reason}</>}
        </CommandDialog>
      )}
      {open === 'whatIf' && <WhatIf contract={contract} text={text} onClose={close} />}
      {open === 'simulate' && contract.customerId && <Simulation customerId={contract.customerId} content={text.content} onClose={close} />}
    </>
  );
}
