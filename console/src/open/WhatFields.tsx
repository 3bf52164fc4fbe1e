import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export const SUMMARY_LIMIT = 200;
export const SYMPTOM_LIMIT = 4000;
const LEVELS = ['LOW', 'MEDIUM', 'HIGH'];

/** `hint` stands right below the summary it belongs to. */
export function WhatFields({ hint }: { hint?: ReactNode }) {
  const { t } = useTranslation();
  const need = (field: string) => ({ required: true, whitespace: true, message: t('open.required', { field }) });
  const upTo = (max: number) => ({ max, message: t('open.tooLong', { count: max }) });
  return (
    <>
      <Form.Item name="matter" label={t('desk.matter')}>
        <Radio.Group data-testid="matter" optionType="button" options={['FAULT', 'COMPLAINT'].map(value => ({ value, label: t(`enums.matter.${value}`) }))} />
      </Form.Item>
      <Form.Item name="summary" label={t('open.summary')} rules={[need(t('open.summary')), upTo(SUMMARY_LIMIT)]}>
        <Input data-testid="summary" placeholder={t('open.summaryHint')} maxLength={SUMMARY_LIMIT} autoComplete="off" />
      </Form.Item>
      {hint}
      <Form.Item name="symptom" label={t('open.symptom')} rules={[upTo(SYMPTOM_LIMIT)]}>
        <Input.TextArea data-testid="symptom" placeholder={t('open.symptomHint')} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={SYMPTOM_LIMIT} />
      </Form.Item>
      <div className="two">
        {['impact', 'urgency'].map(name => (
          <Form.Item key={name} name={name} label={t(`open.${name}`)} rules={[{ required: true, message: t('open.required', { field: t(`open.${name}`) }) }]}>
            <Radio.Group data-testid={name} optionType="button" options={LEVELS.map(value => ({ value, label: t(`enums.level.${value}`) }))} />
          </Form.Item>
        ))}
      </div>
    </>
  );
}
