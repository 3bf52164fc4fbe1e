import type { FieldError } from '../problem';
import { millisOf } from '../time';
import type { Level, Version, WriteVersion } from './api';

export type Unit = 'H' | 'M' | 'S';
const SECONDS: Record<Unit, number> = { H: 3600, M: 60, S: 1 };
export const UNITS: Unit[] = ['H', 'M', 'S'];

/** `PT4H` as 4 hours, `PT90M` as 90 minutes: the largest unit that says it without a rest. */
export function lengthOf(within: string): { amount: number; unit: Unit } {
  const seconds = Math.round(millisOf(within) / 1000);
  const unit = UNITS.find(each => seconds % SECONDS[each] === 0) ?? 'S';
  return { amount: seconds / SECONDS[unit], unit };
}

export interface LevelValues extends Omit<Level, 'within' | 'kind'> {
  kind?: string;
  amount?: number | null;
  unit?: Unit;
}
export interface ServiceValues {
  name?: string;
  products?: string[];
  productIds?: string[];
  levels?: LevelValues[];
  objectives?: { name?: string; percent?: string; measuredBy?: string }[];
}
export interface ExclusionValues {
  name?: string;
  by: 'window' | 'cause';
  from?: string;
  to?: string;
  cause?: string;
}
export interface RuleValues {
  kind?: string;
  priority?: string;
  fixed?: string;
  perStartedHour?: string;
  cap?: string;
}
export interface CreditValues {
  kind?: string;
  priority?: string;
  steps?: { below?: string; creditPercent?: string }[];
}
/** What the form holds; texts as they are typed. */
export interface Values {
  effectiveFrom?: string;
  effectiveTo?: string;
  services: ServiceValues[];
  exclusions?: ExclusionValues[];
  compensated?: boolean;
  compensation?: { currency?: string; monthlyFee?: string; monthCapPercent?: string; breaches?: RuleValues[]; attainments?: CreditValues[] };
}

type Rid<T> = { [Name in keyof T]: Exclude<T[Name], null> };
/** Without what is null or empty: the service takes that for “not said”. */
function said<T extends object>(value: T): Rid<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null && each !== undefined && each !== '' && !(Array.isArray(each) && each.length === 0))) as Rid<T>;
}
const some = <T>(list: readonly T[] | null | undefined): T[] => [...(list ?? [])];

export const EMPTY: Values = { services: [{ levels: [{ unit: 'H' }] }], exclusions: [], compensated: false, compensation: { currency: 'CNY' } };

export function valuesOf({ effectiveFrom, effectiveTo, content }: Pick<Version, 'content'> & { effectiveFrom?: string; effectiveTo?: string | null }): Values {
  const { compensation } = content;
  return {
    effectiveFrom, effectiveTo: effectiveTo ?? undefined,
    services: content.services.map(({ name, products, productIds, levels, objectives }) => ({
      name, products: some(products), productIds: some(productIds), objectives: some(objectives).map(said),
      levels: levels.map(({ within, pausesOn, ...level }) => ({
        ...said(level), ...(pausesOn && { pausesOn: pausesOn.length ? pausesOn : [NEVER] }), ...(within ? lengthOf(within) : { unit: 'H' as const }),
      })),
    })),
    exclusions: some(content.exclusions).map(each => ({ ...said(each), by: each.cause ? ('cause' as const) : ('window' as const) })),
    compensated: Boolean(compensation),
    compensation: compensation ? { ...said(compensation), breaches: some(compensation.breaches).map(said), attainments: some(compensation.attainments).map(said) } : EMPTY.compensation,
  };
}

/** “Never” is an empty list in the text of a contract, where a missing one means “as usual”. */
export const NEVER = 'NEVER';

function levelOf({ amount, unit = 'H', pausesOn, ...level }: LevelValues): Level {
  const stops = pausesOn?.includes(NEVER) ? [] : pausesOn?.length ? pausesOn : undefined;
  return { ...said({ ...level, within: amount == null ? undefined : `PT${amount}${unit}` }), ...(stops && { pausesOn: stops }) } as Level;
}

export function textOf({ effectiveFrom, effectiveTo, services, exclusions, compensated, compensation }: Values): WriteVersion {
  const content = said({
    services: services.map(({ levels, ...service }) => ({ ...said({ ...service, objectives: some(service.objectives).map(said) }), levels: some(levels).map(levelOf) })),
    exclusions: some(exclusions).map(({ by, cause, from, to, name }) => said(by === 'cause' ? { name, cause } : { name, from, to })),
    compensation: compensated && compensation ? said({ ...compensation, breaches: some(compensation.breaches).map(said), attainments: some(compensation.attainments).map(rule => ({ ...said(rule), steps: some(rule.steps).map(said) })) }) : undefined,
  });
  return said({ effectiveFrom, effectiveTo, content }) as unknown as WriteVersion;
}

export type Path = (string | number)[];
/** Fields the form has under another name than the service. */
const RENAMED: Record<string, string> = { within: 'amount' };

/** Where in the form the service's complaint belongs: `draft.request.content.services[0].levels[1].within` is the time of a level. */
export function pathOf(field: string): Path | undefined {
  const at = field.search(/\b(effectiveFrom|effectiveTo|services|exclusions|compensation)\b/);
  if (at < 0) return undefined;
  const path = field.slice(at).split(/[.[\]]+/).filter(Boolean).map(part => (/^\d+$/.test(part) ? Number(part) : RENAMED[part] ?? part));
  return path.filter(part => part !== '<list element>');
}

/** Complaints beside their fields, and those that no field of the form is for: a list as a whole shows none. */
export function sortFields(errors: readonly FieldError[]): { fields: { name: Path; errors: string[] }[]; rest: string[] } {
  const fields: { name: Path; errors: string[] }[] = [];
  const rest: string[] = [];
  for (const { field, message } of errors) {
    const name = pathOf(field ?? '');
    const last = name?.at(-1);
    if (name && typeof last === 'string' && !['services', 'levels', 'exclusions', 'objectives', 'breaches', 'attainments', 'steps'].includes(last)) fields.push({ name, errors: [message] });
    else rest.push(message);
  }
  return { fields, rest };
}
