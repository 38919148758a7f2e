/** Words of the search through the meeting. */
export const search = {
  'search.title': 'Find in the meeting',
  'search.words': 'Words to find',
  'search.placeholder': 'Words, or who speaks',
  'search.hint': 'All notes that you may read, and the draft.',
  'search.count': {
    one: 'One passage',
    other: '{count} passages',
  },
  'search.missing': {
    one: 'One text has not come to this device yet and is not looked through.',
    other: '{count} texts have not come to this device yet and are not looked through.',
  },
  'search.topic.title': 'Find in this topic',
  'search.topic.words': 'Find in this topic',
  'search.topic.at': '{at} of {count}',
  'search.topic.count': {
    one: 'One hit',
    other: '{count} hits',
  },
  'search.topic.none': 'Nothing found',
  'search.topic.next': 'Next hit',
  'search.topic.before': 'Hit before',
  'search.topic.whole': 'Whole meeting',
  'search.topic.only': 'Only in this topic',
  'search.keys.topic': 'Find in this topic; once more: in the whole meeting',
  'search.keys.go': 'Next hit, hit before',
} as const
