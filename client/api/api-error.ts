/** Why a request failed: the server's refusal, or `offline` where no answer came. */
export class ApiError extends Error {
  /** A code of shared/errors, or `offline`. */
  readonly code: string
  /** What the reader can do about it, in English: pages say their own words for the codes they know. */
  readonly hint: string
  /** HTTP status; 0 where no answer came. */
  readonly status: number
  /** Whatever else the answer's error carries, such as `endedAt`. */
  readonly detail: Readonly<Record<string, unknown>>

  constructor(
    code: string,
    message: string,
    hint: string,
    status: number,
    detail: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.hint = hint
    this.status = status
    this.detail = detail
  }
}
