import { TranslationOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { otherLanguage } from '../i18n';
import { useLanguageChoice } from './useLanguageChoice';

/** Named in the language it leads to, for those who cannot read the present one. */
export function LanguageSwitch({ account = false }: { account?: boolean }) {
  const { t } = useTranslation();
  const choose = useLanguageChoice(account);
  return (
    <Button type="text" icon={<TranslationOutlined />} data-testid="language" aria-label={t('nav.languageLabel')} lang={otherLanguage()}
      onClick={() => void choose(otherLanguage())}>
      <span className="language-name">{t('nav.language')}</span>
    </Button>
  );
}
