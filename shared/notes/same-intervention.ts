import { fold } from '../names/fold.ts'

/** When somebody typed in an intervention, in one go: milliseconds since 1970. */
export interface Burst {
  readonly first: number
  readonly last: number
}

/** An intervention as it is being noted. */
export interface Noted {
  /** The id of its opening line. */
  readonly id: string
  /** The lines' `speaker`; null: nobody yet. */
  readonly speaker: string | null
  readonly words: string
  /** Where its first and its last line stand in the notes, counted from 0. */
  readonly from: number
  readonly to: number
  /** When its first words were typed; null: before anybody looked. */
  readonly begun: number | null
  /** Who types in it, with their latest go. */
  readonly by: ReadonlyMap<string, Burst>
}

/** Two members who seem to note one thing twice. */
export interface SameNoting {
  readonly mine: string
  readonly theirs: string
  readonly member: string
  /** Lines from the opening of mine to that of theirs: above, where it is negative. */
  readonly lines: number
}

/** Who has not typed for so long is not at it. */
export const AT_IT_MS = 60_000
/** Who hears the same begins within about a breath of the other; a second turn of one speaker takes longer to come. */
const BEGUN_WITHIN_MS = 90_000
/** Lines between two interventions of one speaker that may be one, and between two that say the same. */
const NEAR_BY_SPEAKER = 12
const NEAR_BY_WORDS = 40
/** Fewer words share half of their pairs by chance. */
const FEWEST_WORDS = 6
/** Share of word pairs of the shorter text that the other has too. */
const MOST_SHARED = 0.5

/**
 * Finds the interventions that a member notes while somebody else notes the same one under another opening line: by
 * one speaker, or in much the same words; begun about together, near each other, both at it at one time. Who types in
 * both knows of both. At most one for each of the member's own: the nearest. A guess to be shown, never acted on.
 */
export function sameNotings(noted: readonly Noted[], me: string, now: number): SameNoting[] {
  const live = noted.filter(({ by, begun }) => begun !== null && [...by.values()].some(isAtIt(now)))
  const mine = live.filter(({ by }) => isAt(by.get(me), now))
  const found: SameNoting[] = []
  for (const own of mine) {
    const others = live
      .filter((other) => other !== own && !other.by.has(me) && isSame(own, other))
      .flatMap((other) =>
        [...other.by].flatMap(([member, burst]): SameNoting[] => {
          const isBoth = isAt(burst, now) && !own.by.has(member) && meet(own.by.get(me) as Burst, burst)
          return isBoth ? [{ mine: own.id, theirs: other.id, member, lines: other.from - own.from }] : []
        }),
      )
      .sort((one, other) => Math.abs(one.lines) - Math.abs(other.lines))
    if (others[0] !== undefined) found.push(others[0])
  }
  return found
}

function isAtIt(now: number): (burst: Burst) => boolean {
  return ({ last }) => now - last <= AT_IT_MS
}

function isAt(burst: Burst | undefined, now: number): boolean {
  return burst !== undefined && isAtIt(now)(burst)
}

/** Two goes that lie beside each other in time are two turns, not one thing noted twice. */
function meet(one: Burst, other: Burst): boolean {
  return one.first <= other.last && other.first <= one.last
}

function isSame(one: Noted, other: Noted): boolean {
  if (Math.abs((one.begun as number) - (other.begun as number)) > BEGUN_WITHIN_MS) return false
  const between = Math.max(one.from, other.from) - Math.min(one.to, other.to) - 1
  if (one.speaker !== null && one.speaker === other.speaker && between <= NEAR_BY_SPEAKER) return true
  return between <= NEAR_BY_WORDS && sharedWords(one.words, other.words) >= MOST_SHARED
}

/** Gives the share of the shorter text's word pairs that stand in the other too: 0 for a few words, 1 for a part of it. */
export function sharedWords(one: string, other: string): number {
  const [few, many] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length) as [
    string[],
    string[],
  ]
  if (few.length < FEWEST_WORDS) return 0
  const pairs = pairsOf(few)
  const known = pairsOf(many)
  return [...pairs].filter((pair) => known.has(pair)).length / pairs.size
}

function wordsOf(text: string): string[] {
  return fold(text).split(' ').filter(Boolean)
}

function pairsOf(words: readonly string[]): Set<string> {
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`))
}
