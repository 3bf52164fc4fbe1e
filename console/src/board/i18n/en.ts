import type { Texts } from '../../i18n/zh';
import type { fieldZh } from './zh';

export const fieldEn: Texts<typeof fieldZh> = {
  day: 'Day', today: 'Today', before: 'Before', after: 'After', oneDay: 'Day', week: 'Week', span: 'Shown', due: 'promised by {{time}}', afterDue: 'planned later than promised',
  waiting: 'To be planned', waitingCount: 'To be planned ({{number}})', noneWaiting: 'No visit waits for an engineer', free: 'Nothing planned that day', noEngineers: 'No engineer is registered yet: begin with “Engineers and duties”.', visitCount: '{{number}} visits',
  boardHint: 'Draw a visit that waits onto the time of an engineer to send him; draw a planned one to another time or engineer to move it. By keys: focus it and press Enter. Hatched: off duty.', boardHintReader: 'Open one to see more. Hatched: off duty.',
  fit: { free: 'free', busy: 'busy', offDuty: 'off duty' }, fitOf: ' ({{fit}})', thatDay: 'Plans of {{day}}', offDutyAgreed: 'He is off duty then and has agreed to go', reassignHint: 'for example: Li is ill',
  happenedAt: 'When it happened (empty: now)', happenedAtRequired: 'When it happened', toldLater: 'Tell later: {{step}}', sure: 'Yes, it is right', sureAsk: 'The arrival is far from what was agreed',
  unfinished: 'Unfinished', later: 'Later', noVisits: 'No visit is planned for you', map: 'Find the way', call: 'Call',
  duty: 'Duty', duties: 'Duties', month: 'Month', person: 'Person', time: 'Time', tasks: 'Waiting for you', gap: 'too few people', gapCount: 'Too few people are on duty at {{number}} times', gapLine: '{{time}}: {{number}} missing', noDuties: 'There is no duty yet: begin with “Engineers and duties”.', noShifts: 'No shift this month yet',
  rotation: 'Draft by rotation', draft: 'Add a shift', drafted: 'Drafted; it counts once published', draftedCount: '{{number}} shifts drafted; times with too few people: {{gaps}}', publish: 'Publish the roster', publishCount: 'Publish ({{number}} drafts)', published: 'Published', discard: 'Discard drafts', discardAsk: 'Discard the {{number}} drafts of this month?',
  acceptGaps: 'Publish although too few people are on duty', rhythm: 'Rhythm', rhythms: { office: 'Office hours', two: 'Day and night', four: 'Four crews' }, from: 'From', to: 'To', turns: 'Turns', turn: 'Name of the turn', addTurn: 'Add a turn', pattern: 'Pattern', patternHint: 'one turn for each day, with spaces between; “-” is a day off',
  members: 'Who takes part', offset: 'Days ahead', addMember: 'Add somebody', anchor: 'First day of the pattern', startsAt: 'Begins', clockWrong: 'such as 09:00', endsAt: 'Ends', colleague: 'Colleague', withdrawnBecause: 'Withdrawn because', swapHint: 'It counts once the colleague has agreed and a supervisor has approved.', swapOf: '{{from}} asks {{to}} to take over: {{reason}}', replaceHint: 'What was served stays; from now on the other shift counts.',
  handover: 'Hand-over', note: 'Note', noteHint: 'What whoever comes has to know', openItems: 'Open items', openItem: 'Open item', openItemHint: 'for example: shop waits for a part', addItem: 'Add an item', refusedBy: 'Refused by {{name}}: {{reason}}',
  step: {
    swap: 'Ask for a swap', acceptSwap: 'Take over', declineSwap: 'Decline', takeBackSwap: 'Take back', approveSwap: 'Approve the swap', refuseSwap: 'Refuse the swap', writeHandover: 'Write the hand-over', acceptHandover: 'Accept the hand-over', refuseHandover: 'Refuse the hand-over', publish: 'Publish', discard: 'Discard',
    replace: 'Replace', withdraw: 'Withdraw the shift',
  },
  engineers: 'Engineers', register: 'Register an engineer', noUsername: 'no account connected', username: 'User name', usernameHint: 'what the roster calls him, such as engineer', usernameWrong: 'Letters, digits and . _ @ - only', accountId: 'Id of the account', accountIdHint: 'UUID of the account: by it he sees his own visits', newDuty: 'New duty', code: 'Code', codeWrong: 'Capital letters, digits and underscores, a letter first', codeTaken: 'There is a duty with this code: choose another one, or change that duty',
  responsibilities: 'Responsibilities', needed: 'People at the same time', neededCount: '{{number}} needed', when: 'When', aroundTheClock: 'Around the clock', byHours: 'At these hours', addHours: 'Add hours', days: 'Days', daysMissing: 'Choose the days',
};
