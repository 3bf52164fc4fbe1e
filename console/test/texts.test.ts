import { expect, it } from 'vitest';
import i18n from '../src/i18n';

/** Each area adds its own texts. */
import.meta.glob('../src/*/i18n/index.ts', { eager: true });

type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`)));

const chinese = new Map(flat(i18n.getResourceBundle('zh-CN', 'translation') as Tree));
const english = new Map(flat(i18n.getResourceBundle('en', 'translation') as Tree));
const holes = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(match => match[1]).sort();

it('has the same texts in both languages', () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
});

it('has the same placeholders in both languages, and no empty text', () => {
  for (const [key, text] of chinese) {
    expect(text, key).not.toBe('');
    expect(english.get(key), key).not.toBe('');
    expect(holes(english.get(key)!), key).toEqual(holes(text));
  }
});

it('has every text that the pages ask for', () => {
  const sources = import.meta.glob<string>('../src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
  const asked = Object.values(sources).flatMap(source => [...source.matchAll(/\bt\('([\w.]+)'/g)].map(match => match[1]!));
  expect(asked.length).toBeGreaterThan(80);
  expect(asked.filter(key => !chinese.has(key))).toEqual([]);
});
