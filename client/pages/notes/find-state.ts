import type { Node } from '@tiptap/pm/model'
import { type Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Atom } from '../../../shared/text/atom.ts'
import type { FoundPlace } from '../../editor/notes/found-marks.ts'
import { COVERED, heightInSight, isInSight, linesInSight } from '../../editor/notes/lines-in-page.ts'
import { type FoldedText, findHits, foldText, foldWords, type TextPart } from '../../search/find-hits.ts'
import { scrollUntilThere } from '../../ui/bring-into-sight.ts'
import { type FoundPaint, foundPaint } from './find-paint.ts'
import type { NotesDesk } from './notes-desk.ts'

/** How many hits there are, and at which of them the reader is: 1 is the first, 0 none. */
export interface Found {
  readonly count: number
  readonly at: number
}

/** Shorter than anybody misses a mark, longer than between two keys of the fastest. */
const AFTER_CHANGE_MS = 120
/** More marks than this at once no eye takes in, and browsers draw them slowly: those around the current hit. */
const MOST_MARKS = 600

const NOTHING: Found = { count: 0, at: 0 }

/**
 * The search in one topic's text while its bar is open.
 * 1. It never writes: hits are places in the document, found again whenever that changes.
 * 2. The current hit stays with its words, whatever is typed before them; when they are gone, the nearest one follows.
 */
export class TopicFind {
  readonly #desk: NotesDesk
  readonly #paint: FoundPaint
  readonly #listeners = new Set<() => void>()
  readonly #before: { readonly scroll: number }
  #words = ''
  #hits: readonly FoundPlace[] = []
  #current: FoundPlace | null = null
  /** Where the reader was when the search began: the first hit is the one from here on. */
  #anchor: number
  #found = NOTHING
  #hasGone = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(desk: NotesDesk) {
    this.#desk = desk
    this.#paint = foundPaint(desk.editor.view, desk.found)
    this.#before = { scroll: window.scrollY }
    this.#anchor = readingPlace(desk)
    desk.editor.on('transaction', this.#handleTransaction)
  }

