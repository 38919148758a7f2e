import * as Y from 'yjs'
import { Random } from '../../../scripts/fuzz/random.ts'
import { type Block, blockLength, blockText } from '../../text/block.ts'
import { type DeletedRange, deletedRanges } from '../../text/changed-text.ts'
import { isEnd, markerOf } from '../../text/items.ts'
import { keepFormatting } from '../../text/keep-formatting.ts'
import { MoveMatcher } from '../../text/match-moves.ts'
import { MoveMap } from '../../text/moves.ts'
import { renderBlocks } from '../../text/render.ts'
import { type Line, type Piece, replaceBlocks } from '../../text/replace-blocks.ts'
import { docOf, flatText, fork } from '../../text/testing/flat-text.ts'
import { locatePassage } from '../locate-passage.ts'
import { passageOf } from '../passage-of.ts'
import type { ThreadPassage } from '../thread-facts.ts'

/** Two speakers say the same; words come back in other sentences. */
const SENTENCES = [
  'We thank the chair and support her report in full.',
  'The chair thanks all who support the report.',
  'Shelters need money. Shelters need staff, and staff need training, as we said when we thanked the chair for it.',
  'Yes.',
  'Reports need money, and we support what the chair said.',
]
const LINES = [0, 0, 2, 1, 4].map((sentence, index) => `${'abcde'.charAt(index)}|${SENTENCES[sentence]}`)
const WORDS = ['chair', ' report', 'support ', ' staff', 'need', 'X', ' and ']

const OPERATIONS = {
  type: 6,
  addLine: 2,
  delete: 5,
  deleteAcross: 2,
  split: 3,
  join: 3,
  cut: 3,
  paste: 3,
  moveLine: 2,
  undo: 4,
  redo: 2,
  anchor: 4,
  deleteAnchored: 5,
  rewrite: 5,
  quoteElsewhere: 3,
  deliver: 14,
} as const
type Operation = keyof typeof OPERATIONS

interface Person {
  readonly name: string
  readonly text: Y.Text
  readonly undo: Y.UndoManager
  readonly inbox: Uint8Array[]
  readonly outbox: Uint8Array[]
  clipboard: string
}

/** A passage with what its maker saw: which characters there were. */
export interface Watched {
  readonly passage: ThreadPassage
  /** `client:clock` of each of its characters. */
  readonly chars: readonly string[]
  readonly known: ReadonlyMap<number, number>
}

/** Three people at one text, late for each other, and a hub that matches moved text as the server does. */
export class PassageWorld {
  readonly moves = new MoveMap()
  readonly watched: Watched[] = []
  readonly text = flatText(LINES, 1)
  readonly people: readonly Person[]
  readonly #random: Random
  #matcher = new MoveMatcher()
  #deletes: DeletedRange[] = []
  #ids = 0

  constructor(seed: number) {
    this.#random = new Random(seed)
    const doc = docOf(this.text)
    keepFormatting(doc)
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (typeof transaction.origin !== 'string') return
      for (const move of this.#matcher.match(transaction.origin, transaction, this.text, this.#deletes))
        this.moves.add(move)
    })
    this.people = ['ann', 'ben', 'cem'].map((name, index) => this.#newPerson(name, 2 + index))
  }

  /** Does something at random; gives what. */
  step(): Operation {
    const operation = this.#random.weighted(OPERATIONS)
    const person = this.#random.pick(this.people)
    this.#handlers[operation](person)
    return operation
  }

