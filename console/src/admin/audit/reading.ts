import type { TFunction } from 'i18next';
import { adminEn } from '../i18n/en';

/** Every operation that changes something, as it is documented; their names are texts (`admin.act`). Those with fewer places come first: they say more. */
export const OPERATIONS = Object.keys(adminEn.act).sort((one, other) => one.split('{').length - other.split('{').length);

const PATTERNS = OPERATIONS.map(operation => ({ operation, pattern: new RegExp(`^${operation.replace(/\{[^}]*\}/g, '[^/]+')}$`) }));

/** `POST /api/tickets/0190…/resolve` is `POST /api/tickets/{id}/resolve`; nothing when it is none that is documented. */
export const operationOf = (action: string): string | undefined => PATTERNS.find(({ pattern }) => pattern.test(action))?.operation;

const UUID_FORM = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Finds an id in whatever is pasted, such as the address of a page. */
export const ID = new RegExp(UUID_FORM);
const THING = new RegExp(`/api/(tickets|visits|customers|webhooks)/(${UUID_FORM})`);
const FIELDS: Record<string, string> = { tickets: 'ticketId', visits: 'visitId', customers: 'customerId', webhooks: 'webhookId' };

export interface Thing { field: string; id: string }

/** What was changed or made, when it has a page. */
export function thingOf(action: string, detail?: string | null): Thing | undefined {
  const found = THING.exec(action) ?? THING.exec(detail ?? '');
  const ticket = new RegExp(`^ticket (${UUID_FORM})$`).exec(detail ?? '')?.[1];
  return found ? { field: FIELDS[found[1]!]!, id: found[2]! } : ticket ? { field: 'ticketId', id: ticket } : undefined;
}

/** The forms in which services write what they say beyond who did what to which; what is none of these is somebody's own words. */
const FORMS: [RegExp, (found: RegExpExecArray, t: TFunction) => string][] = [
  [/^reason: (.*)$/s, ([, words]) => words!],
  [/^replayed (\d+)(?:: (.*))?$/s, ([, , words]) => words ?? ''],
  [/^because: ([A-Z_]+)$/, ([, code], t) => t(`enums.grounds.${code}`, { defaultValue: '' })],
  [/^([A-Z][A-Z_]+)$/, ([, code], t) => t(`enums.cause.${code}`, { defaultValue: '' })],
  [/^(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)$/, ([, from, to], t) => t('admin.audit.days', { from, to })],
  [/^(?:(.*), )?(\d+) open clocks$/s, ([, words, number], t) => [words, t('admin.audit.openPromises', { count: Number(number) })].filter(Boolean).join(t('app.comma'))],
  [/^(?:.*, )?(KEEP|MOVE) open clocks$/s, ([, code], t) => t(`enums.openPromises.${code}`)],
  [/^open promises: (\d+)(?:; reason: (.*))?$/s, ([, number, words], t) => [words, t('admin.audit.openPromises', { count: Number(number) })].filter(Boolean).join(t('app.comma'))],
  [/^simulation of (\d+) promises$/, ([, number], t) => t('admin.audit.simulated', { count: Number(number) })],
  [/^(preview|ticket [0-9a-f-]{36})$/, () => ''],
];

/** What the row says beyond that: a reason mostly. The path of what was made is no news to a reader. */
export function wordsOf(detail: string | null | undefined, t: TFunction): string | undefined {
  const words = (detail ?? '').replace(/^\/api\/\S+\s?/, '').trim();
  for (const [form, tell] of FORMS) {
    const found = form.exec(words);
    if (found) return tell(found, t) || undefined;
  }
  return words || undefined;
}

const UUID = new RegExp(`^${UUID_FORM}$`);

/** Whether it has no name and is a person all the same: a customer's, whose people we note nowhere. */
export const isUnnamedPerson = (row: { actor: string; username?: string | null }) => !row.username && UUID.test(row.actor);