  readonly found = (): Found => this.#found

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Looks for words; the current hit is the first one from where the reader was. */
  look(words: string): void {
    this.#words = foldWords(words)
    this.#current = null
    this.#search(this.#anchor)
    if (this.#current !== null) this.#show(this.#current)
  }

  /** Goes to the next hit or the one before, round the end; false where there is none. */
  go(step: 1 | -1): boolean {
    const { count, at } = this.#found
    if (count === 0) return false
    this.#hasGone = true
    this.#current = this.#hits[(at - 1 + step + count) % count] ?? null
    this.#tell()
    if (this.#current !== null) this.#show(this.#current)
    return true
  }

  /** Gives the focus back to the text: to the hit for who went from one to another, else to where the caret was. */
  leave(): void {
    const { view } = this.#desk.editor
    const hit = this.#hasGone ? this.#current : null
    // Marks that go take pieces of the page along, and a selection in them.
    this.#paint.show([], null)
    if (hit !== null && view.editable)
      view.dispatch(view.state.tr.setSelection(caretAt(view.state.doc, hit.to)))
    if (view.editable) view.focus()
    else view.dom.focus({ preventScroll: true })
    if (hit === null) window.scrollTo({ top: this.#before.scroll, behavior: 'instant' })
    else if (!view.editable) selectInPage(this.#desk, hit)
  }

  destroy(): void {
    clearTimeout(this.#timer)
    this.#desk.editor.off('transaction', this.#handleTransaction)
    this.#paint.show([], null)
    this.#listeners.clear()
  }

  readonly #handleTransaction = ({ transaction }: { transaction: Transaction }): void => {
    if (!transaction.docChanged) return
    const { mapping } = transaction
    const move = ({ from, to }: FoundPlace): FoundPlace => ({
      from: mapping.map(from, 1),
      to: mapping.map(to, -1),
    })
    this.#anchor = mapping.map(this.#anchor)
    if (this.#current !== null) this.#current = move(this.#current)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#search(this.#current?.from ?? this.#anchor), AFTER_CHANGE_MS)
  }

  #search(near: number): void {
    const { doc } = this.#desk.editor.state
    const before = this.#current
    this.#hits = findInDocument(doc, this.#words)
    this.#current = before === null ? nextFrom(this.#hits, near) : nearest(this.#hits, near)
    this.#tell()
  }

  #tell(): void {
    const { view } = this.#desk.editor
    const at = this.#current === null ? -1 : this.#hits.indexOf(this.#current)
    const first = Math.max(0, Math.min(at - MOST_MARKS / 2, this.#hits.length - MOST_MARKS))
    if (!view.isDestroyed) this.#paint.show(this.#hits.slice(first, first + MOST_MARKS), this.#current)
    const found = { count: this.#hits.length, at: at + 1 }
    if (found.count === this.#found.count && found.at === this.#found.at) return
    this.#found = found
    for (const listener of [...this.#listeners]) listener()
  }

  #show({ from }: FoundPlace): void {
    const { view } = this.#desk.editor
    if (isInSight(view, from)) return
    const { doc } = view.state
    scrollUntilThere(() =>
      view.isDestroyed || view.state.doc !== doc ? null : view.coordsAtPos(from).top - heightInSight() * 0.4,
    )
  }
}

const foldedLines = new WeakMap<Node, FoldedText>()

function findInDocument(doc: Node, words: string): FoundPlace[] {
  if (words === '') return []
  const places: FoundPlace[] = []
  doc.forEach((line, offset) => {
    for (const { from, to } of findHits(foldLine(line), words))
      places.push({ from: offset + 1 + from, to: offset + 1 + to })
  })
  return places
}

/** Lines that stay the same are the same objects: only changed ones are read again. */
function foldLine(line: Node): FoldedText {
  const known = foldedLines.get(line)
  if (known !== undefined) return known
  const parts: TextPart[] = []
  line.forEach((inline, at) => {
    parts.push(
      inline.text === undefined ? { text: labelOf(inline), at, isWhole: true } : { text: inline.text, at },
    )
  })
  const folded = foldText(parts)
  foldedLines.set(line, folded)
  return folded
}

/** What an atom says in the line: a mention its name, what is withheld nothing. */
function labelOf({ attrs }: Node): string {
  const { label } = attrs.atom as Atom
  return typeof label === 'string' && label !== '' ? label : ' '
}

function nextFrom(hits: readonly FoundPlace[], near: number): FoundPlace | null {
  return hits.find(({ from }) => from >= near) ?? hits[0] ?? null
}

function nearest(hits: readonly FoundPlace[], near: number): FoundPlace | null {
  let best: FoundPlace | null = null
  for (const hit of hits)
    if (best === null || Math.abs(hit.from - near) < Math.abs(best.from - near)) best = hit
  return best
}

/** The caret where it is in sight; else the first line that is. */
function readingPlace({ editor: { view } }: NotesDesk): number {
  const { from } = view.state.selection
  const isSeen = (top: number): boolean => top > 0 && top < window.innerHeight
  if (view.hasFocus() && isSeen(view.coordsAtPos(from).top)) return from
  const [first] = linesInSight(view.dom, { top: COVERED.top, bottom: window.innerHeight })
  return first === undefined ? 0 : view.posAtDOM(first, 0)
}

function caretAt(doc: Node, place: number): Selection {
  return TextSelection.near(doc.resolve(Math.min(place, doc.content.size)), -1)
}

/** Who only reads has no caret: the words themselves are selected. */
function selectInPage({ editor: { view } }: NotesDesk, { from, to }: FoundPlace): void {
  const start = view.domAtPos(from, 1)
  const end = view.domAtPos(to, -1)
  view.dom.ownerDocument.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset)
}
