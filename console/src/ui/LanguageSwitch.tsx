import { TranslationOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { otherLanguage } from '../i18n';

/** Named in the language it leads to, for those who cannot read the present one. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <Button type="text" icon={<TranslationOutlined />} data-testid="language" aria-label={t('nav.languageLabel')} lang={otherLanguage()}
      onClick={() => void i18n.changeLanguage(otherLanguage())}>
      <span className="language-name">{t('nav.language')}</span>
    </Button>
  );
}
