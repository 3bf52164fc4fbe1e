import { AutoComplete, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useColleagues } from './people';

const USERNAME = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,99}$/;

/** Somebody by his user name: those we know are offered, any other can be typed. */
export function PersonField({ name, label, testId }: { name: string | (string | number)[]; label: string; testId: string }) {
  const { t } = useTranslation();
  const { known } = useColleagues();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t('open.required', { field: label }) }, { pattern: USERNAME, message: t('field.usernameWrong') }]}>
      <AutoComplete data-testid={testId} options={known} placeholder={t('field.username')} showSearch={{ filterOption: (typed, option) => Boolean(option && `${option.label}`.toLowerCase().includes(typed.toLowerCase())) }} />
    </Form.Item>
  );
}
