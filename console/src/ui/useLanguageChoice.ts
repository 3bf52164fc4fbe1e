import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { keepLanguage } from '../api';
import { chooseLanguage, type Language } from '../i18n';

/** Changes the language. @param account whether somebody is signed in, whose account keeps it for his other devices, the sign-in page and his letters */
export function useLanguageChoice(account: boolean): (language: Language) => Promise<void> {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return async language => {
    try {
      await chooseLanguage(language);
    } catch {
      void message.error(t('problem.network'));
      return;
    }
    if (account) await keepLanguage(language).catch(() => void message.warning(t('nav.languageHere')));
  };
}
