/** What the wall of supervisors says. */
export const riskEn = {
  asOf: 'As of {{time}}, renewed when something changes',
  tiles: 'Kinds of risk',
  tile: { DUE: 'Due within the hour', BROKEN: 'Late and not done', SILENT: 'Customer not told', UNOWNED: 'Nobody in charge', WAITING: 'Waiting for parts or others', ESCALATIONS: 'Escalations unanswered', LOADS: 'Load of everybody' },
  about: {
    DUE: 'Promises that can still be kept, the most urgent first.', BROKEN: 'Promises that are late while the work is not done, the oldest first.', SILENT: 'A promised call or regular news did not happen; the customer is still waiting to hear from us.', UNOWNED: 'Open tickets that nobody has been given, the first due first.',
    WAITING: 'Tickets whose work waits for parts or for somebody else. The customer’s time goes on.', ESCALATIONS: 'Who was told because a promise is in danger or late, and who answered.', LOADS: 'Open tickets and promises of everybody. Choose a name for details.',
  },
  none: {
    DUE: 'No promise is due within the hour', BROKEN: 'No promise is late and undone', SILENT: 'Every customer has been told in time', UNOWNED: 'Every open ticket has somebody in charge', WAITING: 'No ticket waits for parts or others', LOADS: 'There is no open work',
    ESCALATIONS: { OPEN: 'No escalation waits for an answer', ANSWERED: 'No escalation has been answered yet', ENDED: 'No escalation ended without an answer' },
  },
  left: '{{span}} left', over: '{{span}} late', dueAt: 'due {{time}}', paused: 'clock stands still', silentSince: 'last heard {{time}}', waitingSince: '{{reason}} since {{time}}', noDue: 'no time set',
  span: { day: '{{days}} d', days: '{{days}} d {{hours}} h', hour: '{{hours}} h', hours: '{{hours}} h {{minutes}} min', minutes: '{{minutes}} min', none: 'less than a minute' },
  visit: 'Visit', shift: 'Shift', noNumber: 'Open ticket', someone: 'an engineer', nobody: 'nobody',
  step: {
    percent: 'At {{percent}} % of the time', due: 'At the due time', before: '{{span}} before the due time', after: '{{span}} after the due time', working: ' (working time)',
  },
  states: 'State of the escalations',
  state: { OPEN: 'Unanswered', ANSWERED: 'Answered', ENDED: 'Ended unanswered' },
  told: '{{step}}, {{time}}: told the {{role}}', onDuty: 'On duty then: {{names}}', nobodyOnDuty: 'Nobody was on duty then', answeredBy: '{{name}} answered at {{time}}: {{note}}', ended: 'Nobody answered; it was over at {{time}}', waits: 'Nobody has answered yet',
  answer: 'Answer', answerTitle: 'Answer this escalation', note: 'What you do about it', noteHint: 'Such as: called the customer, Li will be there at 14:00', answered: 'Answered; other supervisors see it',
  mails: 'Who was written to', noMails: 'No mail was found', mailTo: '{{state}} · {{address}} · {{time}}', unaddressed: 'no address yet',
  load: { who: 'Who', tickets: 'Open tickets', waiting: 'of which waiting', breached: 'of which late', promises: 'Open promises', visits: 'Visits', due: 'Due within the hour', broken: 'Late', next: 'Next due' },
  promisesOf: 'Promises of {{name}}', ticketsOf: 'Tickets of {{name}}', all: 'Back to everybody', noPromises: 'No open promise binds him', noTickets: 'No open ticket',
};
