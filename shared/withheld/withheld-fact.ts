import type { Atom } from '../text/atom.ts'
import type { Formats } from '../text/block.ts'

/** Why a passage is sensitive: it tells of victims; small numbers with a place and a date; another reason, in words. */
export const WITHHELD_REASONS = ['victims', 'numbers', 'other'] as const
export type WithheldReason = (typeof WITHHELD_REASONS)[number]

/** A piece of what a line held, and who typed it; null: the server. */
export interface WithheldRun {
  readonly insert: string | Atom
  readonly formats: Formats
  readonly author: string | null
}

/** What one line held. */
export interface WithheldBlock {
  readonly id: string
  readonly runs: readonly WithheldRun[]
}

/** The words of a thread's quote, which went with the passage that it quotes. */
export interface WithheldQuote {
  readonly thread: string
  readonly quote: string
  readonly before: string
  readonly after: string
}

/** Characters that one client made in a row: the client, the first one's clock, how many. */
export type WithheldSpan = readonly [client: number, clock: number, length: number]

/**
 * A sensitive passage that is kept for the drafting group: root `withheld` of the drafting room, by id. In the notes each
 * of its lines holds one atom `{t:'withheld', id}` instead. `at`: milliseconds since 1970, by the server's clock.
 */
export interface WithheldFact {
  readonly topic: string
  readonly blocks: readonly WithheldBlock[]
  readonly quotes: readonly WithheldQuote[]
  readonly reason: WithheldReason
  /** More about the reason; never empty where it is `other`. */
  readonly words: string
  readonly by: string
  readonly at: number
  /** The characters as they were in the notes, and what the notes held: by these, words that come late are known. */
  readonly spans?: readonly WithheldSpan[]
  readonly known?: readonly (readonly [client: number, clock: number])[]
}

/** Characters that say why. */
export const MAX_REASON_CHARS = 500

/** Tells whether an atom stands for a withheld passage. */
export function isWithheld(atom: Atom): boolean {
  return atom.t === 'withheld'
}
