import type { TFunction } from 'i18next';
import type { StoryItem } from '../api';
import { showTime, showWindow } from '../time';
import { wordOf } from '../ui/words';
import type { KindNames } from './useKindNames';

export type Tone = 'plain' | 'good' | 'warn' | 'bad';

export interface Sentence {
  text: string;
  /** Without a label where the sentence says what it is. */
  details: { label: string; value: string }[];
  tone: Tone;
}

/** Gives the name of a person by id, or nothing when it is not known here. */
export type Names = (id: unknown) => string | undefined;

type Data = Record<string, unknown>;
/** Context picks the variant of the text (`story.<Type>_<context>`), so that a missing value never leaves a hole in a sentence. */
type Told = { params?: Record<string, string>; context?: string; details?: Detail[]; tone?: Tone };
/** A field whose value is what somebody wrote, or a field and the group of words (`enums.<group>`) that its codes have. */
type Detail = string | [field: string, group: string];
type Teller = (data: Data, say: Say) => Told;

interface Say {
  kind: (code: unknown) => string;
  word: (group: string, value: unknown) => string | undefined;
  name: Names;
}

const yesNo = (value: unknown) => (value === true ? 'yes' : value === false ? 'no' : undefined);
const named = (key: string, value: string | undefined, details: Detail[] = []): Told => (value ? { params: { [key]: value }, context: 'named', details } : { details });
const rated = (key: string, value: string | undefined, details: Detail[] = []): Told => (value ? { params: { [key]: value }, context: 'rated', details } : { details });
const engineer = (data: Data, say: Say) => (typeof data.engineerName === 'string' && data.engineerName ? data.engineerName : say.name(data.engineerId));
const promise = (tone: Tone): Teller => (data, say) => ({ params: { kind: say.kind(data.kind), due: showTime(data.dueAt) }, tone });
const fixed = (value: unknown): Tone => (value === true ? 'good' : value === false ? 'warn' : 'plain');
const plain = (...details: Detail[]): Teller => () => ({ details });
const toned = (tone: Tone, ...details: Detail[]): Teller => () => ({ tone, details });

function scores(data: Data, say: Say): string | undefined {
  const source = data.scores && typeof data.scores === 'object' ? (data.scores as Data) : {};
  const parts = Object.entries(source).filter(([, score]) => score != null).map(([what, score]) => `${say.word('score', what)} ${score}`);
  return parts.length ? parts.join(' · ') : undefined;
}

