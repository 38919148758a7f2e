/** Words that came too late for their member's role or phase (SY11), as the chair is shown them. */
export interface WaitingWords {
  readonly id: string
  /** The room's name behind `m/<meeting>/`. */
  readonly room: string
  readonly member: string
  /** When they came, in milliseconds since 1970. */
  readonly at: number
  /** The beginning of the words; taking them gives all. Empty: a change without new words. */
  readonly words: string
  /** How many characters there are in all. */
  readonly length: number
  /** The characters beside which they were typed, as client and clock: where they belong, without a word of them. */
  readonly beside: readonly (readonly [client: number, clock: number])[]
}