  #newPerson(name: string, client: number): Person {
    const text = fork(this.text, client)
    const doc = docOf(text)
    keepFormatting(doc)
    const undo = new Y.UndoManager(text, {
      trackedOrigins: new Set([name]),
      captureTimeout: 0,
      deleteFilter: (item) => markerOf(item) === null && !isEnd(item),
    })
    const person: Person = { name, text, undo, inbox: [], outbox: [], clipboard: '' }
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'hub') person.outbox.push(update)
    })
    return person
  }

  readonly #handlers: Readonly<Record<Operation, (person: Person) => void>> = {
    type: (person) => this.#insert(person, this.#random.pick(WORDS)),
    addLine: (person) => this.#addLine(person, this.#random.pick(SENTENCES)),
    delete: (person) => {
      this.#cutRange(person)
    },
    deleteAcross: (person) => this.#deleteAcross(person),
    split: (person) => this.#split(person),
    join: (person) => this.#join(person),
    cut: (person) => {
      person.clipboard = this.#cutRange(person)
    },
    paste: (person) => this.#insert(person, person.clipboard),
    moveLine: (person) => this.#moveLine(person),
    undo: ({ undo }) => {
      undo.undo()
    },
    redo: ({ undo }) => {
      undo.redo()
    },
    anchor: (person) => this.#anchor(person),
    deleteAnchored: (person) =>
      this.#withAnchor((watched) => {
        this.#deleteAnchored(person, watched)
      }),
    rewrite: (person) => {
      // Of a fresh one the line is still what it was.
      if (this.#random.chance(0.7)) this.#anchor(person)
      const watched = this.watched.at(-1)
      if (watched !== undefined) this.#rewrite(person, watched)
    },
    quoteElsewhere: (person) => this.#withAnchor(({ passage }) => this.#insert(person, passage.quote)),
    deliver: (person) => this.#deliver(person),
  }

  #withAnchor(act: (watched: Watched) => void): void {
    if (this.watched.length > 0) act(this.#random.pick(this.watched))
  }

  /** Somebody deletes what was anchored, and somebody else, who has seen it go, writes it again. */
  #rewrite(person: Person, watched: Watched): void {
    this.#deliver(person)
    const place = this.#deleteAnchored(person, watched)
    const other = this.#random.pick(this.people)
    this.#deliver(person)
    this.#deliver(other)
    // A server that was started anew remembers no deletion, and takes what is written again for new.
    if (this.#random.chance(0.7)) this.#matcher = new MoveMatcher()
    const index = renderBlocks(other.text).findIndex(({ id }) => id === place?.block)
    if (place !== null && index >= 0) this.#insertAt(other, index, place.offset, watched.passage.quote)
    this.#deliver(other)
  }

  #edit(person: Person, from: number, to: number, lines: readonly Line[]): void {
    const blocks = renderBlocks(person.text)
    docOf(person.text).transact((transaction) => {
      replaceBlocks(transaction, person.text, blocks, from, to, lines)
    }, person.name)
  }

  #pickBlock(person: Person): { blocks: Block[]; index: number; block: Block } {
    const blocks = renderBlocks(person.text)
    const index = this.#random.int(0, blocks.length - 1)
    return { blocks, index, block: blocks[index] as Block }
  }

  #pickRange(block: Block): { from: number; to: number } {
    const random = this.#random
    const words = [...blockText(block).matchAll(/\S+/g)]
    const length = blockLength(block)
    if (random.chance(0.6) && words.length > 0) {
      const first = random.int(0, words.length - 1)
      const last = words[Math.min(words.length - 1, first + random.int(0, 3))]
      return { from: words[first]?.index ?? 0, to: (last?.index ?? 0) + (last?.[0].length ?? 0) }
    }
    if (random.chance(0.3)) return { from: 0, to: length }
    const from = random.int(0, length)
    return { from, to: random.int(from, length) }
  }

  #insert(person: Person, words: string): void {
    const { index, block } = this.#pickBlock(person)
    this.#insertAt(person, index, this.#random.int(0, blockLength(block)), words)
  }

  #insertAt(person: Person, index: number, offset: number, words: string): void {
    const block = renderBlocks(person.text)[index] as Block
    const at = Math.min(offset, blockLength(block))
    if (words === '') return
    const pieces = [kept(index, 0, at), { insert: words, formats: {} }, kept(index, at, blockLength(block))]
    this.#edit(person, index, index + 1, [lineOf(block, pieces)])
  }

  #addLine(person: Person, words: string): void {
    const { index, block } = this.#pickBlock(person)
    const added = { id: this.#newId(person), attributes: {}, pieces: [{ insert: words, formats: {} }] }
    this.#edit(person, index, index + 1, [lineOf(block, [kept(index, 0, blockLength(block))]), added])
  }

  #cutRange(person: Person): string {
    const { index, block } = this.#pickBlock(person)
    const { from, to } = this.#pickRange(block)
    this.#deleteRange(person, index, from, to)
    return blockText(block).slice(from, to)
  }

  #deleteRange(person: Person, index: number, from: number, to: number): void {
    const block = renderBlocks(person.text)[index] as Block
    const pieces = [kept(index, 0, from), kept(index, to, blockLength(block))]
    this.#edit(person, index, index + 1, [lineOf(block, pieces)])
  }

  #deleteAcross(person: Person): void {
    const { blocks, index, block } = this.#pickBlock(person)
    const next = blocks[index + 1]
    if (next === undefined) return
    const from = this.#random.int(0, blockLength(block))
    const to = this.#random.int(0, blockLength(next))
    const rest = kept(index + 1, to, blockLength(next))
    const lines = this.#random.chance(0.5)
      ? [lineOf(block, [kept(index, 0, from), rest])]
      : [lineOf(block, [kept(index, 0, from)]), lineOf(next, [rest])]
    this.#edit(person, index, index + 2, lines)
  }

  #split(person: Person): void {
    const { index, block } = this.#pickBlock(person)
    const at = this.#random.int(0, blockLength(block))
    const tail = { id: this.#newId(person), attributes: {}, pieces: [kept(index, at, blockLength(block))] }
    this.#edit(person, index, index + 1, [lineOf(block, [kept(index, 0, at)]), tail])
  }

  #join(person: Person): void {
    const { blocks, index, block } = this.#pickBlock(person)
    const next = blocks[index + 1]
    if (next === undefined) return
    const pieces = [kept(index, 0, blockLength(block)), kept(index + 1, 0, blockLength(next))]
    this.#edit(person, index, index + 2, [lineOf(block, pieces)])
  }

  #moveLine(person: Person): void {
    const { index, block } = this.#pickBlock(person)
    const words = blockText(block)
    if (words === '') return
    this.#deleteRange(person, index, 0, blockLength(block))
    this.#addLine(person, words)
  }

  #anchor(person: Person): void {
    const { block } = this.#pickBlock(person)
    const { from, to } = this.#pickRange(block)
    const passage = passageOf(person.text, block, from, to)
    if (passage === null) return
    const chars = charsIn(block, from, to)
    const known = Y.decodeStateVector(Y.encodeStateVector(docOf(person.text)))
    this.watched.push({ passage, chars, known })
  }

  #deleteAnchored(person: Person, watched: Watched): { block: string; offset: number } | null {
    const blocks = renderBlocks(person.text)
    const place = locatePassage(person.text, blocks, watched.passage, this.moves)
    if (place === null) return null
    this.#deleteRange(person, place.block, place.from, place.to)
    return { block: (blocks[place.block] as Block).id, offset: place.from }
  }

  #deliver(person: Person): void {
    for (const update of person.outbox.splice(0)) {
      this.#deletes = deletedRanges(update)
      Y.applyUpdate(docOf(this.text), update, person.name)
      for (const other of this.people) if (other !== person) other.inbox.push(update)
    }
    for (const update of person.inbox.splice(0)) Y.applyUpdate(docOf(person.text), update, 'hub')
  }

  #newId(person: Person): string {
    return `${person.name}${++this.#ids}`
  }
}

/** Gives `client:clock` of each character of a range. */
export function charsIn({ inlines }: Block, from: number, to: number): string[] {
  const all = inlines.flatMap((inline) => {
    const length = 'text' in inline ? inline.text.length : 1
    return Array.from({ length }, (_, unit) => `${inline.at.client}:${inline.at.clock + unit}`)
  })
  return all.slice(from, to)
}

function kept(block: number, from: number, to: number): Piece {
  return { block, from, to, formats: null }
}

function lineOf({ id, attributes }: Block, pieces: readonly Piece[]): Line {
  return { id, attributes, pieces: pieces.filter((piece) => 'insert' in piece || piece.to > piece.from) }
}
