import type * as Y from 'yjs'
import { type LeftFor, nowIn } from '../../../shared/meeting/left-for.ts'
import type { NameLanguage } from '../../../shared/names/name-language.ts'
import { referenceText, removedReference } from '../../../shared/report/reference-words.ts'
import type { Atom } from '../../../shared/text/atom.ts'
import { atomsIn } from '../../../shared/text/atoms-in.ts'
import { blockType } from '../../../shared/text/block.ts'
import { asBracket, type Bracket, countBrackets } from '../../../shared/text/brackets.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import type { AtomFaces, AtomWords } from '../../editor/draft/atom-faces.ts'
import type { DraftWatch } from './draft-watch.ts'

/** What stands in the text of an item besides words, in order. */
export interface ItemMarks {
  readonly brackets: readonly Bracket[]
  /** Marks of footnotes that have their footnote. */
  readonly notes: readonly string[]
  /** Items that it refers to. */
  readonly references: readonly string[]
}

/** An item as it is shown: what others call it by. */
export interface MarkedPlace {
  readonly id: string
  /** "4 bis"; null: it has no number. */
  readonly label: string | null
  /** Other versions of it stand in the draft. */
  readonly isContested: boolean
}

/** What the reader's language has for a mark. */
export type MarkNames = Pick<AtomWords, 'bracket' | 'note' | 'back'>

interface ItemEntry {
  marks: ItemMarks
  /** Whether its text was there to be read: what is wished is shown before the room has it. */
  isRead: boolean
  readonly stop: () => void
}

const TAKEN: ReadonlySet<string> = new Set(['bracket', 'note', 'mention'])
const NONE: ItemMarks = { brackets: [], notes: [], references: [] }
const NO_NAMES: MarkNames = { bracket: (side) => side, note: String, back: String }

/**
 * Knows brackets, footnotes and references of all items, so that footnotes are numbered through the draft and references
 * follow their target. It only reads. Listeners are called when one of them or a number is another, never for words.
 */
export class DraftMarks implements AtomFaces {
  readonly #watch: DraftWatch
  readonly #entries = new Map<string, ItemEntry>()
  readonly #listeners = new Set<() => void>()
  #places: readonly MarkedPlace[] = []
  #known = new Map<string, MarkedPlace>()
  #order = new Map<string, number>()
  #notes = new Map<string, number>()
  #left: ReadonlyMap<string, LeftFor> = new Map()
  #names = NO_NAMES
  #language: NameLanguage = 'en'
  #version = 0
  /** Called when somebody asks for the menu of a pair of brackets. */
  onBracket: ((item: string, bracket: string, at: HTMLElement) => void) | null = null

  /** Called when somebody asks of which item one is to be an alternative. */
  onAlternative: ((item: string) => void) | null = null

