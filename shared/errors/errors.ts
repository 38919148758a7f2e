/** What one kind of refusal means on every border: to a person, over HTTP and on a sync socket. */
interface ErrorEntry {
  /** One sentence: what happened. */
  message: string
  /** What the reader of the message can do about it. */
  hint: string
  httpStatus: number
  /** y-websocket 3.1 stops for good on 4400-4499 and retries on every other code. */
  closeCode: number
}

/** Every refusal that Minuta gives on purpose. Anything else is a bug and is answered as `internal`. */
export const errorTable = {
  'bad-request': {
    message: 'This request could not be understood.',
    hint: 'Reload the page and try again.',
    httpStatus: 400,
    closeCode: 4400,
  },
  'signed-out': {
    message: 'You are not signed in.',
    hint: 'Open your invitation link again. What you wrote on this device is kept.',
    httpStatus: 401,
    closeCode: 4401,
  },
  forbidden: {
    message: 'Your role in this meeting does not allow this.',
    hint: 'Ask the chair of the meeting.',
    httpStatus: 403,
    closeCode: 4403,
  },
  'origin-refused': {
    message: 'This request came from another site.',
    hint: 'Open Minuta at its own address. Behind a proxy, set PUBLIC_URL to that address.',
    httpStatus: 403,
    closeCode: 4403,
  },
  'invitation-unknown': {
    message: 'There is no such invitation.',
    hint: 'Check that the link is whole, or ask the secretariat for a new one.',
    httpStatus: 404,
    closeCode: 4404,
  },
  'invitation-ended': {
    message: 'This invitation has ended.',
    hint: 'Ask for a new one and the secretariat will send it to the same address.',
    httpStatus: 410,
    closeCode: 4410,
  },
  'invitation-used': {
    message: 'This invitation was already used.',
    hint: 'Ask the chair for another, or open it where you used it before.',
    httpStatus: 410,
    closeCode: 4410,
  },
  'not-found': {
    message: 'There is nothing at this address.',
    hint: 'Check the link, or start again from the first page.',
    httpStatus: 404,
    closeCode: 4404,
  },
  'too-large': {
    message: 'This is more than can be sent at once.',
    hint: 'Send it in smaller parts.',
    httpStatus: 413,
    closeCode: 4413,
  },
  'unreadable-file': {
    message: 'This file can’t be read as a statement.',
    hint: 'Save it as a Word document (.docx) or plain text and choose it again, or copy its text and paste it.',
    httpStatus: 422,
    closeCode: 4422,
  },
  conflict: {
    message: 'Somebody else has changed this meanwhile.',
    hint: 'Look at it again, then decide.',
    httpStatus: 409,
    closeCode: 4409,
  },
  'id-taken': {
    message: 'There is something else under this id already.',
    hint: 'Send it again under a new id.',
    httpStatus: 409,
    closeCode: 4409,
  },
  'passage-unknown': {
    message: 'The server does not have this passage yet.',
    hint: 'Send it again once the words of the passage are stored.',
    httpStatus: 409,
    closeCode: 4409,
  },
  'mention-unknown': {
    message: 'Somebody who is mentioned here is not in this meeting.',
    hint: 'Take the mention out, then send it again.',
    httpStatus: 422,
    closeCode: 4422,
  },
  'mention-closed': {
    message: 'Somebody who is mentioned here may not read this.',
    hint: 'Take the mention out, or write to them where they may read.',
    httpStatus: 422,
    closeCode: 4422,
  },
  'threads-full': {
    message: 'No more threads can be opened here.',
    hint: 'Go on in a thread that is open already.',
    httpStatus: 409,
    closeCode: 4409,
  },
  'thread-full': {
    message: 'This thread holds as many comments as it can.',
    hint: 'Open a new thread.',
    httpStatus: 409,
    closeCode: 4409,
  },
  'text-changed': {
    message: 'The text has changed since it was read.',
    hint: 'Look again, then confirm or correct what stands there now.',
    httpStatus: 409,
    closeCode: 4409,
  },
  'corrections-full': {
    message: 'This topic holds as many corrections as it can.',
    hint: 'Write a comment on the line instead.',
    httpStatus: 409,
    closeCode: 4409,
  },
  'signed-in-already': {
    message: 'This browser is signed in to this meeting as somebody else.',
    hint: 'Go on as the other person, or sign in here as the new one.',
    httpStatus: 409,
    closeCode: 4409,
  },
  'too-many': {
    message: 'Too many attempts from this address.',
    hint: 'Wait a minute, then try again.',
    httpStatus: 429,
    closeCode: 4429,
  },
  storage: {
    message: 'The server can’t store anything just now.',
    hint: 'Your text is kept on this device. Try again in a moment.',
    httpStatus: 507,
    closeCode: 4507,
  },
  internal: {
    message: 'Something went wrong on the server.',
    hint: 'Try again in a moment. Your text is kept on this device.',
    httpStatus: 500,
    closeCode: 1011,
  },
} as const satisfies Record<string, ErrorEntry>

/** The name of a refusal: stable, safe to test for, never shown alone to a person. */
export type ErrorCode = keyof typeof errorTable

/** The one shape in which HTTP answers carry a refusal. */
export interface ErrorBody {
  error: { code: ErrorCode; message: string; hint: string; detail?: ErrorDetail }
}

/** Facts that a page puts into its own sentence: when an invitation ended, what is to be looked at again. */
export type ErrorDetail = Readonly<Record<string, unknown>>

/** A refusal made on purpose. Services throw it; the HTTP border and the sync border turn it into an answer. */
export class MinutaError extends Error {
  readonly code: ErrorCode
  readonly detail: ErrorDetail

  /** `message` replaces the table's sentence where a more exact one is known. It is shown to people. */
  constructor(code: ErrorCode, message?: string, detail: ErrorDetail = {}) {
    super(message ?? errorTable[code].message)
    this.name = 'MinutaError'
    this.code = code
    this.detail = detail
  }
}

/** Gives the answer's body for a refusal. */
export function errorBody({ code, message, detail }: MinutaError): ErrorBody {
  const { hint } = errorTable[code]
  return { error: { code, message, hint, ...(Object.keys(detail).length > 0 ? { detail } : {}) } }
}
