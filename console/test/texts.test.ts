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

/** Only English calls one thing otherwise than several. */
const ofOne = (key: string) => key.endsWith('_one');

it('has the same texts in both languages', () => {
  expect([...english.keys()].filter(key => !ofOne(key)).sort()).toEqual([...chinese.keys()].sort());
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

/** Words that end like a plural and are none, and numbers of which there is never one: days of a period, the longest text, milliseconds. */
const NO_PLURAL = /^(is|was|does|waits|moves|comes|asks|offers|holds|lists|counts|characters|s|ms|its)$/;
/** A name stands before the word, not a number. */
const ABOUT_ONE = ['contracts.applyTitle'];
const NEVER_ONE = ['admin.lastDays', 'admin.parked.cut', 'open.tooLong'];

it('never says “1 visits”: what is counted has words for one', () => {
  const counted = [...english].filter(([, text]) => [...text.matchAll(/{{\w+}}((?: [a-z]+){1,3})/g)].some(([, words]) =>
    words!.trim().split(' ').some(word => word.endsWith('s') && !word.endsWith('ss') && !NO_PLURAL.test(word))));
  const several = counted.map(([key]) => key).filter(key => !ofOne(key) && !NEVER_ONE.includes(key) && !ABOUT_ONE.includes(key));
  expect(several.filter(key => !english.has(`${key}_one`))).toEqual([]);
  expect(several.filter(key => !english.get(key)!.includes('{{count}}'))).toEqual([]);
  for (const key of [...english.keys()].filter(ofOne)) expect(i18n.t(key.slice(0, -'_one'.length), { count: 1, lng: 'en', skipInterpolation: true }), key).toBe(english.get(key));
});
