import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { zh } from './zh';

export type Language = 'zh-CN' | 'en';

const REMEMBERED = 'gongdan.language';

function remembered(): Language {
  try {
    return localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN'; // storage may be forbidden
  }
}

function show(language: string): void {
  document.documentElement.lang = language;
  document.title = i18n.t('app.title');
}

void i18n.use(initReactI18next).init({
  lng: remembered(),
  fallbackLng: 'zh-CN',
  resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false }, // React escapes
  initAsync: false,
});
show(i18n.language);
i18n.on('languageChanged', language => {
  show(language);
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch { /* then it is not remembered */ }
});

export const otherLanguage = (): Language => (i18n.language === 'en' ? 'zh-CN' : 'en');

export default i18n;
