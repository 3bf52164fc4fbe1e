import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { choice, choose } from '../choices';
import { en } from './en';
import { zh } from './zh';

export type Language = 'zh-CN' | 'en';

const REMEMBERED = 'language';

/** Whoever comes by a link of a mail has never chosen a language here: he gets the one of his browser. */
export const guess = (path: string, preferred: readonly string[]): Language =>
  path.startsWith('/sign/') && preferred.length > 0 && !preferred.some(each => /^zh\b/i.test(each)) ? 'en' : 'zh-CN';

function chosen(): Language {
  const before = choice(REMEMBERED);
  if (before) return before === 'en' ? 'en' : 'zh-CN';
  return guess(location.pathname, navigator.languages);
}

function show(language: string): void {
  document.documentElement.lang = language;
  document.title = i18n.t('app.title');
}

void i18n.use(initReactI18next).init({
  lng: chosen(),
  fallbackLng: 'zh-CN',
  resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false }, // React escapes
  initAsync: false,
});
show(i18n.language);
i18n.on('languageChanged', language => {
  show(language);
  choose(REMEMBERED, language);
});

export const otherLanguage = (): Language => (i18n.language === 'en' ? 'zh-CN' : 'en');

export default i18n;
