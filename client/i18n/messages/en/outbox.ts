/** Words of what waits to be sent, and of what was refused. */
export const outbox = {
  'outbox.refused': {
    one: '{count} change was not carried out.',
    other: '{count} changes were not carried out.',
  },
  'outbox.refusedBody':
    'The server did not take what you asked for. It is only on this device: try again or discard it.',
  'outbox.goTo': 'Go to the draft',
  'outbox.behind': 'Waits for what stands before it.',
} as const
