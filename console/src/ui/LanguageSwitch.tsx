import { TranslationOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, type Language, otherLanguage } from '../i18n';

/** Named in the language it leads to, for those who cannot read the present one. */
export function LanguageSwitch({ onChoose }: { onChoose?: (language: Language) => void }) {
  const { t } = useTranslation();
  const choose = () => {
    const language = otherLanguage();
    chooseLanguage(language);
    onChoose?.(language);
  };
  return (
    <Button type="text" icon={<TranslationOutlined />} data-testid="language" aria-label={t('nav.languageLabel')} lang={otherLanguage()}
      onClick={choose}>
      <span className="language-name">{t('nav.language')}</span>
    </Button>
  );
}
