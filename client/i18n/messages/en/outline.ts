/** Words of the outline of a topic's notes, and of what is counted in them. */
export const outline = {
  'outline.title': 'Outline',
  'outline.empty': 'Nothing is noted yet. Headings and interventions are listed here.',
  'outline.noneSuch': 'No intervention is of this kind and by this speaker.',
  'outline.everybody': 'All speakers',
  'outline.bySpeaker': 'Who spoke',
  'outline.byKind': 'Only interventions with',
  'outline.silent': {
    one: 'One line without speaker',
    other: '{count} lines without speaker',
  },
  'outline.counts': 'Counts',
  'outline.words': 'Words',
  'outline.selected': 'Words selected',
  'outline.interventions': 'Interventions',
} as const
