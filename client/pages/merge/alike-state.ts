import type { Status } from '../../../shared/meeting/facts.ts'
import type { Combining, Parent } from '../../../shared/merge/combination.ts'
import type { AlikeMark, FoundAlike, TextToCompare } from '../../alike/found-alike.ts'

/** A recommendation of the draft, or a new one of the notes, that is looked at for its like. */
export interface AlikeText extends TextToCompare {
  /** As a command names it. */
  readonly parent: Parent
  /** Hash of its words: what is decided about a pair holds until one changes. */
  readonly hash: string
  /** Null: it is in the notes only. */
  readonly item: string | null
  readonly status: Status
  /** Where it was said; null: it was written in the draft. */
  readonly said: {
    readonly topic: string
    readonly passage: string | null
    readonly speaker: string | null
  } | null
}

/** Two that may ask for the same. */
export interface AlikePair {
  readonly key: string
  readonly a: AlikeText
  readonly b: AlikeText
  readonly marksA: readonly AlikeMark[]
  readonly marksB: readonly AlikeMark[]
  readonly terms: readonly string[]
}

export type AlikeDoes = 'first' | 'second' | 'write' | 'keep-both' | 'not-alike' | 'later'

/** What somebody decided about a pair, on this page. */
export interface AlikeDecision {
  readonly does: AlikeDoes
  /** The wording that somebody wrote; null: none so far. */
  readonly words: string | null
  /** It is shown as one line. */
  readonly isFolded: boolean
}

export type AlikeDecisions = ReadonlyMap<string, AlikeDecision>

export const UNDECIDED: AlikeDecision = { does: 'later', words: null, isFolded: false }

/** Gives the pairs whose texts are here, the most alike first. */
export function pairsOf(found: readonly FoundAlike[], texts: readonly AlikeText[]): AlikePair[] {
  const byKey = new Map(texts.map((text) => [text.key, text]))
  return found.flatMap(({ a, b, ...rest }) => {
    const [one, other] = [byKey.get(a), byKey.get(b)]
    if (one === undefined || other === undefined) return []
    // With the hashes: what was decided about other words is no decision.
    const key = [one, other].map((text) => `${text.key}/${text.hash}`).join(' ')
    return [{ key, a: one, b: other, ...rest }]
  })
}

/** Gives what a decision asks the server to combine; null: nothing. */
export function combiningOf({ a, b }: AlikePair, { does, words }: AlikeDecision): Combining | null {
  if (does !== 'first' && does !== 'second' && (does !== 'write' || words === null)) return null
  const [chosen, other] = does === 'second' ? [b, a] : [a, b]
  // What is in the draft stays, with all that hangs on it; of two, the one whose wording it is.
  const [target, source] = chosen.item === null && other.item !== null ? [other, chosen] : [chosen, other]
  const wording = does === 'write' ? words : chosen === target ? null : chosen.words
  return {
    parents: [target.parent, source.parent],
    evenDecided: isDecided(a) || isDecided(b),
    ...(wording !== null && { words: wording }),
  }
}

/** Tells whether the chair has decided about it, so that it is not combined without saying. */
export function isDecided({ item, status }: AlikeText): boolean {
  return item !== null && status !== 'proposed'
}

/** Tells that it stays as it is: an adopted recommendation is not combined. */
export function isAdopted({ a, b }: AlikePair): boolean {
  return [a, b].some(({ item, status }) => item !== null && status === 'adopted')
}

/** Gives what is to be remembered of a pair; null: nothing. */
export function memoryOf({ a, b }: AlikePair, { does }: AlikeDecision): object | null {
  if (does !== 'keep-both' && does !== 'not-alike') return null
  const isDraft = a.item !== null && b.item !== null
  return { decision: does, hashes: [a.hash, b.hash], ...(isDraft && { items: [a.item, b.item] }) }
}

/** Gives what makes the server forget what it remembers of a pair. */
export function forgetting({ a, b }: AlikePair): object {
  const areItems = a.item !== null && b.item !== null
  return { decision: null, hashes: [a.hash, b.hash], ...(areItems && { items: [a.item, b.item] }) }
}

/** Gives the pairs that wait: one of their texts is being combined with another one. */
export function waitingPairs(pairs: readonly AlikePair[], decisions: AlikeDecisions): ReadonlySet<string> {
  const chosen = pairs.filter((pair) => combiningOf(pair, decisions.get(pair.key) ?? UNDECIDED) !== null)
  const owner = new Map<string, AlikePair>()
  for (const pair of chosen) for (const { key } of [pair.a, pair.b]) if (!owner.has(key)) owner.set(key, pair)
  const waits = ({ key: name, a, b }: AlikePair): boolean =>
    [a, b].some(({ key }) => (owner.get(key)?.key ?? name) !== name)
  return new Set(pairs.filter(waits).map(({ key }) => key))
}
