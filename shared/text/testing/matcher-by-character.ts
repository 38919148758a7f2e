import type * as Y from 'yjs'
import type { CharId } from '../block.ts'
import { changedText, type DeletedPiece, type DeletedRange, type InsertedPiece } from '../changed-text.ts'
import type { MatchLimits } from '../match-moves.ts'
import { MIN_MOVED_CHARS } from '../match-moves.ts'
import type { Move } from '../moves.ts'

/** One deleted character, both halves of it: where it stood, and whether it is credited to where it came back. */
interface DeletedChar {
  readonly at: CharId
  readonly char: string
  credited: boolean
}

/** A character of a deleted stretch; an optional one had been deleted before, so it may or may not come back. */
interface Candidate {
  readonly source: DeletedChar
  readonly optional: boolean
}

interface Stretch {
  readonly person: string
  readonly candidates: readonly Candidate[]
  readonly owned: readonly DeletedChar[]
}

/** One inserted character, and what it is found to be. */
interface InsertedChar {
  readonly at: CharId
  readonly char: string
  source: DeletedChar | null
}

/**
 * Does what MoveMatcher does with a record for each character: slow and large, and plain to read. The two must agree.
 */
export class MatcherByCharacter {
  readonly #limits: MatchLimits
  readonly #stretches: Stretch[] = []
  readonly #chars = new Map<string, DeletedChar>()
  /** For a character that came back: what it is credited for. */
  readonly #credits = new Map<string, DeletedChar>()

  constructor(limits: MatchLimits) {
    this.#limits = limits
  }

