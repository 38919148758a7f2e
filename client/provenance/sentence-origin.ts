import { authorshipOf } from '../../shared/text/authorship.ts'
import { type Block, blockText, inlineLength } from '../../shared/text/block.ts'
import type { Authorship } from '../sync/authorship.ts'

/** One passage behind an item, in every wording that is known of it: as it was taken, as the notes have it now. */
export interface OriginSource {
  readonly key: string
  /** Null: its words are not open to this reader, or not here yet. */
  readonly wordings: readonly string[] | null
}

/**
 * How words came into the draft that no known source has. `draft`: typed in the draft, so they come from nobody's
 * notes. `merge`: written by who merged. `notes`: typed in the notes, in a passage that can't be told from here.
 */
export type TypedAt = 'draft' | 'merge' | 'notes'

/** Where the words of a sentence come from: each of its words is counted once. */
export interface SentenceOrigin {
  readonly text: string
  readonly words: number
  /** Most words first. */
  readonly sources: readonly { readonly key: string; readonly words: number }[]
  /** Words of no known source, most first; `member` null: the server can't say who typed them. */
  readonly typed: readonly { readonly member: string | null; readonly at: TypedAt; readonly words: number }[]
}

type Known = Pick<Authorship, 'moves' | 'memberOf' | 'delegationOf' | 'isKnown'>

// Chinese has no blanks: each character counts.
const WORD = /\p{Script=Han}|[\p{L}\p{M}\p{N}'’-]+/gu

/** Fewer words in a row are found in any two texts of one language. */
const MIN_RUN = 3

/** Gives where the sentence at a place of a line begins and ends; null where there is none. */
export function sentenceAt(
  text: string,
  offset: number,
  language: string,
): { readonly from: number; readonly to: number } | null {
  let found: { from: number; to: number } | null = null
  for (const { index, segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    const from = index + (segment.length - segment.trimStart().length)
    const to = index + segment.trimEnd().length
    // Behind the last sentence is still in it.
    if (to > from && (found === null || index <= offset)) found = { from, to }
  }
  return found
}

/**
 * Says where a stretch of a line of the draft comes from. Who typed is what the server has recorded: words typed in the
 * draft come from nobody's notes, whatever they read like. Words that came by a merge belong to the source that has the
 * longest run of them.
 */
export function originOf(
  line: Block,
  { from, to }: { readonly from: number; readonly to: number },
  sources: readonly OriginSource[],
  known: Known,
): SentenceOrigin {
  const text = blockText(line).slice(from, to)
  const words = wordsIn(text)
  const typed = typedWords(line, words, from, known)
  const behind = match(
    words.map(({ word }, index) => (typed[index]?.at === 'draft' ? null : word)),
    sources,
  )
  const hasClosed = sources.some(({ wordings }) => wordings === null)
  const counts = new Count<string>()
  const others = new Count<{ member: string | null; at: TypedAt }>()
  for (const [index, key] of behind.entries()) {
    const { member, at } = typed[index] ?? { member: null, at: 'notes' }
    if (key !== null) counts.add(key, key)
    // Who merges may have noted the words too: while a source is closed nobody can tell.
    else {
      const how = at === 'merge' && hasClosed ? 'notes' : at
      others.add(`${how} ${member ?? ''}`, { member, at: how })
    }
  }
  return {
    text,
    words: words.length,
    sources: counts.list().map(({ of, words: count }) => ({ key: of, words: count })),
    typed: others.list().map(({ of, words: count }) => ({ ...of, words: count })),
  }
}

interface Word {
  readonly word: string
  readonly from: number
  readonly to: number
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].map((found) => ({
    word: found[0].toLowerCase(),
    from: found.index,
    to: found.index + found[0].length,
  }))
}

/** Says of each word how it was typed: a word of which one letter was typed in the draft was typed there. */
function typedWords(
  line: Block,
  words: readonly Word[],
  from: number,
  known: Known,
): { readonly member: string | null; readonly at: TypedAt }[] {
  const units = typedUnits(line, known)
  return words.map((word) => {
    const own = units.slice(from + word.from, from + word.to)
    return own.find(({ at }) => at === 'draft') ?? own[0] ?? { member: null, at: 'notes' }
  })
}

function typedUnits(line: Block, known: Known): { member: string | null; at: TypedAt }[] {
  return line.inlines.flatMap((inline) =>
    Array.from({ length: inlineLength(inline) }, (_, unit) => {
      const at = { client: inline.at.client, clock: inline.at.clock + unit }
      const member = authorshipOf(at, known.memberOf, known.moves).typedBy
      // Before the server has told, nothing speaks against a merge.
      if (!known.isKnown) return { member, at: 'notes' as const }
      const delegation = known.delegationOf((known.moves.origins(at).at(-1) ?? at).client)
      if (delegation === null || !delegation.via.startsWith('merge:')) return { member, at: 'draft' as const }
      const isMerger = delegation.via === `merge:${delegation.author}`
      return { member, at: isMerger ? ('merge' as const) : ('notes' as const) }
    }),
  )
}

/** Gives each word's source, null for none: the longest runs first, then single words of sources that have a run. */
function match(words: readonly (string | null)[], sources: readonly OriginSource[]): (string | null)[] {
  const found = words.map((): string | null => null)
  const texts = sources.flatMap(({ key, wordings }) =>
    (wordings ?? []).map((wording) => ({ key, words: wordsIn(wording).map(({ word }) => word) })),
  )
  const open = words.filter((word) => word !== null).length
  const least = Math.min(MIN_RUN, open)
  for (;;) {
    let best = { key: '', at: 0, length: 0 }
    const free = words.map((word, index) => (found[index] === null ? word : null))
    for (const text of texts) {
      const run = longestRun(free, text.words)
      if (run.length > best.length) best = { ...run, key: text.key }
    }
    if (best.length === 0 || best.length < least) break
    found.fill(best.key, best.at, best.at + best.length)
  }
  const behind = new Set(found)
  for (const [index, word] of words.entries()) {
    if (word === null || found[index] !== null) continue
    found[index] = texts.find(({ key, words: own }) => behind.has(key) && own.includes(word))?.key ?? null
  }
  return found
}

/** Gives the longest run of words that stands in both; the first of several. */
function longestRun(
  words: readonly (string | null)[],
  text: readonly string[],
): { at: number; length: number } {
  let best = { at: 0, length: 0 }
  let above = new Uint16Array(text.length + 1)
  for (const [index, word] of words.entries()) {
    const row = new Uint16Array(text.length + 1)
    for (let at = 0; at < text.length && word !== null; at++) {
      if (text[at] !== word) continue
      const length = (above[at] as number) + 1
      row[at + 1] = length
      if (length > best.length) best = { at: index + 1 - length, length }
    }
    above = row
  }
  return best
}

class Count<T> {
  readonly #counts = new Map<string, { of: T; words: number }>()

  add(name: string, of: T): void {
    const known = this.#counts.get(name)
    if (known === undefined) this.#counts.set(name, { of, words: 1 })
    else known.words++
  }

  list(): { of: T; words: number }[] {
    return [...this.#counts.values()].sort((one, other) => other.words - one.words)
  }
}
