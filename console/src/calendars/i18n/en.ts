/** What the pages of working-time calendars say. */
export const calendarsEn = {
  about: 'Calendars decide which time counts for promises. Contracts and settings name them; each change is a new revision, and promises that are there keep theirs unless you ask for more.',
  to: 'to', none: 'No calendar', make: 'New calendar', name: 'Name', nameHint: 'Small letters, digits and hyphens, such as shop-xujiahui', title: 'Title', base: 'Based on', noBase: 'On no other calendar', basedOn: 'based on “{{title}}”', zone: 'Time zone', revision: 'Revision {{number}}', saved: 'saved {{time}}', savedBy: '{{time}}, {{name}}', made: 'Calendar made',
  back: 'Back to calendars', fixed: 'The calendar around the clock is fixed.', old: 'You look at revision {{number}}; revision {{current}} holds now.', toCurrent: 'Show what holds now',
  views: 'What to look at', view: { year: 'Year', due: 'When is it due', revisions: 'Revisions' },
  year: 'Year', off: 'off', work: 'on', other: 'half', legend: 'off: holiday, on: make-up working day, half: other hours that day; else as the week says.', weekly: 'Working week', since: 'from {{day}}', always: 'always', free: 'free', sameAsBase: 'as the base', special: 'Special days of {{year}}', noSpecial: 'No special day in this year',
  day: { off: 'free', as: 'worked like a {{weekday}}', hours: 'worked {{hours}}', source: 'from a notice', own: 'entered by hand', ofBase: 'from the base' },
  change: 'Change', import: 'Import a notice of holidays', preview: 'See the effect', save: 'Save', saveRevision: 'Save as a new revision', cancel: 'Discard', restored: 'What you had not saved is back.', savedNow: 'Saved as revision {{number}}', same: 'Nothing has changed, so there is no new revision', see: 'See what is marked red below',
  week: 'Working week', from: 'From which day', fromHint: 'Empty for the first', addWeek: 'Add a change from a day on', removeWeek: 'Remove', worked: 'worked', hours: 'Hours', hoursHint: '09:00-12:00, 13:30-18:00', hoursWrong: 'Write 09:00-12:00; separate several by commas', days: 'Special days', addDay: 'Add a day', editDay: 'Change', removeDay: 'Remove', date: 'Date', dayName: 'Occasion', dayKind: 'That day', asWeekday: 'Hours of', kind: { off: 'free', as: 'make-up working day', hours: 'other hours' }, twice: 'This day is there already', noDays: 'No special day',
  notice: {
    about: 'Paste a notice or choose a file: the public JSON form (year, days) or iCalendar (.ics). Days of an earlier notice for the same year are replaced; what was entered by hand stays.', text: 'Notice', file: 'Choose a file', workAs: 'Make-up days have the hours of', check: 'Preview', badJson: 'This is no valid JSON: {{reason}}', again: 'It was changed; preview it again', apply: 'Import', imported: 'Imported as revision {{number}}',
  },
  effect: {
    title: 'What it would do', days: 'Days that change', noDays: 'No day changes', was: 'Before', becomes: 'After', usual: 'as the week says', calendars: 'Calendars that get a new revision', none: 'No open promise is counted by it', totals: '{{count}} open promises are counted by it: {{earlier}} would be due earlier, {{later}} later, {{broken}} late at once.', totals_one: '{{count}} open promise is counted by it: {{earlier}} would be due earlier, {{later}} later, {{broken}} late at once.', incomplete: 'There are too many; only some were looked at.', moved: 'Promises that would be due at another time', open: 'What about open promises', only: 'Only managers and administrators can save.', from: 'now {{time}}', to: 'then {{time}}', ticket: 'Ticket', visit: 'Visit',
  },
  due: {
    about: 'When is something due that may take so much working time from a moment on?', from: 'From', amount: 'Allowed', unit: { H: 'hours', M: 'minutes' }, result: 'Due {{time}} ({{weekday}})', counted: '{{time}} of that counts.', notCounted: 'What does not count', offHours: 'outside working hours', all: 'All of it counts', span: { H: '{{hours}} h', M: '{{minutes}} min', both: '{{hours}} h {{minutes}} min' },
    between: 'How much working time is between two moments?', until: 'Until',
  },
  reason: { shipped: 'came with the system', edited: 'changed', base: 'the base has a new revision', notice: 'notice for {{year}} imported' }, system: 'the system', look: 'Show', current: 'holds now',
};
