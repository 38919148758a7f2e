import type { Attributes, Block, Formats } from '../text/block.ts'
import { sameRecord } from '../text/block.ts'
import { isFootnote } from '../text/footnote.ts'
import { MIN_MOVED_CHARS } from '../text/match-moves.ts'
import type { KeptPiece, Line, NewPiece, Piece } from '../text/replace-blocks.ts'
import { cutInlines } from '../text/spans.ts'
import { withoutLoneFootnotes } from './footnote-lines.ts'
import type { AuthoredPiece, ItemLine } from './item-lines.ts'
import { alignWords, type BlockUnit, blockUnits, likeAbove, type Unit, unitsOf, wordsOf } from './units.ts'

/** What words come from, and how they are written. */
export interface Rewriting {
  /** Lines of other wordings, with who typed what: words of theirs that are new here come under their typist. */
  readonly sources: readonly (readonly ItemLine[])[]
  /** Who chose the wording: all other new words are theirs. */
  readonly author: string
  /** Runs `insert` under the clientID of whoever typed what it inserts; null: the server. */
  writeAs(author: string | null, insert: () => void): void
  /** Makes the id of a new line. */
  newId(): string
}

/**
 * Gives the lines that make `blocks` read `words`, one line for each line of them, for `replaceBlocks`: what stays is
 * never taken out and put back, so that its authors and the anchors in it stay too. What several sources say is the
 * first one's. An atom reads as U+FFFC; one that neither the blocks nor a source have stands for nothing and is left out.
 * Text and footnotes stay apart: the words of a footnote whose mark is nowhere become a line of the text.
 */
export function rewriteLines(blocks: readonly Block[], words: string, rewriting: Rewriting): Line[] {
  const item = blockUnits(blocks)
  const inItem = alignWords(item.words, words)
  const { units, isSource } = unitsFrom(rewriting.sources, words, inItem)
  const writer = new LineWriter(blocks, rewriting)
  for (let at = 0; at < words.length; at++) {
    const there = item.units[inItem[at] as number]
    const comes = units[at]
    const unit = words[at] as string
    const stays = there !== undefined && isSource && isOther(blocks, there, comes) ? undefined : there
    if (stays?.offset === null) writer.beginBlock(stays.block)
    else if (stays !== undefined) writer.keep(stays.block, stays.offset)
    else if (comes !== undefined && 'begins' in comes) writer.begin(comes.begins)
    else if (comes !== undefined) writer.insert(comes)
    else if (unit === '\n') writer.begin(null)
    else if (unit !== '\uFFFC') writer.insert({ insert: unit, formats: {}, author: rewriting.author })
  }
  return withoutLoneFootnotes(writer.lines, blocks)
}

/** Finds the units of sources that make up words. `isSource`: the words are one source's own, and so are its atoms. */
function unitsFrom(
  sources: Rewriting['sources'],
  words: string,
  inItem: Int32Array,
): { readonly units: readonly (Unit | undefined)[]; readonly isSource: boolean } {
  const all = sources.map((lines) => ({ units: unitsOf(lines), words: wordsOf(lines) }))
  // An atom reads as any other does: only where the words are all of a source's is it known which is meant.
  const whole = all.filter((source) => source.words === words)
  const ordered = [...whole, ...all.filter((source) => source.words !== words)]
  const units: (Unit | undefined)[] = Array.from({ length: words.length })
  for (const source of ordered) fill(units, source, words, 0, 1)
  // What was put elsewhere keeps its typist too.
  for (const [from, to] of openStretches(units, inItem, words))
    for (const source of ordered) fill(units, source, words.slice(from, to), from, MIN_MOVED_CHARS)
  return { units, isSource: whole.length > 0 }
}

interface SourceUnits {
  readonly units: readonly Unit[]
  readonly words: string
}

/** Fills what is open of words that begin at `start`; `least`: so many units must come from one place. */
function fill(
  units: (Unit | undefined)[],
  source: SourceUnits,
  words: string,
  start: number,
  least: number,
): void {
  const places = alignWords(source.words, words)
  for (let from = 0; from < places.length; ) {
    let to = from + 1
    const isThere = (places[from] as number) >= 0
    while (isThere && to < places.length && places[to] === (places[to - 1] as number) + 1) to++
    for (let at = from; isThere && to - from >= least && at < to; at++)
      units[start + at] ??= source.units[places[at] as number]
    from = to
  }
}

