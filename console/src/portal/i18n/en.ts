export const portalEn = {
  desk: 'Service desk', engineer: 'Our engineer',
  step: { received: 'Received', working: 'In progress', visit: 'Visit', solved: 'For you to confirm', done: 'Done' },
  stepNow: '{{step}} (now)',
  now: {
    OPEN: 'We have received it and are finding somebody for it', IN_PROGRESS: 'We are working on it', ON_SITE: 'We are arranging a visit', CLOSED: 'Done', CANCELLED: 'Withdrawn, nothing more is done', RESOLVED: 'It should work again: please confirm',
    CUSTOMER: 'We are waiting to hear from you', PARTS: 'We are waiting for a part', THIRD_PARTY: 'We are waiting for the maker or the carrier', WAITING: 'Paused; we will tell you more',
    booked: '{{who}} comes {{when}}', coming: '{{who}} is on the way, expected {{when}}', here: '{{who}} is with you', sign: 'The work on site is done: please sign', absent: 'Nobody was there when we came; we will agree on another time', refused: 'The visit was called off; we will agree on another time', visited: 'The visit is done, we are finishing up',
  },
  day: { today: 'today', tomorrow: 'tomorrow', after: 'in two days' },
  mine: {
    hello: 'Hello {{name}}', waits: 'Waiting for you', nothingWaits: 'Nothing waits for you now', confirm: 'It should work again: please confirm', confirmDo: 'Confirm', rate: 'Done: how was it?', rateDo: 'Rate', sign: 'Please sign for the visit', signHint: 'Open the mail in which we asked you to sign. If there is none, ask the engineer to send it again.', signDo: 'See the order',
    visits: 'Next visits', visitTo: '{{who}} comes{{place}}', tickets: 'My reports', open: 'In progress', finished: 'Finished', allShops: 'All shops', shop: 'Shop', none: 'Nothing is in progress', noneEver: 'Nothing has been finished yet', noneHere: 'Nothing of this shop', report: 'Report a problem', at: 'reported {{time}}', state: 'By progress', answerBy: 'answer by {{time}}',
    part: 'Some of this cannot be read at the moment; we will try again.',
  },
  report: {
    where: 'Which shop?', what: 'What is broken?', unknown: 'Not sure, or not listed', wrong: 'What is wrong?', wrongHint: 'In one sentence, such as: prints no receipts', usual: 'What happens often', more: 'Anything else (optional)', moreHint: 'Since when, what the screen says, what you have tried',
    usualOnes: { dead: 'Does not start', slow: 'Slow or stuck', offline: 'No network', print: 'Does not print', scan: 'Does not scan', account: 'Cannot sign in' },
    about: '{{product}}: {{what}}', who: 'How many are affected?', whoOf: { LOW: 'Only me', MEDIUM: 'One counter', HIGH: 'The whole shop' }, urgent: 'Can you still work?', urgentOf: { LOW: 'We manage', MEDIUM: 'It hurts business', HIGH: 'All has stopped' },
    contact: 'Whom do we contact?', contactHint: 'Whom we call', until: 'When should it be fixed by (optional)', send: 'Send report', sent: 'We have received your report', number: 'Number {{number}}', next: 'What happens next', nextWaits: 'Finding the times for you…', nextPlain: 'We will contact you soon. You see the progress here, and we send you mails.', company: 'Company',
  },
  ticket: {
    progress: 'Progress', talk: 'What was said and done', facts: 'Your report', shop: 'Shop', thing: 'Device', more: 'Details', who: 'Contact', at: 'Reported', result: 'Result', cause: 'Cause', fix: 'What we did', visits: 'Visits', visitLink: 'Order {{number}}', affects: 'Affected', nothingYet: 'Nothing yet',
    notYetConfirm: 'It is not fixed yet, so there is nothing to confirm. We will ask you when it is.', confirmedBefore: 'This report is finished, there is nothing to confirm any more. Thank you.', cancelledBefore: 'This report was withdrawn, nothing has to be done.', notYetRate: 'You can rate it when it is done. Thank you for your patience.', ratedBefore: 'You have rated it already. Thank you.', rateNow: 'How was it?', confirmNow: 'It should work again. Please see whether it really does.',
    confirm: 'It works, confirm', reopen: 'Not fixed', rated: 'Thank you for your rating', old: 'Is something wrong again? Report it once more.',
  },
  promise: {
    title: 'What we promised you', by: 'by {{time}}', left: '{{span}} left', paused: 'Paused until we hear from you', keptAt: 'done {{time}}', kept: 'Done', void: 'No longer needed', missed: 'We are sorry: we did not do this in time', missedUntil: 'It was due by {{time}}; we are hurrying', missedLate: 'It was due by {{time}} and {{span}} late', none: 'Nothing has been promised yet', ended: 'Kept and ended ({{count}})', moved: 'first {{time}}',
  },
  story: {
    TicketOpened: 'Reported', TicketAcknowledged: 'The service desk has begun', TicketAssigned: 'Somebody is responsible for it now', PhoneFixAttempted: 'The service desk helped by phone', PhoneFixAttempted_yes: 'Fixed by phone', PhoneFixAttempted_no: 'Tried by phone, not fixed yet', RemoteSessionStarted: 'Remote help began, as you agreed', RemoteSessionEnded_yes: 'Fixed remotely', RemoteSessionEnded_no: 'Tried remotely, not fixed yet',
    VisitRequested: 'Somebody has to come', VisitAccepted: 'The engineer will come', VisitAccepted_named: '{{engineer}} will come', VisitDeclined: 'We are finding another engineer', CustomerAbsent: 'The engineer came and met nobody', VisitRefused: 'You called the visit off', VisitSigned: 'You signed the order', VisitCompleted_rated: 'Work on site done: {{outcome}}',
    TicketWaiting_rated: 'Paused: {{reason}}', TicketResumed: 'Work goes on', TicketResolved: 'Done: please confirm', TicketResolved_rated: 'Done ({{method}}): please confirm', TicketReopened: 'You said it is not fixed: we go on', TicketClosed: 'Finished', TicketCancelled: 'Withdrawn', SurveyAnswered: 'You rated it', SurveyAnswered_rated: 'You rated: {{scores}}',
    MessageReceived: 'You wrote', MessageSent: 'The service desk answered',
    CallbackPromised: 'We promised to answer by {{due}}', CustomerContacted: 'We spoke with you', CustomerContacted_yes: 'We answered as promised', CustomerContacted_no: 'We spoke with you', ExtensionAgreed: 'Agreed with you: until {{time}}', SlaBreached: 'We are sorry: “{{kind}}” was not done in time',
  },
  enums: { reason: { CUSTOMER: 'until we hear from you', PARTS: 'a part is on its way', THIRD_PARTY: 'the maker or the carrier is at it' }, method: { PHONE: 'by phone', REMOTE: 'remotely', ON_SITE: 'at your place' } },
  orders: { none: 'No signed orders yet', signed: 'signed {{time}}' },
  compensation: { none: 'No compensation', hint: 'What we approved for you because we did not keep what was agreed.', month: 'Month', all: 'All months', why: 'How it was reckoned', approved: 'approved {{time}}', whole: 'The whole month' },
};
