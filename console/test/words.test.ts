import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import i18n from '../src/i18n';
import { sentence, TELLERS } from '../src/ticket/sentences';
import { CONTRACTS } from './contracts';

/** Each area adds its own words. */
import.meta.glob('../src/*/i18n/index.ts', { eager: true });

/** Where the words of each list of codes are that a contract has. A new list needs a row here, a new code its words in both languages. */
const WORDS: Record<string, string> = {
  'dispatch DayOfWeek': 'enums.weekday', 'dispatch DelayReason': 'enums.delay', 'dispatch Fault': 'enums.auditFault', 'dispatch HandoverStatus': 'enums.handover', 'dispatch Outcome': 'enums.outcome',
  'dispatch Punctuality': 'enums.punctuality', 'dispatch ShiftStatus': 'enums.shift', 'dispatch VisitStatus': 'visitStatus',
  'knowledge ArticleStatus': 'enums.article', 'knowledge Fault': 'enums.auditFault',
  'notification Channel': 'enums.channel', 'notification DeliveryState': 'enums.delivery', 'notification Fault': 'enums.auditFault', 'notification Ring': 'bell.ring', 'notification Status': 'enums.notice', 'notification Template': 'enums.template',
  'notification WebhookState': 'enums.webhook',
  'sla AgreementType': 'enums.agreementType', 'sla ApplyTo': 'enums.applyTo', 'sla Cause': 'enums.exclusion', 'sla Cause1': 'enums.cause', 'sla ClockStatus': 'clockStatus', 'sla Code': 'enums.reckoning',
  'sla DayOfWeek': 'enums.weekday', 'sla Dimension': 'enums.dimension', 'sla Effect': 'enums.effect', 'sla EntryStatus': 'enums.compensation', 'sla Fault': 'enums.auditFault', 'sla Measure': 'enums.measure',
  'sla Arrival': 'business.arrival', 'sla EscalationState': 'risk.state', 'sla Open': 'enums.openPromises', 'sla ReportStatus': 'enums.report', 'sla ReportType': 'enums.reportType', 'sla Risk': 'risk.tile',
  'sla State': 'enums.promiseState', 'sla Verdict': 'enums.promiseState', 'sla VersionStatus': 'enums.version', 'sla Why': 'enums.notCounted',
  'ticket Channel': 'enums.channel', 'ticket ContactChannel': 'enums.contactChannel', 'ticket CustomerLevel': 'enums.customerLevel', 'ticket Fault': 'enums.auditFault', 'ticket Grounds': 'enums.grounds', 'ticket Language': 'letter.languages',
  'ticket Level': 'enums.level', 'ticket Matter': 'enums.matter', 'ticket Method': 'enums.method', 'ticket Queue': 'desk.queue', 'ticket TicketOrder': 'desk.order', 'ticket Source': 'enums.source', 'ticket TicketStatus': 'status', 'ticket WaitReason': 'enums.reason',
};
for (const service of ['dispatch', 'knowledge', 'notification', 'sla', 'ticket']) Object.assign(WORDS, { [`${service} Light`]: 'admin.light', [`${service} ParkedCause`]: 'admin.cause' });
/** People say P1; the other is how a library describes any JSON, which nobody is shown. */
const WITHOUT_WORDS = ['ticket Priority', 'sla JsonNodeType'];

/** The same for what events carry. */
const EVENT_WORDS: Record<string, string> = {
  'AnswerLinkIssued method': 'enums.method', 'ContactChanged language': 'letter.languages',
  'ContactErased because': 'enums.grounds', 'CustomerChanged level': 'enums.customerLevel', 'CustomerContacted channel': 'enums.contactChannel', 'CustomerRegistered level': 'enums.customerLevel',
  'NotificationDelivered channel': 'enums.channel', 'NotificationDelivered template': 'enums.template', 'NotificationFailed channel': 'enums.channel', 'NotificationFailed reason': 'enums.undelivered',
  'NotificationFailed template': 'enums.template', 'ReportReleased type': 'enums.reportType', 'SlaBreachWithdrawn because': 'enums.because', 'SlaBreached untold': 'enums.untold', 'SlaExtended cause': 'enums.extended',
  'SurveyAnswered scores': 'enums.score', 'TicketOpened channel': 'enums.channel', 'TicketOpened impact': 'enums.level', 'TicketOpened matter': 'enums.matter', 'TicketOpened source': 'enums.source',
  'TicketOpened urgency': 'enums.level', 'TicketResolved method': 'enums.method', 'TicketWaiting reason': 'enums.reason', 'VisitCompleted outcome': 'enums.outcome', 'VisitDelayed reason': 'enums.delay',
  'VisitOrdered missing': 'enums.missing', 'VisitStarted punctuality': 'enums.punctuality', 'WebhookDisabled reason': 'enums.webhookReason',
};
const PRIORITIES = /priority$/i;

