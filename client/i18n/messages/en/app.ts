/** What stands on more than one page. */
export const app = {
  'app.purpose': 'Notes of a meeting, written together, that become its recommendations.',
  'language.label': 'Language',
  'offline.changesKept': {
    one: 'You are offline: {count} change is kept on this device. Keep writing. It is sent when the connection is back.',
    other:
      'You are offline: {count} changes are kept on this device. Keep writing. They are sent when the connection is back.',
  },
} as const
