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
} as const
