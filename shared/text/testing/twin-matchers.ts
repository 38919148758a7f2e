import * as Y from 'yjs'
import { Random } from '../../../scripts/fuzz/random.ts'
import { END } from '../atom.ts'
import type { CharId } from '../block.ts'
import { type DeletedRange, deletedRanges } from '../changed-text.ts'
import { keepFormatting } from '../keep-formatting.ts'
import { type MatchLimits, MoveMatcher } from '../match-moves.ts'
import type { Move } from '../moves.ts'
import { docOf, flatText, fork } from './flat-text.ts'
import { MatcherByCharacter } from './matcher-by-character.ts'

/** From narrow to wide: the narrow ones are reached all the time. */
const LIMITS: readonly MatchLimits[] = [
  { maxChars: 12, maxComparisons: 40 },
  { maxChars: 60, maxComparisons: 150 },
  { maxChars: 60, maxComparisons: 1e6 },
  { maxChars: 300, maxComparisons: 1000 },
  { maxChars: 2500, maxComparisons: 1e6 },
  { maxChars: 1e6, maxComparisons: 1e6 },
]

/** Few letters, so that much is found again in many ways; pairs, and halves of them, which the server's own hold. */
const ALPHABETS: readonly string[][] = [
  ['a', 'b'],
  ['a', 'b', 'c', '😀'],
  ['a', '😀', '😁', '\ud83d', '\ude00'],
  [...'abcdefghij klmnopqrst'],
]

const LINES = ['a|one two three', 'b|aaaa bbbb abab', 'c|😀😁 two']

interface Person {
  readonly name: string
  readonly text: Y.Text
  readonly undo: Y.UndoManager
  readonly inbox: Uint8Array[]
  readonly outbox: Uint8Array[]
  clipboard: string
}

/** What one run did: enough of it, or it says nothing. */
export interface TwinRun {
  readonly steps: number
  readonly moves: number
  readonly movedUnits: number
  readonly oldDeletions: number
}

/**
 * Runs both matchers over one seeded document of several people who write, delete, cut, paste, undo and redo, late for
 * each other. Throws at the first transaction in which they disagree.
 */
export function runTwins(seed: number, steps: number): TwinRun {
  return new Twins(seed).run(steps)
}

class Twins {
  readonly #seed: number
  readonly #random: Random
  readonly #server: Y.Text
  readonly #people: Person[]
  readonly #letters: readonly string[]
  readonly #matcher: MoveMatcher
  readonly #reference: MatcherByCharacter
  /** How soon people see what others write: seldom, they delete the same words. */
  readonly #closeness: number
  /** How long the pieces are that they handle: for some seeds long enough to fill and outlive any limit. */
  readonly #size: number
  #ranges: DeletedRange[] = []
  #step = 0
  #moves = 0
  #movedUnits = 0
  #oldDeletions = 0

