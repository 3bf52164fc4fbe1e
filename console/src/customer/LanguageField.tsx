import { Form, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import './i18n';

/** In which language somebody gets his mails; each is called as those call it who speak it. */
export function LanguageField({ testId, initial }: { testId: string; initial?: string }) {
  const { t } = useTranslation();
  const options = ['zh', 'en'].map(value => ({ value, label: t(`letter.languages.${value}`) }));
  return <Form.Item name="language" label={t('letter.language')} initialValue={initial}><Segmented data-testid={testId} options={options} /></Form.Item>;
}
