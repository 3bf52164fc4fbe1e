import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { InstantField } from '../ui/fields';

const LENGTHS = [1, 2, 3, 4, 6, 8];

/** A window as people agree on one: from when, and how long. @param start name of the field of its start */
export function WindowFields({ start, testId }: { start: string; testId: string }) {
  const { t } = useTranslation();
  return (
    <div className="two">
      <InstantField name={start} label={t('visit.start')} testId={`${testId}-start`} side="future" />
      <Form.Item name="hours" label={t('visit.length')} rules={[{ required: true }]}>
        <Select data-testid={`${testId}-hours`} options={LENGTHS.map(value => ({ value, label: t('visit.hours', { count: value }) }))} />
      </Form.Item>
    </div>
  );
}