interface Field {
  enum?: string[];
  items?: Field;
  propertyNames?: Field;
}
const schemas = import.meta.glob<{ properties: Record<string, Field> }>('../../*-service/contracts/events/*.schema.json', { import: 'default', eager: true });
const EVENTS = Object.entries(schemas).map(([file, schema]) => ({ type: file.split('/').at(-1)!.split('.')[0]!, fields: schema.properties }));
const codesOf = ({ enum: own, items, propertyNames }: Field) => own ?? items?.enum ?? propertyNames?.enum ?? [];

const LANGUAGES = ['zh-CN', 'en'];
const has = (language: string, key: string) => i18n.exists(key, { lng: language, fallbackLng: [] });
const without = (group: string | undefined, codes: readonly string[]) => LANGUAGES.flatMap(language => codes.filter(code => !has(language, `${group}.${code}`)).map(code => `${language} ${group}.${code}`));

/** What ticket-service writes into stories: what it hears of the others, what it publishes itself, and what is said of remote sessions. */
const sources = Object.values(import.meta.glob<string>('../../ticket-service/src/main/java/**/*.java', { query: '?raw', import: 'default', eager: true }));
const heard = sources.flatMap(source => [...source.matchAll(/\.on(?:All)?\(\s*(\w+)\.class/g), ...source.matchAll(/story\.add\([^"]*"(\w+)"/g)]).map(match => match[1]!.replace(/V\d+$/, ''));
/** A link is for its reader alone, and stands in no story. */
const OF_TICKETS = new Set(EVENTS.filter(({ fields }) => 'ticketId' in fields && !('url' in fields)).map(({ type }) => type));
const own = Object.keys(import.meta.glob('../../ticket-service/contracts/events/*.schema.json')).map(file => file.split('/').at(-1)!.split('.')[0]!);
const TOLD = [...new Set([...heard.filter(type => OF_TICKETS.has(type) || type.startsWith('Remote')), ...own.filter(type => OF_TICKETS.has(type))])].toSorted();

describe('the codes of contracts', () => {
  const all = [...CONTRACTS].flatMap(([service, contract]) => Object.entries(contract.components.schemas).flatMap(([name, schema]) => (schema.enum ? [[`${service} ${name}`, schema.enum] as const] : [])));

  it.each(all.filter(([name]) => !WITHOUT_WORDS.includes(name)))('has words in both languages for %s', (name, codes) => {
    expect(WORDS).toHaveProperty([name]);
    expect(without(WORDS[name], codes)).toEqual([]);
  });

  it('keeps no row for a list that is gone', () => {
    expect([...Object.keys(WORDS), ...WITHOUT_WORDS].filter(name => !all.some(([known]) => known === name))).toEqual([]);
    expect(all.length).toBeGreaterThan(40);
  });

  it.each(EVENTS.flatMap(({ type, fields }) => Object.entries(fields).filter(([name, field]) => codesOf(field).length > 0 && !PRIORITIES.test(name)).map(([name, field]) => [`${type} ${name}`, codesOf(field)] as const)))(
    'has words in both languages for %s', (name, codes) => {
      expect(EVENT_WORDS).toHaveProperty([name]);
      expect(without(EVENT_WORDS[name], codes)).toEqual([]);
    });

  it('has words for everybody whom a promise is escalated to', () => {
    const promises = Object.values(import.meta.glob<string>('../../sla-service/src/main/resources/promises.yaml', { query: '?raw', import: 'default', eager: true }));
    const kinds = Object.values(load(promises[0]!.replaceAll(/\$\{[^}]*}/g, 'set')) as Record<string, { escalates?: { to: string }[] }>);
    const roles = [...new Set(kinds.flatMap(kind => kind.escalates ?? []).map(each => each.to))];
    expect(roles.length).toBeGreaterThan(1);
    expect(without('enums.role', roles)).toEqual([]);
  });
});

describe.each(LANGUAGES)('stories in %s', language => {
  it.each(TOLD)('tell %s in a sentence, and none of its codes as it is', type => {
    expect(TELLERS).toHaveProperty(type);
    expect(has(language, `story.${type}`)).toBe(true);
    for (const { fields } of EVENTS.filter(each => each.type === type)) {
      for (const [name, field] of Object.entries(fields).filter(([each]) => !PRIORITIES.test(each))) {
        for (const code of codesOf(field)) {
          // “API” is what people say, too.
          if (i18n.t(`${EVENT_WORDS[`${type} ${name}`]}.${code}`, { lng: language }) === code) continue;
          const data = { [name]: field.items ? [code] : field.propertyNames ? { [code]: 5 } : code };
          const { text, details } = sentence({ seq: 1, at: '2026-11-22T03:00:00Z', type, data }, i18n.getFixedT(language), () => undefined, () => 'kind');
          for (const word of [text, ...details.map(each => each.value)]) expect(word.split(/[\s：:，,（）()]+/), `${type}.${name}`).not.toContain(code);
        }
      }
    }
  });
});

it('knows what stories hold', () => {
  expect(TOLD).toEqual(expect.arrayContaining(['ArticleDrafted', 'FixApplied', 'NotificationFailed', 'RemoteStepLogged', 'SlaEscalated', 'TicketOpened', 'VisitDelayed']));
  expect(TOLD).not.toContain('CompensationOwed');
});
