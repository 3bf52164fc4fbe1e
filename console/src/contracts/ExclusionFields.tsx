import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { wordOf } from '../ui/words';
import { useRequired } from './ServiceFields';

const CAUSES = ['CUSTOMER_CHANGE', 'CUSTOMER_SITE', 'SUPPLIER', 'FORCE_MAJEURE', 'OTHER'];
/** By the clock on the wall of the contract's own zone. */
const local = { getValueProps: (value?: string) => ({ value: value ? dayjs(value) : undefined }), normalize: (picked?: Dayjs | null) => picked?.format('YYYY-MM-DDTHH:mm:ss') };

/** Enter takes the typed day; it must not send the form at the same stroke. */
export const takes = (event: KeyboardEvent) => { if (event.key === 'Enter') event.preventDefault(); };

/** What is not counted: windows agreed on, and causes to be proven. */
export function ExclusionFields() {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-label={t('contracts.section.exclusions')}>
      <h3>{t('contracts.section.exclusions')}</h3>
      <Form.List name="exclusions">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => <Row key={key} at={name} onRemove={() => remove(name)} />)}
            <Button className="add" size="small" icon={<PlusOutlined />} onClick={() => add({ by: 'window' })} data-testid="add-exclusion">{t('contracts.addExclusion')}</Button>
          </>
        )}
      </Form.List>
    </section>
  );
}

function Row({ at, onRemove }: { at: number; onRemove: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const by = Form.useWatch<string | undefined>(['exclusions', at, 'by']);
  return (
    <div className="form-row" role="group" aria-label={`${t('contracts.exclusion')} ${at + 1}`}>
      <Form.Item name={[at, 'name']} label={t('contracts.exclusion')} rules={required(t('contracts.exclusion'))} className="broad"><Input maxLength={200} data-testid={`exclusion-${at}-name`} /></Form.Item>
      <Form.Item name={[at, 'by']} label={t('contracts.exclusionKind')}><Select options={(['window', 'cause'] as const).map(value => ({ value, label: t(`contracts.${value}`) }))} data-testid={`exclusion-${at}-by`} /></Form.Item>
      {by === 'cause'
        ? <Form.Item name={[at, 'cause']} label={t('contracts.cause')} rules={required(t('contracts.cause'))} className="broad"><Select options={CAUSES.map(value => ({ value, label: wordOf(t, 'enums.exclusion', value) }))} data-testid={`exclusion-${at}-cause`} /></Form.Item>
        : (['from', 'to'] as const).map(side => (
          <Form.Item key={side} name={[at, side]} label={t(`contracts.${side}`)} rules={required(t(`contracts.${side}`))} className="broad" {...local}><DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} data-testid={`exclusion-${at}-${side}`} onKeyDown={takes} /></Form.Item>
        ))}
      <Button type="text" danger icon={<DeleteOutlined />} onClick={onRemove} aria-label={t('contracts.removeLevel')} />
    </div>
  );
}
