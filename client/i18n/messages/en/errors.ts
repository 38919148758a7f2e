/** What refusals say on every page. Codes are those of shared/errors, and `offline`. */
export const errors = {
  'error.offline': 'The server can’t be reached.',
  'error.offline.hint': 'Try again when the connection is back.',
  'error.internal': 'Something went wrong on the server.',
  'error.internal.hint': 'Try again in a moment.',
  'error.bad-request': 'This request could not be understood.',
  'error.bad-request.hint': 'Reload the page and try again.',
  'error.signed-out': 'You are not signed in.',
  'error.signed-out.hint': 'Open your invitation link again. What you wrote on this device is kept.',
  'error.forbidden': 'Your role in this meeting does not allow this.',
  'error.forbidden.hint': 'Ask the chair of the meeting.',
  'error.origin-refused': 'This request came from another site.',
  'error.origin-refused.hint': 'Open Minuta at its own address.',
  'error.not-found': 'There is nothing at this address.',
  'error.not-found.hint': 'Check the link, or start again from the first page.',
  'error.too-large': 'This is more than can be sent at once.',
  'error.too-large.hint': 'Send it in smaller parts.',
} as const
