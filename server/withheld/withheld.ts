import * as Y from 'yjs'
import { MinutaError } from '../../shared/errors/errors.ts'
import type { MemberId } from '../../shared/ids/ids.ts'
import { MAX_WITHHELD } from '../../shared/limits/http-limits.ts'
import { readFullProvenance } from '../../shared/meeting/full-provenance.ts'
import { can } from '../../shared/permissions/can.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import type { WithheldFact } from '../../shared/withheld/withheld-fact.ts'
import { readWithheld, withheldIn } from '../../shared/withheld/withheld-in.ts'
import { restoreCorrections, takeCorrections } from '../checks/withhold-corrections.ts'
import type { Commands, Work } from '../commands/commands.ts'
import { type RightsSource, requireRight } from '../draft/current-rights.ts'
import type { Sender } from '../draft/draft-items.ts'
import { draftingRoom, ledgerRoom, notesRoom } from '../draft/room-names.ts'
import { findPlaces, putBack } from './put-back.ts'
import { linesOf, restoreQuotes, takeQuotes } from './quotes.ts'
import { leaveStubs, spansOf, wordsOf } from './take-words.ts'
import type { NewWithheld } from './withheld-bodies.ts'

/** What withholding tells: the items of the draft that were made from the passage, and still hold its words. */
export interface Withholding {
  readonly items: readonly string[]
}

type Done = Readonly<Record<string, never>>

/**
 * Keeps sensitive passages for the drafting group: their words move from a topic's notes to the drafting room, with who
 * typed them, and back. In the notes a stub stands meanwhile. Whoever opens the notes afterwards is sent none of the
 * words; the journal keeps them. Each rejects with MinutaError.
 */
export class WithheldPassages {
  readonly #commands: Commands
  readonly #registry: RightsSource

  constructor(commands: Commands, registry: RightsSource) {
    this.#commands = commands
    this.#registry = registry
  }

  /** Moves the words of lines out of the notes. Lines without words are left alone. */
  withhold(sender: Sender, topic: string, body: NewWithheld): Promise<Withholding> {
    const { meeting, member } = sender.principal
    const { id, blocks: ids, reason, words } = body
    const room = notesRoom(meeting, topic)
    return this.#run(sender, 'withhold', topic, (work) => {
      const drafting = withheldIn(work.doc(draftingRoom(meeting)))
      if (drafting.has(id)) throw new MinutaError('id-taken')
      if (drafting.size >= MAX_WITHHELD)
        throw new MinutaError('conflict', `A meeting keeps at most ${MAX_WITHHELD} passages back.`)
      const text = work.doc(room).getText('text')
      const all = renderBlocks(text)
      const lines = linesOf(all, ids)
      const typists = work.authorship(room)
      const blocks = wordsOf(lines, typists)
      if (blocks.length === 0)
        throw new MinutaError('conflict', 'There are no words in these lines: nothing is kept back.')
      const held = lines.filter((line) => blocks.some((block) => block.id === line.id))
      const { quotes, write } = takeQuotes(work.doc(room), topic, all, held, typists.moves)
      const corrections = takeCorrections(work.doc(room), held, id)
      const fact: WithheldFact = {
        ...{ topic, blocks, quotes, reason, words, by: member, at: work.at },
        spans: spansOf(held),
        known: [...Y.decodeStateVector(Y.encodeStateVector(work.doc(room)))],
      }
      work.write(room, (transaction) => {
        leaveStubs(transaction, text, all, held, id)
        write()
        corrections.take()
      })
      work.write(draftingRoom(meeting), (_, doc) => {
        withheldIn(doc).set(id, fact)
        corrections.keep(doc)
      })
      return { items: madeFrom(work, sender, topic, ids) }
    })
  }

  /** Writes the words of a passage back under whoever typed them, in the place of its stubs. */
  putBack(sender: Sender, topic: string, id: string): Promise<Done> {
    const { meeting, member } = sender.principal
    const room = notesRoom(meeting, topic)
    return this.#run(sender, 'put-back', topic, (work) => {
      const fact = readWithheld(work.doc(draftingRoom(meeting))).get(id)
      if (fact === undefined || fact.topic !== topic)
        throw new MinutaError('not-found', 'There is no such passage here, or it was put back already.')
      if (isInsideAnother(work.doc(draftingRoom(meeting)), id))
        throw new MinutaError(
          'conflict',
          'This passage is part of one kept back later. Put that one back first.',
        )
      const doc = work.doc(room)
      const text = doc.getText('text')
      const corrections = restoreCorrections(work.doc(draftingRoom(meeting)), id)
      const places = findPlaces(text, id, fact.blocks)
      work.write(room, (transaction) => {
        putBack(transaction, text, places, (author, insert) => {
          work.writeAs(room, author as MemberId | null, `put-back:${member}`, insert)
        })
        restoreQuotes(doc, fact.quotes)
        corrections.restore(doc)
      })
      work.write(draftingRoom(meeting), (_, drafting) => {
        withheldIn(drafting).delete(id)
        corrections.drop()
      })
      return {}
    })
  }

  async #run<Result>(
    { principal, key }: Sender,
    name: string,
    topic: string,
    carryOut: (work: Work) => Result,
  ): Promise<Result> {
    const { meeting } = principal
    const command = { meeting, by: principal, key, name: `${name}/${topic}` }
    try {
      // Before any room is opened, so that none comes into being for a topic that is none.
      this.#require(principal, topic)
    } catch (error) {
      // An answer that was lost on its way is given again, whatever has changed since.
      const known = await this.#commands.resultOf<Result>(command)
      if (known !== null) return known.result
      throw error
    }
    const rooms = [notesRoom(meeting, topic), draftingRoom(meeting), ledgerRoom(meeting)]
    return this.#commands.run({
      ...command,
      rooms,
      carryOut: (work) => {
        // Once more: it may have waited, and rights may have changed.
        this.#require(principal, topic)
        return carryOut(work)
      },
    })
  }

  #require(by: Sender['principal'], topic: string): void {
    const { principal, facts } = requireRight(this.#registry, by, 'read-drafting')
    const readers = facts.topics.get(topic)
    if (readers === undefined) throw new MinutaError('not-found', 'There is no such topic in this meeting.')
    const { meeting, phase } = facts
    if (!can(principal, 'write-notes', { meeting, phase, topic: { id: topic, readers } }))
      throw new MinutaError('forbidden')
  }
}

/** A stub can be among the words of a passage that was flagged again: its own place is not in the notes then. */
function isInsideAnother(drafting: Y.Doc, id: string): boolean {
  return [...readWithheld(drafting).values()].some(({ blocks }) =>
    blocks.some(({ runs }) =>
      runs.some(({ insert }) => typeof insert !== 'string' && insert.t === 'withheld' && insert['id'] === id),
    ),
  )
}

function madeFrom(work: Work, sender: Sender, topic: string, blocks: readonly string[]): string[] {
  const { meeting } = sender.principal
  const provenance = readFullProvenance(work.doc(ledgerRoom(meeting)), work.doc(draftingRoom(meeting)))
  return [...provenance].flatMap(([item, { sources }]) => {
    const isMade = sources.some(
      (source) => source.topic === topic && source.blocks.some((block) => blocks.includes(block)),
    )
    return isMade ? [item] : []
  })
}