/** Gives stretches of words that come from nowhere yet. */
function openStretches(
  units: readonly (Unit | undefined)[],
  inItem: Int32Array,
  words: string,
): [from: number, to: number][] {
  const stretches: [number, number][] = []
  for (let at = 0; at < words.length; at++) {
    if (units[at] !== undefined || (inItem[at] as number) >= 0) continue
    const last = stretches.at(-1)
    if (last?.[1] === at) last[1] = at + 1
    else stretches.push([at, at + 1])
  }
  return stretches.filter(([from, to]) => to - from >= MIN_MOVED_CHARS)
}

/**
 * Tells whether something else stands there than the source has, which reads the same: another atom, a line break for
 * the beginning of a line, text for a footnote.
 */
function isOther(blocks: readonly Block[], { block, offset }: BlockUnit, comes: Unit | undefined): boolean {
  if (comes === undefined) return false
  const { attributes, inlines } = blocks[block] as Block
  if ('begins' in comes) return offset !== null || isOtherNote(attributes, comes.begins ?? {})
  if (typeof comes.insert === 'string') return false
  const [there] = offset === null ? [] : cutInlines(inlines, offset, offset + 1)
  return there === undefined || 'text' in there || JSON.stringify(there.atom) !== JSON.stringify(comes.insert)
}

function isOtherNote(one: Attributes, other: Attributes): boolean {
  return isFootnote(one) !== isFootnote(other) || one.note !== other.note
}

interface OpenLine {
  readonly id: string
  readonly attributes: Attributes
  readonly pieces: Piece[]
}

class LineWriter {
  readonly lines: OpenLine[]
  readonly #blocks: readonly Block[]
  readonly #rewriting: Rewriting
  /** Who typed the piece that was inserted last, while nothing has come after it. */
  #author: string | null | undefined

  constructor(blocks: readonly Block[], rewriting: Rewriting) {
    const [first] = blocks
    this.#blocks = blocks
    this.#rewriting = rewriting
    const { id, attributes } = first ?? { id: rewriting.newId(), attributes: {} }
    this.lines = [{ id, attributes, pieces: [] }]
  }

  beginBlock(index: number): void {
    const { id, attributes } = this.#blocks[index] as Block
    this.#begin(id, attributes)
  }

  begin(attributes: Attributes | null): void {
    this.#begin(this.#rewriting.newId(), attributes ?? likeAbove(this.#line.attributes))
  }

  keep(block: number, offset: number): void {
    this.#author = undefined
    const { pieces } = this.#line
    const last = pieces.at(-1)
    const goesOn = last !== undefined && 'block' in last && last.block === block && last.to === offset
    if (goesOn) pieces[pieces.length - 1] = { ...last, to: offset + 1 }
    else pieces.push({ block, from: offset, to: offset + 1, formats: null } satisfies KeptPiece)
  }

  insert({ insert, formats, author }: AuthoredPiece): void {
    const { pieces } = this.#line
    const last = pieces.at(-1)
    if (last !== undefined && 'insert' in last && this.#author === author && isGoingOn(last, insert, formats))
      pieces[pieces.length - 1] = { ...last, insert: `${last.insert}${insert}` }
    else {
      const writeAs = (write: () => void): void => this.#rewriting.writeAs(author, write)
      pieces.push({ insert, formats, writeAs })
    }
    this.#author = author
  }

  get #line(): OpenLine {
    return this.lines.at(-1) as OpenLine
  }

  #begin(id: string, attributes: Attributes): void {
    this.#author = undefined
    this.lines.push({ id, attributes, pieces: [] })
  }
}

function isGoingOn(last: NewPiece, insert: AuthoredPiece['insert'], formats: Formats): boolean {
  return typeof last.insert === 'string' && typeof insert === 'string' && sameRecord(last.formats, formats)
}
