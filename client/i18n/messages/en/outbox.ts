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
  'outbox.waits': 'It is kept on this device and will be done when the connection is back.',
  'outbox.waiting.split': 'Splitting waits for the connection',
  'outbox.waiting.combine': 'Combining waits for the connection',
  'outbox.waiting.apart': 'Taking apart waits for the connection',
  'outbox.waiting.undo': 'Undoing waits for the connection',
  'outbox.giveUp': 'Give up',
} as const
