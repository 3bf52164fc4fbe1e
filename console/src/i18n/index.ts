import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { choice, choose } from '../choices';
import { area, language, type Language, textsIn } from './texts';

export type { Language };

const REMEMBERED = 'language';
const CHOSEN_AT = 'language-chosen-at';
/** With room: a token lives five minutes. */
const TOKEN_LIFE_MS = 600_000;

/** Whoever comes by a link of a mail has never chosen a language here: he gets the one of his browser. */
export const guess = (path: string, preferred: readonly string[]): Language =>
  /^\/(sign|answer)\//.test(path) && preferred.length > 0 && !preferred.some(each => /^zh\b/i.test(each)) ? 'en' : 'zh-CN';

function chosen(): Language {
  const before = choice(REMEMBERED);
  if (before) return before === 'en' ? 'en' : 'zh-CN';
  return guess(location.pathname, navigator.languages);
}

/** Nothing is shown in a language before its texts are there; where they cannot be fetched the old one stays. */
async function change(to: Language): Promise<void> {
  await textsIn(to);
  await i18n.changeLanguage(to);
}

/** Somebody chose a language here. Tokens say the account's old choice for a while, so that this one counts meanwhile. Rejects when its texts cannot be fetched. */
export async function chooseLanguage(to: Language): Promise<void> {
  await change(to);
  choose(CHOSEN_AT, String(Date.now()));
}

/** What the account says, for whoever chose on another device. */
export function followAccount(account: string | null | undefined): void {
  const known = account === 'en' || account === 'zh-CN' ? account : null;
  // Without the texts it stays as it is, and is tried again with the next answer about the session.
  if (known && known !== i18n.language && Date.now() - Number(choice(CHOSEN_AT) ?? 0) > TOKEN_LIFE_MS) change(known).catch(() => undefined);
}

function show(shown: string): void {
  document.documentElement.lang = shown;
  document.title = i18n.t('app.title');
}

void i18n.use(initReactI18next).init({
  lng: chosen(),
  fallbackLng: 'zh-CN',
  resources: {},
  interpolation: { escapeValue: false }, // React escapes
  initAsync: false,
});
area(null, async () => (await import('./zh')).zh, async () => (await import('./en')).en);

/** Before it resolves there is nothing to show. */
export const firstTexts = textsIn(language()).then(() => show(language()));

i18n.on('languageChanged', to => {
  show(to);
  choose(REMEMBERED, to);
});

export const otherLanguage = (): Language => (language() === 'en' ? 'zh-CN' : 'en');

export default i18n;
