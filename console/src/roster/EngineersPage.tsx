import { useQuery } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import '../board/field.css';
import '../board/i18n';
import type { Engineer } from '../board/api';
import { useEngineers } from '../board/useBoard';
import { useTitleOf } from '../shell/titles';
import { CommandDialog } from '../ui/CommandDialog';
import { TextField } from '../ui/fields';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { type Duty, duties as loadDuties } from './api';
import { DutyDialog } from './DutyDialog';
import { weekOf } from './month';

const REFRESH = [['engineers']];

/** Who can be sent, and what people are on duty for. */
export function EngineersPage() {
  const { t } = useTranslation();
  const titleOf = useTitleOf();
  const engineers = useEngineers();
  const duties = useQuery({ queryKey: ['duties'], queryFn: ({ signal }) => loadDuties(signal) });
  const [changing, setChanging] = useState<Engineer | 'new'>();
  const [describing, setDescribing] = useState<Duty | 'new'>();
  return (
    <>
      <div className="title-row"><h1>{titleOf({ name: 'engineers' })}</h1></div>
      <section className="panel" aria-label={t('field.engineers')}>
        <div className="panel-head"><h2>{t('field.engineers')}</h2><span className="spread" /><Button type="primary" onClick={() => setChanging('new')} data-testid="register-engineer">{t('field.register')}</Button></div>
        {engineers.error && <ProblemNote error={engineers.error} onRetry={() => void engineers.refetch()} />}
        {engineers.isPending && <Waiting />}
        {engineers.data?.length === 0 && <Empty description={t('field.noEngineers')} />}
        <ul className="parts" data-testid="engineer-list">
          {(engineers.data ?? []).map(each => (
            <li key={each.id} data-testid="engineer-row" data-id={each.id}>
              <div><strong>{each.name}</strong><div className="quiet">{[each.phone, each.username ?? t('field.noUsername')].filter(Boolean).join(' · ')}</div></div>
              <Button size="small" onClick={() => setChanging(each)} data-testid="change-engineer" aria-label={`${t('customer.change')} ${each.name}`}>{t('customer.change')}</Button>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel" aria-label={t('field.duties')}>
        <div className="panel-head"><h2>{t('field.duties')}</h2><span className="spread" /><Button type="primary" onClick={() => setDescribing('new')} data-testid="new-duty">{t('field.newDuty')}</Button></div>
        {duties.error && <ProblemNote error={duties.error} onRetry={() => void duties.refetch()} />}
        {duties.isPending && <Waiting />}
        {duties.data?.length === 0 && <Empty description={t('field.noDuties')} />}
        <ul className="parts" data-testid="duty-list">{(duties.data ?? []).map(each => <DutyRow key={each.code} duty={each} onChange={() => setDescribing(each)} />)}</ul>
      </section>
      {changing && <EngineerDialog engineer={changing === 'new' ? undefined : changing} onClose={() => setChanging(undefined)} />}
      {describing && <DutyDialog duty={describing === 'new' ? undefined : describing} taken={(duties.data ?? []).map(each => each.code)} onClose={() => setDescribing(undefined)} />}
    </>
  );
}

function DutyRow({ duty, onChange }: { duty: Duty; onChange: () => void }) {
  const { t } = useTranslation();
  const week = weekOf(duty.hours).map(({ days, from, to }) => `${days.map(day => t(`enums.weekday.${day}`)).join(t('app.comma'))} ${from}–${to}`).join('；');
  return (
    <li data-testid="duty-row" data-code={duty.code}>
      <div>
        <strong>{duty.name}</strong> <span className="quiet">{duty.code}</span>
        <div className="quiet">{week || t('field.aroundTheClock')} · {t('field.neededCount', { number: duty.needed })}</div>
        <div style={{ whiteSpace: 'pre-line' }}>{duty.responsibilities}</div>
      </div>
      <Button size="small" onClick={onChange} data-testid="change-duty" aria-label={`${t('customer.change')} ${duty.name}`}>{t('customer.change')}</Button>
    </li>
  );
}

/** The id is that of his account, so that he sees his visits; the user name is what the roster calls him. */
function EngineerDialog({ engineer, onClose }: { engineer?: Engineer; onClose: () => void }) {
  const { t } = useTranslation();
  const given = (values: Record<string, unknown>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
  return (
    <CommandDialog path={engineer ? `/api/engineers/${engineer.id}/change` : '/api/engineers'} name="engineer" title={engineer ? t('customer.changeAsk', { name: engineer.name }) : t('field.register')}
      version={engineer?.version} refresh={REFRESH} onClose={onClose} start={{ name: engineer?.name, phone: engineer?.phone, username: engineer?.username }} body={given}>
      {() => (
        <>
          <TextField name="name" label={t('customer.person')} testId="engineer-name" max={100} />
          <TextField name="phone" label={t('visit.phone')} testId="engineer-phone" max={40} />
          <TextField name="username" label={t('field.username')} testId="engineer-username" max={100} required={false} hint={t('field.usernameHint')} />
          {!engineer && <TextField name="id" label={t('field.accountId')} testId="engineer-id" max={36} required={false} hint={t('field.accountIdHint')} />}
        </>
      )}
    </CommandDialog>
  );
}
