import i18n from 'i18next';

export type Language = 'zh-CN' | 'en';

type Texts = Record<string, unknown>;
type Loader = () => Promise<Texts>;

/** Texts of one part of the console, a chunk for each language: nobody reads two at once. */
class Area {
  private readonly loaded = new Map<Language, Promise<void>>();

  constructor(private readonly name: string | null, private readonly loaders: Record<Language, Loader>) {}

  load(language: Language): Promise<void> {
    const before = this.loaded.get(language);
    if (before) return before;
    const loading = this.add(language);
    this.loaded.set(language, loading);
    // What did not come is asked for again next time.
    loading.catch(() => this.loaded.delete(language));
    return loading;
  }

  private async add(language: Language): Promise<void> {
    const texts = await this.loaders[language]();
    i18n.addResourceBundle(language, 'translation', this.name ? { [this.name]: texts } : texts, true, true);
  }
}

const areas: Area[] = [];

/** Says where texts lie: `zh.ts` and `en.ts` of an area's folder `i18n`. They are there once `textsIn` has been waited for. `null`: the texts of every page. */
export function area(name: string | null, zh: Loader, en: Loader): void {
  areas.push(new Area(name, { 'zh-CN': zh, en }));
}

export const language = (): Language => (i18n.language === 'en' ? 'en' : 'zh-CN');

/** All texts of the parts of the console that were loaded so far. Rejects when one cannot be fetched. */
export async function textsIn(...languages: Language[]): Promise<void> {
  await Promise.all(areas.flatMap(each => languages.map(one => each.load(one))));
}

/** For chunks that are loaded when they are needed: the module, when its texts are there too. */
export async function withTexts<T>(module: Promise<T>): Promise<T> {
  const loaded = await module;
  await textsIn(language());
  return loaded;
}