  readonly #words: AtomWords = {
    bracket: (side, isPaired) => this.#names.bracket(side, isPaired),
    note: (number) => this.#names.note(number),
    back: (number) => this.#names.back(number),
    noteNumber: (note) => this.#notes.get(note) ?? null,
    reference: (item) => this.#referenceTo(item),
  }

  constructor(watch: DraftWatch) {
    this.#watch = watch
  }

  readonly words = (): AtomWords => this.#words

  /** Counts the changes that listeners were told of. */
  readonly version = (): number => this.#version

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes over which items are shown, in which order and under which numbers. */
  setPlaces(places: readonly MarkedPlace[]): void {
    this.#places = places
    this.#known = new Map(places.map((place) => [place.id, place]))
    this.#order = new Map(places.map(({ id }, index) => [id, index]))
    const shown = new Set(places.map(({ id }) => id))
    for (const [id, { stop }] of this.#entries) {
      if (shown.has(id)) continue
      stop()
      this.#entries.delete(id)
    }
    for (const { id } of places) {
      const entry = this.#entries.get(id)
      if (entry === undefined) this.#follow(id)
      else if (!entry.isRead) this.#readAgain(id, entry)
    }
    this.#tell()
  }

  /** Takes over the language of the documents, and what marks are called in the reader's own. */
  setNames(names: MarkNames, language: NameLanguage): void {
    this.#names = names
    this.#language = language
    this.#tell()
  }

  /** Takes over which items were combined into others. */
  setCombined(left: ReadonlyMap<string, LeftFor>): void {
    if (left === this.#left) return
    this.#left = left
    this.#tell()
  }

  /** Gives the item that one is referred to by: itself, or the one into which it was combined (MG4). */
  standsFor(item: string): string {
    if (this.#known.has(item)) return item
    return nowIn(this.#left, item, new Set(this.#known.keys())) ?? item
  }

  /** Gives what stands in an item's text. */
  of(item: string): ItemMarks {
    return this.#entries.get(item)?.marks ?? NONE
  }

  /** Tells whether a pair of brackets or a footnote stands in another item than this one. */
  standsBeside(item: string, id: string): boolean {
    for (const [other, { marks }] of this.#entries) {
      if (other === item) continue
      if (marks.notes.includes(id) || marks.brackets.some((bracket) => bracket.id === id)) return true
    }
    return false
  }

  /** Tells which atoms a paste may bring into an item: others are words, a reference to what is not in the draft too. */
  readonly takes = ({ t, item }: Atom): boolean =>
    t === 'ref' ? typeof item === 'string' && this.#known.has(this.standsFor(item)) : TAKEN.has(t)

  /** Gives what an item is called by, and whether others stand beside it; null: it is not shown. */
  placeOf(item: string): MarkedPlace | null {
    return this.#known.get(item) ?? null
  }

  /** Gives how far down in the draft an item stands. */
  orderOf(item: string): number {
    return this.#order.get(item) ?? Number.POSITIVE_INFINITY
  }

  /** Counts the brackets that are left in the draft. */
  left(): { readonly all: number; readonly alone: number } {
    let all = 0
    let alone = 0
    for (const { marks } of this.#entries.values()) {
      const count = countBrackets(marks.brackets)
      all += count.all
      alone += count.alone
    }
    return { all, alone }
  }

  /** Gives the first brackets behind others, in the order of the draft; from the last on it is the first again. */
  next(
    item: string | null,
    bracket: string | null,
  ): { readonly item: string; readonly bracket: string } | null {
    const all = this.#places.flatMap(({ id }) => {
      return [...new Set(this.of(id).brackets.map((one) => one.id))].map((one) => ({
        item: id,
        bracket: one,
      }))
    })
    const here = all.findIndex((one) => one.item === item && one.bracket === bracket)
    if (here >= 0) return all[(here + 1) % all.length] ?? null
    const from = item === null ? -1 : this.orderOf(item)
    return all.find((one) => this.orderOf(one.item) >= from) ?? all[0] ?? null
  }

  /** Gives what of an item's marks is drawn from elsewhere: another one is another drawing. */
  drawn(item: string): string {
    const { notes, references } = this.of(item)
    if (notes.length === 0 && references.length === 0) return ''
    return JSON.stringify([notes.map(this.#words.noteNumber), references.map(this.#words.reference)])
  }

  /** Lets go of the texts. */
  destroy(): void {
    for (const { stop } of this.#entries.values()) stop()
    this.#entries.clear()
    this.#listeners.clear()
  }

  #follow(id: string): void {
    const entry: ItemEntry = {
      marks: NONE,
      isRead: false,
      stop: this.#watch.subscribeText(id, () => {
        if (this.#readAgain(id, entry)) this.#tell()
      }),
    }
    this.#entries.set(id, entry)
    this.#readAgain(id, entry)
  }

  /** Reads an item's marks; tells whether they are others. */
  #readAgain(id: string, entry: ItemEntry): boolean {
    const text = this.#watch.items.find((item) => item.id === id)?.text
    const marks = text === undefined ? NONE : marksIn(text)
    entry.isRead = text !== undefined
    if (JSON.stringify(marks) === JSON.stringify(entry.marks)) return false
    entry.marks = marks
    return true
  }

  #tell(): void {
    this.#version++
    this.#notes = new Map()
    for (const { id } of this.#places)
      for (const note of this.of(id).notes)
        if (!this.#notes.has(note)) this.#notes.set(note, this.#notes.size + 1)
    for (const listener of [...this.#listeners]) listener()
  }

  #referenceTo(item: string): ReturnType<AtomWords['reference']> {
    const to = this.standsFor(item)
    const label = this.#known.get(to)?.label
    if (label === undefined) return { text: removedReference(this.#language), to, isGone: true }
    if (label !== null)
      return { text: referenceText('recommendation', label, this.#language), to, isGone: false }
    return { text: referenceText('paragraph', '', this.#language).trimEnd(), to, isGone: false }
  }
}

function marksIn(text: Y.Text): ItemMarks {
  const atoms = atomsIn(text)
  if (atoms.length === 0) return NONE
  const marks = atoms.flatMap(({ t, id: note }) => (t === 'note' && typeof note === 'string' ? [note] : []))
  const footnotes = new Set(
    marks.length === 0
      ? []
      : renderBlocks(text).flatMap(({ attributes }) =>
          blockType(attributes) === 'footnote' ? [attributes.note] : [],
        ),
  )
  return {
    brackets: atoms.flatMap((atom) => asBracket(atom) ?? []),
    notes: marks.filter((note) => footnotes.has(note)),
    references: atoms.flatMap(({ t, item }) => (t === 'ref' && typeof item === 'string' ? [item] : [])),
  }
}
