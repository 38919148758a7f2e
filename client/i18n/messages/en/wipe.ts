/** The question before an answer deletes most of a text (SY8). */
export const wipe = {
  'wipe.title': 'Delete most of this text for everybody?',
  'wipe.body': {
    one: '{place}: what was changed on this device would delete {removed} of {count} character. The others have the whole text; nothing has been deleted yet.',
    other:
      '{place}: what was changed on this device would delete {removed} of {count} characters. The others have the whole text; nothing has been deleted yet.',
  },
  'wipe.thisText': 'This text',
  'wipe.words': 'If you keep the text, these words of yours are let go. Copy or download them first.',
  'wipe.keep': 'Keep the text',
  'wipe.delete': 'Delete it for everybody',
} as const
