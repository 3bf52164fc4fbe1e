import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Alert, Button, Checkbox, Form, Input, InputNumber, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '../ui/CommandDialog';
import { InstantField, TextField } from '../ui/fields';
import type { Drafted, Duty, Gap } from './api';
import { ClockField, DayField } from './fields';
import { patternOf, RHYTHMS } from './month';
import { PersonField } from './PersonField';

interface Props {
  duty: Duty;
  onClose: () => void;
}

const REFRESH = [['shifts'], ['gaps']];
/** Patterns of a week begin on Monday. */
const mondayOf = (day: string) => dayjs(day).subtract((dayjs(day).day() + 6) % 7, 'day').format('YYYY-MM-DD');

/** One shift by hand. */
export function DraftDialog({ duty, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <CommandDialog path="/api/shifts" name="draft" title={t('field.draft')} refresh={REFRESH} onClose={onClose} body={values => ({ ...values, duty: duty.code })} text={t('field.drafted')}>
      {() => (
        <>
          <PersonField name="person" label={t('field.person')} testId="draft-person" />
          <div className="two"><InstantField name="startsAt" label={t('field.startsAt')} testId="draft-start" side="future" /><InstantField name="endsAt" label={t('field.endsAt')} testId="draft-end" side="future" /></div>
        </>
      )}
    </CommandDialog>
  );
}

/** Everybody goes through the same pattern of days, each from another day of it on: drafts for a whole period. */
export function RotationDialog({ duty, first, last, onClose }: Props & { first: string; last: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const rhythms = Object.keys(RHYTHMS) as (keyof typeof RHYTHMS)[];
  return (
    <CommandDialog<Drafted> path={`/api/duties/${duty.code}/rotation`} name="rotation" title={t('field.rotation')} refresh={REFRESH} onClose={onClose} text={t('field.drafted')}
      start={{ rhythm: 'office', ...RHYTHMS.office, from: first, to: last, anchor: mondayOf(first), members: [{ offset: 0 }] }} then={({ shifts, gaps }) => void message.info(t('field.draftedCount', { count: shifts, gaps: gaps.length }))}
      body={({ from, to, anchor, turns, pattern, members }) => ({ from, to, rotation: { turns, pattern: patternOf(String(pattern ?? '')), members: (members as { person: string; offset?: number }[]).map(({ person, offset }) => ({ person, offset: offset ?? 0 })), anchor } })}>
      {form => (
        <>
          <Form.Item name="rhythm" label={t('field.rhythm')}>
            <Segmented data-testid="rotation-rhythm" options={rhythms.map(value => ({ value, label: t(`field.rhythms.${value}`) }))} onChange={value => form.setFieldsValue({ ...RHYTHMS[value as keyof typeof RHYTHMS] })} />
          </Form.Item>
          <div className="two"><DayField name="from" label={t('field.from')} testId="rotation-from" /><DayField name="to" label={t('field.to')} testId="rotation-to" /></div>
          <fieldset className="checklist">
            <legend>{t('field.turns')}</legend>
            <Form.List name="turns">
              {(rows, { add, remove }) => (
                <>
                  {rows.map(({ key, name }) => (
                    <div className="turn-row" key={key}>
                      <Form.Item name={[name, 'name']} rules={[{ required: true, whitespace: true, message: t('open.required', { field: t('field.turn') }) }]}><Input aria-label={t('field.turn')} maxLength={40} data-testid={`turn-name-${name}`} /></Form.Item>
                      <ClockField name={[name, 'start']} label={t('field.startsAt')} testId={`turn-start-${name}`} />
                      <ClockField name={[name, 'end']} label={t('field.endsAt')} testId={`turn-end-${name}`} />
                      <Button type="text" icon={<DeleteOutlined />} aria-label={t('visit.removeItem')} onClick={() => remove(name)} disabled={rows.length < 2} />
                    </div>
                  ))}
                  <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({})}>{t('field.addTurn')}</Button>
                </>
              )}
            </Form.List>
          </fieldset>
          <TextField name="pattern" label={t('field.pattern')} testId="rotation-pattern" max={1000} hint={t('field.patternHint')} />
          <fieldset className="checklist">
            <legend>{t('field.members')}</legend>
            <Form.List name="members">
              {(rows, { add, remove }) => (
                <>
                  {rows.map(({ key, name }) => (
                    <div className="turn-row" key={key}>
                      <PersonField name={[name, 'person']} label={t('field.person')} testId={`member-person-${name}`} />
                      <Form.Item name={[name, 'offset']} label={t('field.offset')}><InputNumber min={0} max={100} data-testid={`member-offset-${name}`} style={{ width: '100%' }} /></Form.Item>
                      <Button type="text" icon={<DeleteOutlined />} aria-label={t('visit.removeItem')} onClick={() => remove(name)} disabled={rows.length < 2} />
                    </div>
                  ))}
                  <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add({ offset: rows.length * 2 })} data-testid="member-add">{t('field.addMember')}</Button>
                </>
              )}
            </Form.List>
          </fieldset>
          <DayField name="anchor" label={t('field.anchor')} testId="rotation-anchor" />
        </>
      )}
    </CommandDialog>
  );
}

/** From then on everybody knows, and nothing is changed silently any more. Gaps have to be accepted (R178). */
export function PublishDialog({ duty, first, last, gaps, onClose }: Props & { first: string; last: string; gaps: Gap[] }) {
  const { t } = useTranslation();
  return (
    <CommandDialog<Drafted> path={`/api/duties/${duty.code}/publication`} name="publish" title={t('field.publish')} refresh={REFRESH} onClose={onClose} start={{ from: first, to: last, acceptGaps: false }} text={t('field.published')}
      body={({ from, to, acceptGaps }) => ({ from, to, acceptGaps: acceptGaps === true })}>
      {() => (
        <>
          <div className="two"><DayField name="from" label={t('field.from')} testId="publish-from" /><DayField name="to" label={t('field.to')} testId="publish-to" /></div>
          {gaps.length > 0 && <Alert type="warning" showIcon className="note" title={t('field.gapCount', { count: gaps.length })} />}
          <Form.Item name="acceptGaps" valuePropName="checked"><Checkbox data-testid="publish-accept">{t('field.acceptGaps')}</Checkbox></Form.Item>
        </>
      )}
    </CommandDialog>
  );
}