  constructor(seed: number) {
    this.#seed = seed
    this.#random = new Random(seed)
    const limits = this.#random.pick(LIMITS)
    this.#letters = this.#random.pick(ALPHABETS)
    this.#closeness = this.#random.pick([0.15, 0.6, 1])
    this.#size = this.#random.pick([1, 1, 4])
    this.#matcher = new MoveMatcher(limits)
    this.#reference = new MatcherByCharacter(limits)
    this.#server = flatText(LINES)
    keepFormatting(docOf(this.#server))
    docOf(this.#server).on('afterTransaction', (transaction) => this.#compare(transaction))
    this.#people = ['ann', 'ben', 'cem'].slice(0, 1 + this.#below(3)).map((name, index) => {
      const text = fork(this.#server, 11 + index)
      const undo = new Y.UndoManager(text, { captureTimeout: 0, trackedOrigins: new Set([name]) })
      const person = { name, text, undo, inbox: [], outbox: [] as Uint8Array[], clipboard: '' }
      docOf(text).on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'received') person.outbox.push(update)
      })
      return person
    })
  }

  run(steps: number): TwinRun {
    for (; this.#step < steps; this.#step++) {
      const person = this.#random.pick(this.#people)
      this.#act(person)
      if (this.#random.chance(this.#closeness)) this.#send(person)
      const reader = this.#random.pick(this.#people)
      if (this.#random.chance(this.#closeness)) this.#receive(reader)
      if (this.#random.chance(0.02)) this.#serverWrites()
    }
    for (const person of this.#people) this.#send(person)
    return {
      steps: this.#step,
      moves: this.#moves,
      movedUnits: this.#movedUnits,
      oldDeletions: this.#oldDeletions,
    }
  }

  #compare(transaction: Y.Transaction): void {
    if (typeof transaction.origin !== 'string') return
    const { origin } = transaction
    const ranges = this.#ranges
    if (ranges.some((range) => isPartlyOld(transaction, range))) this.#oldDeletions++
    const moves = this.#matcher.match(origin, transaction, this.#server, ranges)
    const expected = this.#reference.match(origin, transaction, this.#server, ranges)
    if (JSON.stringify(moves) !== JSON.stringify(expected)) {
      throw new Error(
        `Seed ${this.#seed}, step ${this.#step}: ${show(moves)}\n  but by character ${show(expected)}`,
      )
    }
    this.#moves += moves.length
    this.#movedUnits += moves.reduce((sum, { length }) => sum + length, 0)
  }

  #send(person: Person): void {
    const updates = person.outbox.splice(0)
    // What was written offline comes as one.
    const sent = updates.length > 1 && this.#random.chance(0.3) ? [Y.mergeUpdates(updates)] : updates
    for (const update of sent) {
      this.#ranges = deletedRanges(update)
      Y.applyUpdate(docOf(this.#server), update, person.name)
      for (const other of this.#people) if (other !== person) other.inbox.push(update)
    }
  }

  #receive(person: Person): void {
    for (const update of person.inbox.splice(0)) Y.applyUpdate(docOf(person.text), update, 'received')
  }

  /** Text that no update carries: halves of pairs stay as they are. */
  #serverWrites(): void {
    this.#ranges = []
    const doc = docOf(this.#server)
    const before = Y.encodeStateVector(doc)
    doc.transact(() => this.#insert(this.#server, this.#words()), 'server')
    const update = Y.encodeStateAsUpdate(doc, before)
    for (const person of this.#people) person.inbox.push(update)
  }

  #act(person: Person): void {
    const { text, undo, name } = person
    const roll = this.#below(100)
    if (roll < 12) undo.undo()
    else if (roll < 17) undo.redo()
    else
      docOf(text).transact(() => {
        const times = this.#random.chance(0.15) ? 2 + this.#below(4) : 1
        for (let time = 0; time < times; time++) this.#edit(person)
      }, name)
  }

  #edit(person: Person): void {
    const { text } = person
    const roll = this.#below(100)
    const units = text.length
    if (roll < 22) this.#insert(text, this.#words())
    else if (roll < 40) this.#delete(text, 1 + this.#below(2))
    else if (roll < 52) this.#delete(text, this.#below(12 * this.#size))
    else if (roll < 55) this.#delete(text, this.#below(units + 1))
    else if (roll < 68) person.clipboard = this.#delete(text, 1 + this.#below(25 * this.#size))
    else if (roll < 84) this.#insert(text, person.clipboard)
    else if (roll < 89) this.#insert(text, this.#words() + person.clipboard + this.#words())
    else if (roll < 95) this.#insert(text, this.#delete(text, 1 + this.#below(15)))
    else if (roll < 97) text.insertEmbed(this.#below(units + 1), this.#random.chance(0.5) ? new Y.Map() : END)
    else this.#insert(text, this.#words().repeat(1 + this.#below(30 * this.#size)))
  }

  #insert(text: Y.Text, words: string): void {
    if (words !== '') text.insert(this.#below(text.length + 1), words)
  }

  /** Deletes at a random place; gives the words. Backwards, one by one, now and then. */
  #delete(text: Y.Text, most: number): string {
    const at = this.#below(text.length + 1)
    const length = Math.min(most, text.length - at)
    if (length <= 0) return ''
    const words = unitsOf(text)
      .slice(at, at + length)
      .join('')
    if (this.#random.chance(0.3)) for (let index = length - 1; index >= 0; index--) text.delete(at + index, 1)
    else text.delete(at, length)
    return words
  }

  #words(): string {
    return Array.from({ length: 1 + this.#below(9) }, () => this.#random.pick(this.#letters)).join('')
  }

  #below(end: number): number {
    return this.#random.int(0, end - 1)
  }
}

function isPartlyOld({ deleteSet }: Y.Transaction, { client, clock, length }: DeletedRange): boolean {
  for (let at = clock; at < clock + length; at++)
    if (!Y.isDeleted(deleteSet, Y.createID(client, at))) return true
  return false
}

/** Gives what stands at each index that Yjs counts; nothing for what is no text. */
function unitsOf(text: Y.Text): string[] {
  const units: string[] = []
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    if (item.content instanceof Y.ContentString) units.push(...item.content.str.split(''))
    else units.push('')
  }
  return units
}

function show(moves: readonly Move[]): string {
  return moves.map(({ from, to, length }) => `${length} ${placeOf(from)}→${placeOf(to)}`).join(', ')
}

function placeOf({ client, clock }: CharId): string {
  return `${client}:${clock}`
}
