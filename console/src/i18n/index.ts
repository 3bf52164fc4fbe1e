import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { choice, choose } from '../choices';
import { en } from './en';
import { zh } from './zh';

export type Language = 'zh-CN' | 'en';

const REMEMBERED = 'language';
const CHOSEN_AT = 'language-chosen-at';
/** With room: a token lives five minutes. */
const TOKEN_LIFE_MS = 600_000;

/** Whoever comes by a link of a mail has never chosen a language here: he gets the one of his browser. */
export const guess = (path: string, preferred: readonly string[]): Language =>
  path.startsWith('/sign/') && preferred.length > 0 && !preferred.some(each => /^zh\b/i.test(each)) ? 'en' : 'zh-CN';

function chosen(): Language {
  const before = choice(REMEMBERED);
  if (before) return before === 'en' ? 'en' : 'zh-CN';
  return guess(location.pathname, navigator.languages);
}

/** Somebody chose a language here. Tokens say the account's old choice for a while, so that this one counts meanwhile. */
export function chooseLanguage(language: Language): void {
  choose(CHOSEN_AT, String(Date.now()));
  void i18n.changeLanguage(language);
}

/** What the account says, for whoever chose on another device. */
export function followAccount(language: string | null | undefined): void {
  const known = language === 'en' || language === 'zh-CN' ? language : null;
  if (known && known !== i18n.language && Date.now() - Number(choice(CHOSEN_AT) ?? 0) > TOKEN_LIFE_MS) void i18n.changeLanguage(known);
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
