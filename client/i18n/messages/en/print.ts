/** Words of printed notes, and of the menu that leads there. */
export const print = {
  'print.menu': 'More about these notes',
  'print.open': 'Print…',
  'print.title': 'Print these notes',
  'print.body': 'The text with speakers and kinds in words, black on white.',
  'print.withNotes': 'With comments',
  'print.withNotesHint':
    'Open comments are printed as numbered notes at the end. Those of the drafting group stay out.',
  'print.do': 'Print',
  'print.asOf': 'Text as of {time}',
  'print.pageOf': 'Page {page} of {count}',
  'print.notes': 'Comments',
  'print.noSpeaker': 'No speaker noted',
  'print.leftOutHere': '[flagged passage left out]',
  'print.leftOut': {
    one: '1 flagged passage is left out.',
    other: '{count} flagged passages are left out.',
  },
} as const
