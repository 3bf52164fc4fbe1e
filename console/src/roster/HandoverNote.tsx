import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { type QueryKey, useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Shift } from '../board/api';
import { showTime } from '../time';
import { CommandDialog } from '../ui/CommandDialog';
import { TextField } from '../ui/fields';
import { ProblemNote } from '../ui/ProblemNote';
import { wordOf } from '../ui/words';
import { handover } from './api';
import { useColleagues } from './people';

const useHandover = (shift: Shift) => useQuery({ queryKey: ['handover', shift.id, shift.version], queryFn: ({ signal }) => handover(shift.id, signal), enabled: shift.handover !== 'OPEN' });

/** What who leaves has written for who comes. */
export function HandoverNote({ shift }: { shift: Shift }) {
  const { t } = useTranslation();
  const { nameOf } = useColleagues();
  const { data, error } = useHandover(shift);
  return (
    <section aria-label={t('field.handover')} data-testid="handover" data-status={shift.handover}>
      <h3>{t('field.handover')}{t('app.colon')}{wordOf(t, 'enums.handover', shift.handover)}</h3>
      {error && <ProblemNote error={error} />}
      {data?.note && <p style={{ whiteSpace: 'pre-line' }}>{data.note}</p>}
      {data?.items && data.items.length > 0 && <ol>{data.items.map((item, index) => <li key={index}>{item.text}</li>)}</ol>}
      {data?.refusal && <p className="bad">{t('field.refusedBy', { name: nameOf(data.answeredBy), reason: data.refusal })}</p>}
      {data?.writtenAt && <p className="quiet">{showTime(data.writtenAt)}{data.answeredAt && ` · ${nameOf(data.answeredBy)} ${showTime(data.answeredAt)}`}</p>}
    </section>
  );
}

/** The note, and what whoever comes has to go on with. */
export function WriteHandover({ shift, refresh, onClose }: { shift: Shift; refresh: QueryKey[]; onClose: () => void }) {
  const { t } = useTranslation();
  const before = useHandover(shift);
  if (shift.handover !== 'OPEN' && before.isPending) return null;
  const items = (values: unknown) => ((values ?? []) as { text?: string }[]).flatMap(item => (item?.text?.trim() ? [{ text: item.text }] : []));
  return (
    <CommandDialog path={`/api/shifts/${shift.id}/handover`} method="PUT" name="handover" title={t('field.step.writeHandover')} version={shift.version} refresh={refresh} onClose={onClose}
      start={{ note: before.data?.note, items: before.data?.items ?? [{}] }} body={values => ({ note: values.note, items: items(values.items) })}>
      {() => (
        <>
          <TextField name="note" label={t('field.note')} testId="handover-note" max={4000} rows={3} hint={t('field.noteHint')} />
          <fieldset className="checklist">
            <legend>{t('field.openItems')}</legend>
            <Form.List name="items">
              {(rows, { add, remove }) => (
                <>
                  {rows.map(({ key, name }) => (
                    <div className="check-row" key={key}>
                      <Form.Item name={[name, 'text']}><Input data-testid={`handover-item-${name}`} maxLength={500} aria-label={t('field.openItem')} placeholder={t('field.openItemHint')} /></Form.Item>
                      <Button type="text" icon={<DeleteOutlined />} aria-label={t('visit.removeItem')} onClick={() => remove(name)} />
                    </div>
                  ))}
                  <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({})} data-testid="handover-add">{t('field.addItem')}</Button>
                </>
              )}
            </Form.List>
          </fieldset>
        </>
      )}
    </CommandDialog>
  );
}
