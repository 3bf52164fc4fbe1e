import type { TFunction } from 'i18next';
import { wordOf } from '../ui/words';
import type { Content, Level, Service } from './api';
import { lengthOf } from './form';

/** What codes and ids are called; known to the page, not to the text of a contract. */
export interface Names {
  kind: (code: string) => string;
  calendar: (name: string) => string;
  product: (id: string) => string;
}

export const SECTIONS = ['services', 'exclusions', 'compensation'] as const;

/** One thing a contract says. Two versions speak of the same thing when the keys are the same. */
export interface Line {
  key: string;
  section: (typeof SECTIONS)[number];
  label: string;
  value: string;
}

type Words = { t: TFunction } & Names;

const priorityOf = (priority: string | null | undefined, t: TFunction) => priority ?? t('contracts.anyPriority');
const join = (parts: (string | false | null | undefined)[], t: TFunction) => parts.filter(Boolean).join(t('contracts.semicolon'));

export function termsOf(level: Level, { t, calendar }: Words): string {
  const time = level.within && lengthOf(level.within);
  return join([
    time ? t('contracts.line.within', { time: t(`contracts.length.${time.unit}`, { amount: time.amount }) }) : t('contracts.line.instant'),
    level.calendar && t('contracts.line.byCalendar', { calendar: calendar(level.calendar) }),
    level.pausesOn && (level.pausesOn.length ? t('contracts.line.pauses', { reasons: level.pausesOn.map(reason => wordOf(t, 'enums.reason', reason)).join(t('app.comma')) }) : t('contracts.line.neverPauses')),
    level.warnPercent != null && t('contracts.line.warn', { percent: level.warnPercent }),
    level.targetPercent && t('contracts.line.target', { percent: level.targetPercent }),
  ], t);
}

function ofService(service: Service, words: Words): Line[] {
  const { t, kind, product } = words;
  const key = `service ${service.name}`;
  const ids = service.productIds ?? [];
  const products = join([(service.products ?? []).join(t('app.comma')), ids.length > 0 && t('contracts.registered', { names: ids.map(product).join(t('app.comma')) })], t);
  const line = (rest: string, label: string, value: string): Line => ({ key: `${key} ${rest}`, section: 'services', label: `${service.name} · ${label}`, value });
  return [
    line('products', t('contracts.line.products'), products || t('contracts.allProducts')),
    ...service.levels.map(level => line(`level ${level.priority ?? ''} ${level.kind}`, `${priorityOf(level.priority, t)} · ${kind(level.kind)}`, termsOf(level, words))),
    ...(service.objectives ?? []).map(({ name, percent, measuredBy }) => line(`objective ${name}`, name, measuredBy ? t('contracts.line.measured', { percent, how: measuredBy }) : t('contracts.line.objective', { percent }))),
  ];
}

const wallClock = (time: string | null | undefined) => (time ?? '').replace('T', ' ').slice(0, 16);

function ofCompensation({ currency, monthlyFee, monthCapPercent, breaches, attainments }: NonNullable<Content['compensation']>, { t, kind }: Words): Line[] {
  const money = (amount: string) => `${amount} ${currency}`;
  const line = (key: string, label: string, value: string): Line => ({ key: `compensation ${key}`, section: 'compensation', label, value });
  const whose = (rule: { kind: string; priority?: string | null }) => `${priorityOf(rule.priority, t)} · ${kind(rule.kind)}`;
  return [
    line('fee', t('contracts.line.fee'), money(monthlyFee)),
    ...(monthCapPercent ? [line('cap', t('contracts.line.cap'), t('contracts.line.ofFee', { percent: monthCapPercent }))] : []),
    ...(breaches ?? []).map(rule => line(`breach ${rule.priority ?? ''} ${rule.kind}`, `${t('contracts.line.breach')} · ${whose(rule)}`, join([
      rule.fixed && t('contracts.line.fixed', { money: money(rule.fixed) }), rule.perStartedHour && t('contracts.line.perHour', { money: money(rule.perStartedHour) }), rule.cap && t('contracts.line.most', { money: money(rule.cap) }),
    ], t))),
    ...(attainments ?? []).map(rule => line(`attainment ${rule.priority ?? ''} ${rule.kind}`, `${t('contracts.line.attainment')} · ${whose(rule)}`, join(
      rule.steps.map(({ below, creditPercent }) => t('contracts.line.step', { below, credit: creditPercent })), t))),
  ];
}

/** Everything a contract says, each in a line that people can read. */
export function linesOf(content: Content, words: Words): Line[] {
  const { t } = words;
  return [
    ...content.services.flatMap(service => ofService(service, words)),
    ...(content.exclusions ?? []).map(({ name, from, to, cause }): Line => ({
      key: `exclusion ${name}`, section: 'exclusions', label: name,
      value: cause ? t('contracts.line.cause', { cause: wordOf(t, 'enums.exclusion', cause) }) : t('contracts.line.window', { from: wallClock(from), to: wallClock(to) }),
    })),
    ...(content.compensation ? ofCompensation(content.compensation, words) : []),
  ];
}

export interface Change extends Pick<Line, 'key' | 'section' | 'label'> {
  what: 'same' | 'changed' | 'added' | 'removed';
  before?: string;
  after?: string;
}

/** What the later text says otherwise, in its order; what it leaves out comes last. */
export function compare(before: readonly Line[], after: readonly Line[]): Change[] {
  const old = new Map(before.map(line => [line.key, line]));
  const now = new Set(after.map(line => line.key));
  return [
    ...after.map(({ key, section, label, value }): Change => {
      const was = old.get(key)?.value;
      return { key, section, label, before: was, after: value, what: was === undefined ? 'added' : was === value ? 'same' : 'changed' };
    }),
    ...before.filter(line => !now.has(line.key)).map(({ key, section, label, value }): Change => ({ key, section, label, before: value, what: 'removed' })),
  ];
}
