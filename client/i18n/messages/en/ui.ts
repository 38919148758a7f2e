/** Words of the parts that every page is made of. */
export const ui = {
  'ui.close': 'Close',
  'ui.cancel': 'Cancel',
  'ui.undo': 'Undo',
  'ui.more': 'More',
  'ui.loading': 'Loading…',
  'ui.tryAgain': 'Try again',
  'ui.notLoaded': 'This could not be loaded. Try again when the connection is back.',
  'ui.reload': 'Reload',
} as const
