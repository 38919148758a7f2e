import type { EditorState } from '@tiptap/pm/state'
import { MoveMap } from '../../../shared/text/moves.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { locatePassages, type PassagePlace } from '../../../shared/threads/locate-passage.ts'
import type { ThreadPassage } from '../../../shared/threads/thread-facts.ts'
import { type CommentMark, CommentMarks } from '../../editor/manners/comment-marks.ts'
import type { DraftWatch } from './draft-watch.ts'

/** A thread on words of an item. */
export interface PassageThread {
  readonly id: string
  readonly item: string
  readonly passage: ThreadPassage
  /** A thread that is resolved has a place, and no mark. */
  readonly isMarked: boolean
  readonly isSelected: boolean
}

interface ItemEntry {
  readonly marks: CommentMarks
  threads: readonly PassageThread[]
  places: readonly (PassagePlace | null)[]
  stop: (() => void) | null
  timer: ReturnType<typeof setTimeout> | undefined
}

/** Longer than the pause between two keys. */
const REST_MS = 300

const NOWHERE: ReadonlyMap<string, PassagePlace> = new Map()

/**
 * Knows where the passages stand that threads of the draft are about. Invariants:
 * 1. It only reads: no mark is ever in a document.
 * 2. An editor's marks go with its words; they are found anew once those have rested. Who draws a text without an editor
 *    asks for its marks then ({@link locate}), so that they are those of the very text that is drawn.
 */
export class DraftPassages {
  readonly #watch: DraftWatch
  readonly #items = new Map<string, ItemEntry>()
  readonly #listeners = new Set<() => void>()
  #moves = new MoveMap()
  #placed = NOWHERE
  #isKnown = false
  /** Called when somebody presses a passage. */
  onPress: ((item: string, thread: string) => void) | null = null

  constructor(watch: DraftWatch) {
    this.#watch = watch
  }

  /** Where passages stand, by thread; one that is missing here has lost its words. */
  readonly placed = (): ReadonlyMap<string, PassagePlace> => this.#placed

  /** Whether the server has told what was moved where: before that a passage may seem to be gone that is not. */
  readonly isKnown = (): boolean => this.#isKnown

  /** Calls back when {@link placed} or {@link isKnown} is another. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Gives what an item's text draws: the same object for as long as the document stands. */
  marksOf(item: string): CommentMarks {
    return this.#entryOf(item).marks
  }

  /** Takes over which threads there are, and what the server knows of moved words. */
  set(threads: readonly PassageThread[], moves: MoveMap, isKnown: boolean): void {
    this.#moves = moves
    const byItem = new Map<string, PassageThread[]>()
    for (const thread of threads) byItem.set(thread.item, [...(byItem.get(thread.item) ?? []), thread])
    for (const item of new Set([...this.#items.keys(), ...byItem.keys()])) {
      const entry = this.#entryOf(item)
      entry.threads = byItem.get(item) ?? []
      this.#follow(item, entry)
      this.#find(item)
    }
    const isNew = isKnown !== this.#isKnown
    this.#isKnown = isKnown
    this.#told(isNew)
  }

  /** Finds the passages of an item in its text as it stands now. */
  locate(item: string): void {
    // Most items have none: what is drawn for all of them finds that out at once.
    if ((this.#items.get(item)?.threads ?? []).length === 0) return
    this.#find(item)
    this.#told(false)
  }

  /** Lets go of the document. */
  destroy(): void {
    for (const { stop, timer } of this.#items.values()) {
      stop?.()
      clearTimeout(timer)
    }
    this.#listeners.clear()
  }

  #find(item: string): void {
    const entry = this.#items.get(item)
    const text = this.#watch.items.find(({ id }) => id === item)?.text
    if (entry === undefined || text === undefined) return
    const { threads, marks } = entry
    const passages = threads.map(({ passage }) => passage)
    entry.places =
      passages.length === 0 ? [] : locatePassages(text, renderBlocks(text), passages, this.#moves)
    const next = threads.flatMap(({ id, isMarked, isSelected }, index): CommentMark[] => {
      const place = entry.places[index]
      if (place == null || !isMarked) return []
      const { block, from, to } = place
      return [{ thread: id, block, from, to, isSelected, chip: null }]
    })
    if (JSON.stringify(next) === JSON.stringify(marks.marks)) marks.refresh()
    else marks.set(next)
  }

  #told(isNew: boolean): void {
    const next = [...this.#items.values()].flatMap(({ threads, places }) =>
      threads.flatMap(({ id }, index): [string, PassagePlace][] => {
        const place = places[index]
        return place == null ? [] : [[id, place]]
      }),
    )
    if (!isNew && JSON.stringify(next) === JSON.stringify([...this.#placed])) return
    this.#placed = new Map(next)
    for (const listener of [...this.#listeners]) listener()
  }

  /** Only items with threads are looked at when their words change. */
  #follow(item: string, entry: ItemEntry): void {
    if (entry.threads.length === 0) {
      entry.stop?.()
      entry.stop = null
      return
    }
    entry.stop ??= this.#watch.subscribeText(item, () => {
      entry.timer ??= setTimeout(() => {
        entry.timer = undefined
        this.locate(item)
      }, REST_MS)
    })
  }

  #entryOf(item: string): ItemEntry {
    const known = this.#items.get(item)
    if (known !== undefined) return known
    const marks = new CommentMarks()
    marks.onPress = (thread) => this.onPress?.(item, thread)
    const made: ItemEntry = { marks, threads: [], places: [], stop: null, timer: undefined }
    this.#items.set(item, made)
    return made
  }
}

/** Gives the thread whose passage a caret stands in, the shortest one; null: in none. */
export function threadAtCaret(
  { selection: { $head } }: EditorState,
  passages: DraftPassages,
  item: string,
): string | null {
  passages.locate(item)
  const [line, at] = [$head.index(0), $head.parentOffset]
  const over = passages.marksOf(item).marks.filter(({ block, from, to }) => {
    return block === line && from <= at && at <= to
  })
  over.sort((one, other) => one.to - one.from - (other.to - other.from))
  return over[0]?.thread ?? null
}
