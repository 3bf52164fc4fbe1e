import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { keepLanguage } from '../api';
import { chooseLanguage, type Language, otherLanguage } from '../i18n';

/** Keeps the language in the account, so that it is the same on other devices and in mails. */
export function useKeepLanguage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (language: Language) => void keepLanguage(language).catch(() => message.warning(t('nav.languageHere')));
}

/** The other language, here and in the account. */
export function useSwitchLanguage() {
  const keep = useKeepLanguage();
  return () => {
    const language = otherLanguage();
    chooseLanguage(language);
    keep(language);
  };
}
