/** What an outbox has to know of a wish. */
export interface Ways {
  /** The thing that it changes: what else is to happen to that waits behind a refusal. */
  readonly of: string
  /** Other things that it builds on: none of them may wait behind a refusal. */
  readonly on: readonly string[]
  /** `thing`: given up, all that is to happen to the thing goes too. What is made is known by an id of this device. */
  readonly makes: 'thing' | 'part' | null
  /** The room that tells when it is done: the part of its name after the meeting. */
  readonly room: string
  /** The room that brings the words it stands on, which may arrive later; null: it stands on none. */
  readonly textRoom: string | null
}

/** Why the server did not take a wish, as it said it. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly hint: string
}

/** A wish in the outbox. */
export interface Entry<Wish> {
  readonly id: string
  /** Idempotency-Key of the question: another one once somebody asks again after a refusal. */
  readonly key: string
  /** When it was wished, by this device's clock, in milliseconds since 1970. */
  readonly at: number
  readonly wish: Wish
  readonly refused: Refusal | null
  /** It may have reached the server: it can no longer be taken out as if it had never been wished. */
  readonly isTried: boolean
  /** The server has it; its rooms may not have told so yet. */
  readonly isSent: boolean
}
