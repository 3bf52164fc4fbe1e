import { expect, it } from 'vitest';
import { adminEn } from '../src/admin/i18n/en';
import { adminZh } from '../src/admin/i18n/zh';
import { deskEn } from '../src/desk/i18n/en';
import { deskZh } from '../src/desk/i18n/zh';
import { en } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';

type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`)));

const chinese = new Map(flat({ ...zh, admin: adminZh, desk: deskZh }));
const english = new Map(flat({ ...en, admin: adminEn, desk: deskEn }));
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