  /**
   * Gives the moves of one person's update, which deletes `ranges`. Call it from Yjs's `afterTransaction`, while the
   * text of what was deleted is still there.
   */
  match(person: string, transaction: Y.Transaction, text: Y.Text, ranges: readonly DeletedRange[]): Move[] {
    const { inserted, deleted } = changedText(transaction, text, ranges)
    const fresh = deleted.length > 0 ? this.#remember(person, deleted) : null
    const moves: Move[] = []
    const effort: Effort = { left: this.#limits.maxComparisons }
    for (const { pieces, text: words } of inserted) {
      if (this.#chars.size === 0 || words.length > this.#limits.maxChars) continue
      const groups = pieces.map(charsOf)
      const chars = groups.flat()
      const inPlace = pieces.flatMap((piece, index) => this.#inPlace(piece, groups[index] ?? []))
      // A stretch put back right beside where it was looks like an undo at its start: what covers more is it.
      if (inPlace.length < chars.length) this.#elsewhere(person, chars, fresh, inPlace.length, effort)
      for (const [char, source] of inPlace) if (char.source === null && !source.credited) credit(char, source)
      for (const gap of gapsIn(chars)) this.#elsewhere(person, gap, fresh, 0, effort)
      for (const { at, source } of chars) if (source !== null) this.#credits.set(keyOf(at), source)
      addMoves(moves, chars)
    }
    return moves
  }

  #remember(person: string, deleted: readonly DeletedPiece[]): Stretch {
    const candidates: Candidate[] = []
    const owned: DeletedChar[] = []
    for (const { at, length, text, isMine } of deleted) {
      if (candidates.length + length > this.#limits.maxChars) break
      if (text === null) {
        for (let unit = 0; unit < length; unit++) {
          const source = this.#chars.get(keyOf({ client: at.client, clock: at.clock + unit }))
          if (source !== undefined) candidates.push({ source, optional: !isMine })
        }
        continue
      }
      for (const { at: place, char } of charsOf({ at, text })) {
        const source = { at: place, char, credited: false }
        candidates.push({ source, optional: false })
        owned.push(source)
        this.#chars.set(keyOf(place), source)
        // What had come back is gone again, so that its source may come back elsewhere: an undone move.
        const credit = this.#credits.get(keyOf(place))
        if (credit !== undefined) credit.credited = false
        this.#credits.delete(keyOf(place))
      }
    }
    const stretch = { person, candidates, owned }
    this.#stretches.push(stretch)
    while (this.#chars.size > this.#limits.maxChars) {
      for (const { at } of this.#stretches.shift()?.owned ?? []) this.#chars.delete(keyOf(at))
    }
    return stretch
  }

  /** Undo puts a copy straight before what it restores: Yjs then names the deleted character as right neighbour. */
  #inPlace({ at, rightOrigin }: InsertedPiece, own: readonly InsertedChar[]): Pair[] {
    if (rightOrigin === null || !this.#chars.has(keyOf(rightOrigin))) return []
    const pairs: Pair[] = []
    for (const inserted of own) {
      const clock = rightOrigin.clock + inserted.at.clock - at.clock
      const source = this.#chars.get(keyOf({ client: rightOrigin.client, clock }))
      if (source !== undefined && !source.credited && source.char === inserted.char)
        pairs.push([inserted, source])
    }
    return pairs
  }

  #elsewhere(
    person: string,
    gap: readonly InsertedChar[],
    fresh: Stretch | null,
    atLeast: number,
    effort: Effort,
  ): void {
    const laid = new LaidOut(gap, effort)
    for (let newest = this.#stretches.length - 1; newest >= 0 && effort.left > 0; newest--) {
      const stretch = this.#stretches[newest] as Stretch
      const isFresh = stretch === fresh
      const most = Math.min(gap.length, stretch.candidates.length)
      if (stretch.person !== person || most <= atLeast || (!isFresh && most < MIN_MOVED_CHARS)) continue
      const found = laid.alignEither(stretch.candidates)
      const isWhole = found.length === gap.length || found.length >= stretch.candidates.length
      if (found.length <= atLeast || (found.length < MIN_MOVED_CHARS && !(isFresh && isWhole))) continue
      // Credited once: where two people moved the same words, the second copy counts as typed by its mover.
      for (const [inserted, source] of found) if (!source.credited) credit(inserted, source)
    }
  }
}

type Pair = readonly [InsertedChar, DeletedChar]

/** What is left of the comparisons that one update may cost. */
interface Effort {
  left: number
}

/** Inserted text, to lay deleted stretches against: the start of either must stand in the other; the longest wins. */
class LaidOut {
  readonly #gap: readonly InsertedChar[]
  readonly #effort: Effort
  readonly #places = new Map<string, number[]>()

  constructor(gap: readonly InsertedChar[], effort: Effort) {
    this.#gap = gap
    this.#effort = effort
    for (const [index, { char }] of gap.entries()) {
      const places = this.#places.get(char)
      if (places === undefined) this.#places.set(char, [index])
      else places.push(index)
    }
  }

  /** Aligns a stretch with and without what may or may not come back; without it where that finds as much. */
  alignEither(candidates: readonly Candidate[]): Pair[] {
    const mandatory = candidates.filter(({ optional }) => !optional)
    const sure = this.#align(mandatory)
    if (mandatory.length === candidates.length) return sure
    const all = this.#align(candidates)
    return all.length > sure.length ? all : sure
  }

  #align(candidates: readonly Candidate[]): Pair[] {
    const gap = this.#gap
    let best: Pair[] = []
    const [opening] = gap
    // Further on there is less to find: past what was found already it can't be more.
    for (let start = 0; Math.min(gap.length, candidates.length - start) > best.length; start++) {
      if (this.#effort.left-- <= 0) return best
      if (candidates[start]?.source.char !== opening?.char) continue
      const pairs = this.#layFrom(0, candidates, start)
      if (pairs.length > best.length) best = pairs
    }
    const first = candidates[0]?.source.char
    for (const from of first === undefined ? [] : (this.#places.get(first) ?? [])) {
      if (Math.min(gap.length - from, candidates.length) <= best.length || this.#effort.left-- <= 0) break
      if (from === 0) continue
      const pairs = this.#layFrom(from, candidates, 0)
      if (pairs.length > best.length) best = pairs
    }
    return best
  }

  #layFrom(from: number, candidates: readonly Candidate[], start: number): Pair[] {
    const pairs: Pair[] = []
    let at = from
    for (let index = start; index < candidates.length && at < this.#gap.length; index++) {
      if (this.#effort.left-- <= 0) break
      const { source, optional } = candidates[index] as Candidate
      const inserted = this.#gap[at] as InsertedChar
      if (inserted.source === null && source.char === inserted.char) {
        pairs.push([inserted, source])
        at++
      } else if (!optional) break
    }
    return pairs
  }
}

function credit(inserted: InsertedChar, source: DeletedChar): void {
  inserted.source = source
  source.credited = true
}

/** Gives the stretches of inserted text of which nothing is known yet. */
function gapsIn(chars: readonly InsertedChar[]): InsertedChar[][] {
  const gaps: InsertedChar[][] = []
  let open: InsertedChar[] | null = null
  for (const char of chars) {
    if (char.source !== null) open = null
    else if (open === null) {
      open = [char]
      gaps.push(open)
    } else open.push(char)
  }
  return gaps
}

/** Writes down matched characters, neighbours made by one client on both sides as one move. */
function addMoves(moves: Move[], chars: readonly InsertedChar[]): void {
  let open: { from: CharId; to: CharId; length: number } | null = null
  for (const { at, char, source } of chars) {
    if (source === null) open = null
    else if (
      open !== null &&
      follows(open.from, open.length, source.at) &&
      follows(open.to, open.length, at)
    ) {
      open.length += char.length
    } else {
      open = { from: source.at, to: at, length: char.length }
      moves.push(open)
    }
  }
}

function follows(start: CharId, length: number, at: CharId): boolean {
  return at.client === start.client && at.clock === start.clock + length
}

/** Cuts a piece into characters, each with its place. */
function charsOf({ at, text }: { at: CharId; text: string }): InsertedChar[] {
  let { clock } = at
  return Array.from(text, (char) => {
    const place = { client: at.client, clock }
    clock += char.length
    return { at: place, char, source: null }
  })
}

function keyOf(at: CharId): string {
  return `${at.client}:${at.clock}`
}
