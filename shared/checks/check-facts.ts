/**
 * Root `checks` of a topic's notes, one value for each intervention and mechanism (`checkKey`): the mechanism has
 * confirmed its words. Times are milliseconds since 1970, by the server's clock.
 */
export interface CheckFact {
  readonly at: number
  /** Member who confirmed. */
  readonly by: string
  /** The chair confirmed for the mechanism. */
  readonly onBehalf: boolean
  /** Of the words that were confirmed. The words themselves are not kept: they may have to be withheld later. */
  readonly hash: string
}

/** What became of a correction. */
export type CorrectionState = 'open' | 'accepted' | 'declined' | 'withdrawn'

/** Root `corrections` of a topic's notes, by id: other words that a mechanism proposes for a line of its own. */
export interface CorrectionFact {
  /** The intervention's id when it was proposed. */
  readonly lead: string
  readonly mechanism: string
  /** The line's block id. */
  readonly line: string
  readonly at: number
  /** Member who proposed it. */
  readonly by: string
  /** The chair proposed it for the mechanism. */
  readonly onBehalf: boolean
  /** Of the line's words that it was proposed on. */
  readonly hash: string
  /** The line's words that it was proposed on, as the server had them; an atom reads as U+FFFC. */
  readonly before: string
  /** The line's words as they are to be; an atom that stays is U+FFFC. */
  readonly text: string
  /** Why; empty: nothing was said. */
  readonly note: string
  readonly state: CorrectionState
  readonly decided: { readonly at: number; readonly by: string; readonly reason: string } | null
}

/** Characters of a corrected line: some 800 words, more than anybody says without a break in the notes. */
export const MAX_CORRECTION = 5000
/** Characters of a note or of a reason. */
export const MAX_REASON = 1000

/** Gives the key of a confirmation. Neither id can hold the sign between them. */
export function checkKey(lead: string, mechanism: string): string {
  return `${lead}/${mechanism}`
}