/** How each kind of story item is told; a test asks for all that ticket-service hears. */
export const TELLERS: Record<string, Teller> = {
  TicketOpened: (data, say) => ({ params: { channel: say.word('channel', data.channel) ?? '—' }, details: ['summary'] }),
  TicketAcknowledged: plain(),
  TicketAssigned: (data, say) => named('assignee', say.name(data.assignee)),
  PhoneFixAttempted: data => ({ context: yesNo(data.succeeded), tone: fixed(data.succeeded), details: ['steps'] }),
  RemoteSessionStarted: plain('tool', 'scope'),
  RemoteStepLogged: plain('action', 'result'),
  RemoteSessionEnded: data => ({ context: yesNo(data.succeeded), tone: fixed(data.succeeded), details: ['steps', 'result'] }),
  VisitRequested: plain('need', 'skipReason', 'preferred'),
  VisitOrdered: data => named('number', typeof data.number === 'string' ? data.number : undefined, [['missing', 'missing']]),
  VisitScheduled: (data, say) => {
    const told = named('engineer', engineer(data, say));
    return { ...told, params: { ...told.params, window: showWindow(data.windowStart, data.windowEnd) } };
  },
  VisitAccepted: (data, say) => named('engineer', engineer(data, say)),
  VisitDeclined: toned('warn', 'reason'),
  VisitRescheduled: data => ({ params: { window: showWindow(data.windowStart, data.windowEnd) }, tone: 'warn', details: ['reason', 'consentBy', 'previous'] }),
  VisitDelayed: data => ({ params: { window: showWindow(data.windowStart, data.windowEnd) }, tone: 'warn', details: [['reason', 'delay'], 'previous'] }),
  EngineerDeparted: (data, say) => named('engineer', engineer(data, say)),
  VisitStarted: (data, say) => ({ ...rated('punctuality', say.word('punctuality', data.punctuality)), tone: data.punctuality === 'LATE' ? 'warn' : 'plain' }),
  CustomerAbsent: toned('warn', 'note'),
  VisitRefused: toned('warn', 'reason'),
  VisitCompleted: (data, say) => ({ ...rated('outcome', say.word('outcome', data.outcome), ['work', 'cause', 'fix']), tone: data.outcome === 'NOT_FIXED' ? 'warn' : 'good' }),
  SignatureRequested: plain(),
  VisitSigned: toned('good'),
  OrderSubmitted: toned('good'),
  VisitCancelled: toned('warn', 'reason'),
  TicketPrioritized: data => ({ ...rated('priority', typeof data.priority === 'string' ? data.priority : undefined, ['reason']), tone: 'warn' }),
  TicketWaiting: (data, say) => ({ ...rated('reason', say.word('reason', data.reason), ['evidence']), tone: 'warn' }),
  TicketResumed: plain(),
  TicketResolved: (data, say) => ({ ...rated('method', say.word('method', data.method), ['category', 'cause', 'fix']), tone: 'good' }),
  TicketReopened: toned('warn', 'reason'),
  TicketClosed: toned('good', 'confirmedBy'),
  TicketCancelled: toned('warn', 'reason'),
  SurveyAnswered: (data, say) => rated('scores', scores(data, say), ['comment']),
  PromiseMade: promise('plain'),
  SlaWarned: promise('warn'),
  SlaBreached: promise('bad'),
  SlaBreachWithdrawn: (data, say) => {
    const because = say.word('because', data.because);
    return { params: { kind: say.kind(data.kind), due: showTime(data.dueAt), ...(because && { because }) }, context: because && 'rated', tone: 'good' };
  },
  SlaMet: promise('good'),
  SlaExtended: (data, say) => {
    const cause = say.word('extended', data.cause);
    return { params: { kind: say.kind(data.kind), due: showTime(data.dueAt), ...(cause && { cause }) }, context: cause && 'rated', tone: 'warn' };
  },
  SlaEscalated: (data, say) => ({ params: { kind: say.kind(data.kind), role: say.word('role', data.role) ?? '—', due: showTime(data.dueAt) }, tone: 'bad' }),
  CallbackPromised: data => ({ params: { due: showTime(data.dueAt) }, details: ['words', 'explanation'] }),
  CustomerContacted: data => ({ context: yesNo(data.answersCallback), details: ['said'] }),
  MessageReceived: toned('warn', 'text'),
  MessageSent: plain('text'),
  NoteWritten: plain('text'),
  AnswerWaived: plain('reason'),
  TicketHandedOver: data => named('to', typeof data.to === 'string' ? data.to : undefined, ['reason']),
  HandOverAccepted: data => named('to', typeof data.to === 'string' ? data.to : undefined),
  HandOverRefused: data => ({ ...named('to', typeof data.to === 'string' ? data.to : undefined, ['reason']), tone: 'warn' }),
  ExtensionAgreed: data => ({ params: { time: showTime(data.newTime) }, tone: 'warn', details: ['plan', 'consentBy'] }),
  ArticleDrafted: plain('title'),
  ArticlePublished: toned('good', 'title'),
  FixApplied: data => ({ context: yesNo(data.succeeded), tone: fixed(data.succeeded) }),
  NotificationDelivered: (data, say) => rated('channel', say.word('channel', data.channel)),
  NotificationFailed: (data, say) => ({ ...rated('channel', say.word('channel', data.channel), [['reason', 'undelivered']]), tone: 'bad' }),
};

/** What somebody wrote to somebody needs no label. */
const WORDS = 'text';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (value: unknown): boolean => typeof value === 'string' && UUID.test(value);

function valueOf(field: string, data: Data, names: Names, comma: string, worded: (code: unknown) => unknown): string | undefined {
  if (field === 'previous') return data.previousStart ? showWindow(data.previousStart, data.previousEnd) : undefined;
  if (field === 'preferred') return data.preferredFrom ? showWindow(data.preferredFrom, data.preferredTo ?? data.preferredFrom) : undefined;
  const value = data[field];
  if (Array.isArray(value)) return value.length ? value.map(worded).join(comma) : undefined;
  if (value === null || value === undefined || value === '' || typeof value === 'object') return undefined;
  return isUuid(value) ? names(value) : String(worded(value));
}

export function sentence(item: StoryItem, t: TFunction, names: Names, kindName: KindNames): Sentence {
  const teller = Object.hasOwn(TELLERS, item.type) ? TELLERS[item.type] : undefined;
  // An event that is newer than this console.
  if (!teller) return { text: t('story.unknown'), details: [], tone: 'plain' };
  const data = item.data ?? {};
  const word = (group: string, value: unknown) =>
    typeof value === 'string' && value ? wordOf(t, `enums.${group}`, value) : undefined;
  const kind = (code: unknown) => (typeof code === 'string' && code ? kindName(code) : '—');
  const told = teller(data, { word, name: names, kind });
  const details = (told.details ?? []).flatMap(detail => {
    const [field, group] = typeof detail === 'string' ? [detail] : detail;
    const value = valueOf(field, data, names, t('app.comma'), code => (group ? word(group, code) ?? code : code));
    return value === undefined ? [] : [{ label: field === WORDS ? '' : t(`detail.${field}`), value }];
  });
  return { text: t(`story.${item.type}`, { context: told.context, ...told.params }), details, tone: told.tone ?? 'plain' };
}
