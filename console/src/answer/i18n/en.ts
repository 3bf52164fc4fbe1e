import type { answerZh } from './zh';

export const answerEn: typeof answerZh = {
  title: 'Has your problem been solved?', titleDone: 'Confirmed: it is solved', ticket: 'Ticket {{number}}', about: 'What you reported', solved: 'We have dealt with it ({{method}}).', ask: 'Is it solved?',
  yes: 'Yes, it is solved', no: 'No, it is not', why: 'Tell us how it is now', whyHint: 'For example: the same message came back after a restart', tell: 'Send: please go on working on it', back: 'Back',
  confirmed: 'It is confirmed that this is solved. Thank you!', confirmedHint: 'If it happens again, report it anew or contact the service desk.', now: 'How it is now', rate: 'Rate our service', rateSend: 'Send your rating', rated: 'Thank you for your rating',
  told: 'Our engineers have been told', toldHint: 'We go on working on ticket {{number}}, and ask you again when it is solved.',
  ended: 'This link has ended', endedHint: 'The ticket has gone on since. If there is a newer mail, use the link in that one.', expired: 'This link has expired', expiredHint: 'Please contact the service desk if you need help.',
  unknown: 'This link is not right', unknownHint: 'Check that it is complete; it is best opened from the mail itself.', validUntil: 'This link is good until {{time}}; please do not pass it on.',
};
