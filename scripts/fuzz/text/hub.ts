import * as Y from 'yjs'
import { END } from '../../../shared/text/atom.ts'
import { type DeletedRange, deletedRanges } from '../../../shared/text/changed-text.ts'
import { keepFormatting } from '../../../shared/text/keep-formatting.ts'
import { MoveMatcher } from '../../../shared/text/match-moves.ts'
import { MoveMap } from '../../../shared/text/moves.ts'
import type { Typist } from './typist.ts'

const HUB_CLIENT = 1

/** The server's part in the simulation: takes updates in order, matches moved text, hands them on. */
export class Hub {
  readonly doc = new Y.Doc()
  readonly moves = new MoveMap()
  readonly text: Y.Text
  readonly members = new Map<number, string>([[HUB_CLIENT, 'hub']])
  readonly #matcher = new MoveMatcher()
  #deletes: DeletedRange[] = []
  /** Sees every update before it is applied. */
  onUpdate: ((from: string, update: Uint8Array) => void) | null = null

  constructor() {
    this.doc.clientID = HUB_CLIENT
    keepFormatting(this.doc)
    this.text = this.doc.getText('text')
    this.doc.transact(() => seedText(this.doc))
    this.doc.on('afterTransaction', (transaction) => {
      if (typeof transaction.origin !== 'string') return
      const moves = this.#matcher.match(transaction.origin, transaction, this.text, this.#deletes)
      for (const move of moves) this.moves.add(move)
    })
  }

  /** Takes the oldest update of a typist and puts it into the others' inboxes. */
  take(from: Typist, all: readonly Typist[]): void {
    const update = from.outbox.shift()
    if (update === undefined) return
    this.onUpdate?.(from.name, update)
    this.#deletes = deletedRanges(update)
    Y.applyUpdate(this.doc, update, from.name)
    for (const typist of all) if (typist !== from) typist.inbox.push(update)
  }
}

/** Writes three lines of two speakers, as a topic with notes begins. */
export function seedText(doc: Y.Doc): void {
  const text = doc.getText('text')
  for (const [id, speaker, lead] of [
    ['s1', 'm:aa', '1'],
    ['s2', 'm:aa', undefined],
    ['s3', 'm:bb', '1'],
  ] as const) {
    const entries: [string, unknown][] = [
      ['id', id],
      ['v', 1],
      ['speaker', speaker],
    ]
    if (lead !== undefined) entries.push(['lead', lead])
    text.insertEmbed(text.length, new Y.Map(entries))
    text.insertEmbed(text.length, END)
  }
}
