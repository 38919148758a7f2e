/** What stands on more than one page. */
export const app = {
  'app.purpose': 'Notes of a meeting, written together, that become its recommendations.',
  'language.label': 'Language',
} as const
