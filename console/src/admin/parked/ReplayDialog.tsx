import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Modal, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuid } from '../../http';
import { useDraft } from '../../ui/draft';
import { TextField } from '../../ui/fields';
import { explain } from '../../ui/ProblemNote';
import { useFocusBack } from '../../ui/useFocusBack';
import { useLeave } from '../../ui/useLeave';
import { replay } from '../api';
import { eventName, shortId } from '../events';
import type { ParkedRow } from './rows';
import { type Outcome, replayAll } from './replaying';

/** Replays the keys one after the other, for one reason, and says of each what became of it. */
export function ReplayDialog({ rows, onClose, onApplied }: { rows: ParkedRow[]; onClose: () => void; onApplied: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [form] = Form.useForm<{ reason: string }>();
  const [running, setRunning] = useState(false);
  const [outcomes, setOutcomes] = useState<Outcome<ParkedRow>[] | null>(null);
  useFocusBack();
  const draft = useDraft('replay');
  const leave = useLeave(() => outcomes === null && draft.isBegun(), onClose);
  // The same for the same key until it was answered: a repeat after a lost answer does nothing twice.
  const keys = useRef(new Map<string, string>());
  const once = (id: string) => keys.current.get(id) ?? keys.current.set(id, uuid()).get(id)!;
  const start = async ({ reason }: { reason: string }) => {
    setRunning(true);
    draft.sent();
    const all = await replayAll(rows, row => replay(row.service, row.consumer, row.key, reason, once(row.id)), setOutcomes);
    setRunning(false);
    onApplied(all.filter(each => each.applied !== undefined).map(each => each.row.id));
    for (const queryKey of [['parked'], ['parked-events'], ['health']]) void client.invalidateQueries({ queryKey });
  };
  const over = outcomes !== null && !running;
  return (
    <Modal open title={t('admin.parked.replayAsk', { number: rows.length })} onCancel={running ? undefined : leave} closable={!running} mask={{ closable: false }} data-testid="replay-dialog"
      onOk={over ? onClose : () => form.submit()} okText={t(over ? 'admin.close' : 'admin.parked.replay')} confirmLoading={running} cancelText={t('action.cancel')}
      cancelButtonProps={{ style: { display: over ? 'none' : undefined }, disabled: running }} okButtonProps={{ ['data-testid' as string]: over ? 'replay-close' : 'replay-submit' }}>
      {outcomes === null ? (
        <Form form={form} layout="vertical" initialValues={draft.before} onValuesChange={draft.note} onFinish={values => void start(values)} aria-label={t('admin.parked.replay')}>
          <p>{t('admin.parked.replayHint')}</p>
          <TextField name="reason" label={t('admin.reason')} testId="replay-reason" max={300} hint={t('admin.parked.reasonHint')} />
        </Form>
      ) : (
        <>
          {running && <Progress percent={Math.round((100 * outcomes.length) / rows.length)} aria-label={t('admin.parked.replay')} />}
          <ul className="checks" aria-live="polite">
            {outcomes.map(({ row, applied, error }) => (
              <li key={row.id} data-testid="replay-outcome" data-done={error === undefined}>
                {error === undefined ? <CheckCircleOutlined aria-hidden /> : <CloseCircleOutlined aria-hidden />}
                <span>{eventName(row.firstType, t)} …{shortId(row.key)}{t('app.colon')}{error === undefined ? t('admin.parked.applied', { number: applied }) : t('admin.parked.stays', { why: explain(error, t).text })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
