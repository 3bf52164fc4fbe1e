import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuid } from '../http';
import { forget, keep, kept } from '../kept';
import { ProblemError } from '../problem';
import { useMe } from '../session';
import { ProblemNote } from '../ui/ProblemNote';
import { Waiting } from '../ui/Waiting';
import { type Agreement, saveVersion, type Version, version, type WriteVersion } from './api';
import { CompensationFields } from './CompensationFields';
import { ExclusionFields, takes } from './ExclusionFields';
import { EMPTY, sortFields, textOf, type Values, valuesOf } from './form';
import { ServiceFields } from './ServiceFields';
import { Simulation } from './Simulation';
import { useContractWords, useKindsOf } from './useWords';
import { WhatIf } from './WhatIf';

interface Props {
  contract: Agreement;
  /** Number of the draft that is changed; otherwise a version is written anew. */
  draft?: number;
  /** Version whose text it begins with. */
  copy?: number;
  onDone: (number?: number) => void;
}

/** Finds what the form begins with. */
export function Editor({ contract, draft, copy, onDone }: Props) {
  const from = draft ?? copy;
  const found = useQuery({ queryKey: ['version', contract.id, from], queryFn: ({ signal }) => version(contract.id, from!, signal), enabled: from !== undefined, staleTime: 0 });
  if (from !== undefined && found.error) return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />;
  if (from !== undefined && !found.isFetchedAfterMount) return <Waiting />;
  return <VersionForm contract={contract} before={found.data} draft={draft} onDone={onDone} />;
}

/** What was not saved, and which state of the version it began with. */
interface Kept { values: Values; began?: number }

const day = { getValueProps: (value?: string) => ({ value: value ? dayjs(value) : undefined }), normalize: (picked?: Dayjs | null) => picked?.format('YYYY-MM-DD') };

function VersionForm({ contract, before: found, draft, onDone }: { contract: Agreement; before?: Version; draft?: number; onDone: Props['onDone'] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  // What somebody else saves meanwhile is not what this form began with: the service has to notice.
  const [before] = useState(found);
  const name = `draft.contract.${useMe().subject}.${contract.id}.${draft ?? 'new'}`;
  const [started] = useState(() => ({ kept: kept<Partial<Kept>>(name), text: before ? valuesOf(draft === undefined ? { content: before.content } : before) : EMPTY }));
  const restoredValues = started.kept?.values;
  const [restored, setRestored] = useState(Boolean(restoredValues));
  // What is brought back keeps the state it began with: saved over a newer one, it would undo what somebody else wrote, and nobody would know.
  const [began, setBegan] = useState(restoredValues ? started.kept?.began : before?.version);
  const overtaken = draft !== undefined && began !== before?.version;
  const [open, setOpen] = useState<{ what: 'whatIf' | 'simulate'; text: WriteVersion }>();
  const key = useRef(uuid());
  const names = useContractWords(contract.customerId);
  const kinds = useKindsOf(contract.type);
  const save = useMutation({
    mutationKey: ['save-version', contract.id],
    mutationFn: (text: WriteVersion) => saveVersion(contract.id, draft, text, key.current, draft === undefined ? undefined : began),
    onSuccess: saved => {
      forget(name);
      void message.success(t('contracts.saved'));
      for (const queryKey of [['agreements'], ['agreement', contract.id], ['version', contract.id]]) void client.invalidateQueries({ queryKey });
      onDone(saved.number);
    },
    onError: error => {
      if (!(error instanceof ProblemError) || error.problem.status === 0 || error.signedOut) return;
      key.current = uuid();
      const { fields } = sortFields(error.problem.errors ?? []);
      form.setFields(fields as Parameters<typeof form.setFields>[0]);
      if (fields[0]) form.scrollToField(fields[0].name as never, { block: 'center' });
    },
  });
  const rest = save.error instanceof ProblemError ? sortFields(save.error.problem.errors ?? []).rest : [];
  /** What is previewed is what stands in the form, saved or not. */
  const look = async (what: 'whatIf' | 'simulate') => {
    try {
      setOpen({ what, text: textOf(await form.validateFields()) });
    } catch { void message.warning(t('contracts.see')); }
  };
  const discard = () => {
    forget(name);
    setRestored(false);
    setBegan(before?.version);
    form.setFieldsValue(started.text as never);
  };
  return (
    <Form<Values> form={form} layout="vertical" className="contract-form" initialValues={restoredValues ?? started.text} onValuesChange={(_, values) => keep(name, { values, began } satisfies Kept)}
      onFinish={values => { if (!client.isMutating({ mutationKey: ['save-version', contract.id] })) save.mutate(textOf(values)); }} onFinishFailed={() => void message.warning(t('contracts.see'))} scrollToFirstError={{ block: 'center', focus: true }} data-testid="version-form" aria-label={t('contracts.newVersion')}>
      <h2>{draft === undefined ? t('contracts.newVersion') : t('contracts.editing', { number: draft })}{before && draft === undefined ? ` · ${t('contracts.copyOf', { number: before.number })}` : ''}</h2>
      {overtaken && (
        <Alert type="warning" showIcon className="note" title={t('contracts.overtaken')} description={t('contracts.overtakenHint')} data-testid="overtaken"
          action={<><Button size="small" onClick={discard} data-testid="take-theirs">{t('contracts.takeTheirs')}</Button> <Button size="small" danger onClick={() => { keep(name, { values: form.getFieldsValue(true) as Values, began: before?.version } satisfies Kept); setBegan(before?.version); }} data-testid="keep-mine">{t('contracts.keepMine')}</Button></>} />
      )}
      {restored && !overtaken && <Alert type="info" showIcon className="note" title={t('contracts.restored')} data-testid="draft-restored" action={<Button size="small" onClick={discard}>{t('contracts.discard')}</Button>} />}
      <div className="panel two">
        <Form.Item name="effectiveFrom" label={t('contracts.effectiveFrom')} rules={[{ required: true, message: t('open.required', { field: t('contracts.effectiveFrom') }) }]} {...day}><DatePicker style={{ width: '100%' }} data-testid="effective-from" onKeyDown={takes} /></Form.Item>
        <Form.Item name="effectiveTo" label={t('contracts.effectiveTo')} extra={t('contracts.effectiveToHint')} {...day}><DatePicker style={{ width: '100%' }} data-testid="effective-to" onKeyDown={takes} /></Form.Item>
      </div>
      <ServiceFields names={names} kinds={kinds} />
      <ExclusionFields />
      <CompensationFields kinds={kinds.options} />
      {save.error && <ProblemNote error={save.error} more={rest} />}
      <div className="form-end">
        {contract.type === 'SLA' && <Button onClick={() => void look('whatIf')} data-testid="what-if">{t('contracts.whatIf')}</Button>}
        {contract.type === 'SLA' && <Button onClick={() => void look('simulate')} data-testid="simulate">{t('contracts.simulate')}</Button>}
        <Button onClick={() => { forget(name); onDone(); }} data-testid="cancel-version">{t('contracts.discard')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={overtaken} data-testid="save-version">{t('contracts.save')}</Button>
      </div>
      {open?.what === 'whatIf' && <WhatIf contract={contract} text={open.text} onClose={() => setOpen(undefined)} />}
      {open?.what === 'simulate' && contract.customerId && <Simulation customerId={contract.customerId} content={open.text.content} onClose={() => setOpen(undefined)} />}
    </Form>
  );
}
