import { choice } from './choices';
import { askEarly, asking } from './early';
import { homeOfRoles } from './homes';
import './index.css';
import { STARTS } from './starts';

/*
 * The first file of the console, a small one. What a page needs comes in one go instead of one after the other: while the program is fetched and read, it is
 * found out who is there; as soon as that is known, the page with which his day begins, its texts and its first questions are under way, too.
 */
const TEXTS = import.meta.glob(['./i18n/{zh,en}.ts', './*/i18n/{zh,en}.ts']);
const LANGUAGE = choice('language') === 'en' ? 'en' : 'zh-CN';
const HERE = location.pathname + location.search;

const textsOf = (folder: string) => TEXTS[`${folder}/i18n/${LANGUAGE === 'en' ? 'en' : 'zh'}.ts`]!();
/** Whoever needs it asks again, and says what is wrong. */
const ignored = () => undefined;

async function ahead(me: Promise<Response>): Promise<void> {
  if (HERE !== '/' && !(HERE in STARTS)) return;
  const answer = (await me).clone();
  if (!answer.ok) return;
  const home = homeOfRoles(((await answer.json()) as { roles: string[] }).roles);
  const start = home === undefined || (HERE !== '/' && HERE !== home) ? undefined : STARTS[home];
  if (!start) return;
  for (const path of start.asks()) askEarly(path, asking(LANGUAGE)).catch(ignored);
  for (const each of [...start.chunks(), ...start.texts.map(area => textsOf(`./${area}`))]) each.catch(ignored);
}

// `index.html` has the browser ask this before any file of ours is there.
ahead(askEarly('/bff/me')).catch(ignored);
void import('./main');
textsOf('.').catch(ignored);
