import type { Texts } from '../../i18n/zh';
import type { deskZh } from './zh';

export const deskEn: Texts<typeof deskZh> = {
  do: {
    contact: 'Log a talk', callback: 'Promise an answer', handOver: 'Hand over', acceptHandOver: 'Accept hand-over', refuseHandOver: 'Refuse hand-over', priority: 'Change priority', cancel: 'Cancel ticket', cancel_portal: 'Withdraw report', survey: 'Survey by phone', survey_portal: 'Rate the service',
  },
  contactChannel: 'How you spoke', saidHint: 'What was said and agreed', answers: 'This is the answer promised by {{time}}',
  callbackBy: 'Answer by', callbackAgain: 'The customer already waits for an answer by {{time}}. Explain to him first why it takes longer.', inHours: 'Within {{hours}} h', wordsHint: 'What you told the customer, for example: you will hear from me by three', explanation: 'What you told him as the reason', explanationHint: 'For example: the maker is still checking the stock',
  centre: 'Technical centre', handTo: 'Hand over to', handToHint: 'Department or name', handReasonHint: 'For example: needs a database expert', handed: 'Handed over to {{to}}, not answered yet', handedHint: 'Who accepts is responsible from then on; refused, it stays with the desk.', refuseAsk: 'The ticket stays with the desk. Please say why.',
  newPriority: 'New priority', priorityHint: 'Now {{priority}}. What is promised follows the priority, and the reason is kept.', cancelAsk: 'The ticket ends here and cannot be brought back. Please say why.', cancelAsk_portal: 'Nobody works on it any more, and it cannot be brought back. Please tell us why.', surveyHint: 'Write down what the customer says on the phone; leave out what he did not experience.',
  reveal: { button: 'Show in full', title: 'Show {{name}} in full', why: 'Why you need it', hint: 'Who looked and why is kept in the audit.', call: 'Call the customer back', check: 'Check who is calling', visit: 'Arrange a visit', done: 'Shown' },
  who: 'Who calls', whoHint: 'Number of the caller, or name of the customer', nobody: 'Nobody found: register a new customer', newCustomer: 'New customer', caller: 'The customer who calls', openTickets: 'Tickets that have not ended', noOpenTickets: 'No open ticket', openTicketsDown: 'The open tickets cannot be read now; you can go on all the same.', allOfThem: 'Show all', matter: 'About', quick: 'Usual times', add: 'Register another {{what}}',
  register: 'Register a customer', registered: 'Customer registered', company: 'Name of the customer', siteName: 'Name of the site', siteHint: 'For example: Renmin Road store', salutationHint: 'For example: Ms Liu', productName: 'Name of the product', addTitle: { sites: 'Add a site of “{{name}}”', contacts: 'Add a contact of “{{name}}”', products: 'Add a product of “{{name}}”' },
  queues: 'Queues', queue: { NEW: 'New', UNASSIGNED: 'Unassigned', MINE: 'Mine', DUE_SOON: 'Due within the hour', BREACHED: 'Breached', HANDED_OVER: 'To take over', TO_CONFIRM: 'To be confirmed' },
  orderBy: 'Order', order: { NEWEST: 'Newest first', DUE: 'Due first', PRIORITY: 'Most urgent first' }, anyPriority: 'All priorities', timeLeft: 'Time left', standsStill: 'Waiting for the customer, not counted', unassigned: 'Unassigned', nobodyWas: '—', days: '{{days}} d {{hours}} h', hours: '{{hours}} h {{minutes}} min', minutes: '{{minutes}} min',
  choose: 'Choose ticket {{number}}', pick: 'Choose', chooseAll: 'Choose all {{count}} open ones', assignChosen: 'Assign the {{count}} chosen', unchoose: 'Choose none', bulkTitle: 'Assign {{count}} tickets', refused: 'Did not work', close: 'Close',
  talk: 'What was said and done', everything: 'Everything ({{count}})', counted: 'Counted', nothingDue: 'Nothing promised is open now', endedClocks: 'Promises that have ended ({{count}})',
  tab: { file: 'File', tickets: 'Tickets', promises: 'Promises', contract: 'Contract' }, openOnes: 'Not ended', pastOnes: 'Ended', noPast: 'No ticket has ended', reportedAt: 'Reported {{time}}', noPromises: 'No such promise', madeAt: 'Promised {{time}}', noContract: 'No contract: the usual promises hold', version: 'Version {{number}}', from: 'from {{day}}', until: ' until {{day}}',
  anyLevel: 'All levels', addShort: 'Add',
};
