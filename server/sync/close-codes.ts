/** Why the server closes a socket. y-websocket 3.1 stops for good on 4400-4499 and retries on every other code. */
export const CLOSE = {
  /** The server stops or starts again. */
  restart: 1012,
  /** The server can't take more now. */
  busy: 1013,
  /** The room is loaded again. */
  again: 4500,
  /** Nobody said a word on the socket. */
  silent: 4508,
  /** Storage is in trouble (SY7). */
  storage: 4507,
  malformed: 4400,
  signedOut: 4401,
  forbidden: 4403,
  notFound: 4404,
  oldVersion: 4406,
  /** An update was refused (SY2): a retry would be refused again. */
  refused: 4409,
} as const
