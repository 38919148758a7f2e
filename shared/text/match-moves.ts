import type * as Y from 'yjs'
import { changedText, type DeletedPiece, type DeletedRange, type InsertedPiece } from './changed-text.ts'
import { offsetsWithin, RunIndex } from './char-runs.ts'
import { DeletedLog } from './deleted-log.ts'
import { type DeletedStretch, DeletedStretches, firstOf, PartList } from './deleted-stretches.ts'
import { InsertedChars } from './inserted-chars.ts'
import { type Effort, LaidOut } from './lay-out.ts'
import type { Move } from './moves.ts'

/** Shorter text than this is taken as typed anew when it comes back elsewhere: anybody types "and" again. */
export const MIN_MOVED_CHARS = 4

/**
 * How much deleted text is remembered per text, and how much inserted text is looked at in one piece: some twenty pages.
 * Each character takes half a microsecond and 5 bytes, up to 115 where each was deleted alone; the server waits for it.
 */
export const MAX_REMEMBERED_CHARS = 64 * 1024

/**
 * Comparisons of characters that one update may cost; what is not found by then counts as typed anew. Honest updates
 * stay far below; a text of one letter, pasted and erased again and again, would cost hours (2 cores: 30 ms at most).
 */
const MAX_COMPARISONS = 2_000_000

/** What a matcher may use. */
export interface MatchLimits {
  readonly maxChars: number
  readonly maxComparisons: number
}

const LIMITS: MatchLimits = { maxChars: MAX_REMEMBERED_CHARS, maxComparisons: MAX_COMPARISONS }

/**
 * Finds text that was deleted and came back identical: by undo, by cut and paste, in a moved block. Restored in its
 * own place it is matched whatever its length; elsewhere with what the same person lately deleted, from
 * {@link MIN_MOVED_CHARS} on, or whole with what the same transaction deleted. A deleted character is credited once.
 */
export class MoveMatcher {
  readonly #limits: MatchLimits
  readonly #log = new DeletedLog()
  readonly #stretches = new DeletedStretches()
  /** For a character that came back: the position in the log of what it is credited for. */
  readonly #credits = new RunIndex()

  /** Tests set narrow limits, to reach them. */
  constructor(limits: MatchLimits = LIMITS) {
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
      if (this.#log.end === 0 || words.length > this.#limits.maxChars) continue
      const chars = new InsertedChars(pieces)
      const inPlace = this.#inPlace(chars)
      // A stretch put back right beside where it was looks like an undo at its start: what covers more is it.
      if (inPlace.length < chars.length)
        this.#elsewhere(person, chars, [0, chars.length], fresh, inPlace.length, effort)
      for (const { index, source } of inPlace)
        if (chars.isUnknown(index)) chars.credit(index, source, this.#log)
      for (const gap of chars.gaps()) this.#elsewhere(person, chars, gap, fresh, 0, effort)
      chars.eachCredit((client, clock, width, source) => this.#credits.add(client, clock, width, source))
      chars.addMoves(moves, this.#log)
    }
    this.#credits.settle(this.#log.base)
    return moves
  }

  #remember(person: string, deleted: readonly DeletedPiece[]): DeletedStretch {
    const log = this.#log
    const from = log.end
    const list = new PartList()
    for (const piece of deleted) {
      if (list.count + piece.length > this.#limits.maxChars) break
      if (piece.text === null) {
        this.#borrow(piece, list)
        continue
      }
      const position = log.end
      log.append(piece.at, piece.text)
      list.add({ position, step: 1, count: log.end - position, isOptional: false }, false)
      this.#takeCreditBack(piece.at.client, piece.at.clock, piece.text)
    }
    const stretch = list.stretch(from, log.end)
    log.endEntry(from, this.#limits.maxChars)
    this.#stretches.forget(log.from)
    // Shorter ones are looked at in their own transaction only.
    if (stretch.count >= MIN_MOVED_CHARS) this.#stretches.keep(person, stretch)
    log.release(Math.min(this.#stretches.firstRead(log.from), firstOf(stretch)))
    return stretch
  }

  /** Adds what is remembered of a piece that had been deleted before. */
  #borrow({ at, length, isMine }: DeletedPiece, list: PartList): void {
    const end = at.clock + length
    for (let clock = at.clock; clock < end; ) {
      const { run, to } = this.#log.spanAt(at.client, clock)
      if (run !== null) {
        const [low, high] = offsetsWithin(run, clock, Math.min(to, end))
        const least = Math.max(low, this.#log.from - run.position)
        const count = high - least + 1
        const first = run.position + (run.stride > 0 ? least : high)
        if (count > 0)
          list.add({ position: first, step: run.stride > 0 ? 1 : -1, count, isOptional: !isMine }, true)
      }
      clock = to
    }
  }

  /** What had come back is gone again, so that its source may come back elsewhere: an undone move. */
  #takeCreditBack(client: number, from: number, text: string): void {
    let clock = from
    for (const char of text) {
      const source = this.#credits.find(client, clock)
      if (source >= 0) this.#log.setCredited(source, false)
      clock += char.length
    }
  }

  /** Undo puts a copy straight before what it restores: Yjs then names the deleted character as right neighbour. */
  #inPlace(chars: InsertedChars): { readonly index: number; readonly source: number }[] {
    const found: { index: number; source: number }[] = []
    let known: InsertedPiece | null = null
    let isKnown = false
    chars.each((piece, index, clock) => {
      const { at, rightOrigin } = piece
      if (rightOrigin === null) return
      if (piece !== known) isKnown = this.#log.find(rightOrigin.client, rightOrigin.clock) >= 0
      known = piece
      if (!isKnown) return
      const source = this.#log.find(rightOrigin.client, rightOrigin.clock + clock - at.clock)
      if (source < 0 || this.#log.isCredited(source)) return
      if (this.#log.codeAt(source) === chars.codeAt(index)) found.push({ index, source })
    })
    return found
  }

  #elsewhere(
    person: string,
    chars: InsertedChars,
    gap: readonly [number, number],
    fresh: DeletedStretch | null,
    atLeast: number,
    effort: Effort,
  ): void {
    const length = gap[1] - gap[0]
    const laid = new LaidOut(chars, gap, this.#log, effort)
    const layOut = (stretch: DeletedStretch): void => {
      const isFresh = stretch === fresh
      const most = Math.min(length, stretch.count)
      if (effort.left <= 0 || most <= atLeast || (!isFresh && most < MIN_MOVED_CHARS)) return
      const found = laid.alignEither(stretch)
      const isWhole = found.length === length || found.length >= stretch.count
      if (found.length <= atLeast || (found.length < MIN_MOVED_CHARS && !(isFresh && isWhole))) return
      laid.credit(found)
    }
    if (fresh !== null) layOut(fresh)
    if (length < MIN_MOVED_CHARS) return
    const older = this.#stretches.of(person)
    for (let newest = older.length - 1; newest >= 0 && effort.left > 0; newest--) {
      const stretch = older[newest] as DeletedStretch
      if (stretch !== fresh) layOut(stretch)
    }
  }
}
