import type * as Y from 'yjs'
import type { CorrectionFact, CorrectionState } from '../../shared/checks/check-facts.ts'
import { interventionsOf, type OwnIntervention } from '../../shared/checks/own-interventions.ts'
import { rebaseCorrection } from '../../shared/checks/rebase-correction.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import type { MemberId } from '../../shared/ids/ids.ts'
import { MAX_CORRECTIONS } from '../../shared/limits/http-limits.ts'
import { wordsHash } from '../../shared/notes/passage.ts'
import { type Block, blockText } from '../../shared/text/block.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import type { Commands, Work } from '../commands/commands.ts'
import type { Sender } from '../draft/draft-items.ts'
import type { NewCorrection } from './check-bodies.ts'
import { correctionsOf } from './check-maps.ts'
import {
  type CheckRegistry,
  isOnBehalf,
  requireMechanism,
  requireWriter,
  type TopicRights,
} from './check-rights.ts'
import { correctLine } from './correct-line.ts'
import { runOnTopic } from './run-on-topic.ts'

/** Says that there is nothing more to tell. */
type Done = Readonly<Record<string, never>>

/**
 * Takes the corrections that a mechanism proposes for its own words, and has those who write the notes decide. A line
 * that was placed on record is corrected in this way too: it is how the speaker has its wording changed. Each rejects
 * with MinutaError.
 */
export class Corrections {
  readonly #commands: Commands
  readonly #registry: CheckRegistry

  constructor(commands: Commands, registry: CheckRegistry) {
    this.#commands = commands
    this.#registry = registry
  }

  /** Proposes other words for a line of the mechanism's own, if its words are still those that were read. */
  propose(sender: Sender, topic: string, { id, line, mechanism, ...said }: NewCorrection): Promise<Done> {
    return this.#run(sender, topic, 'correction-propose', (rights, work) => {
      requireMechanism(this.#registry, rights, mechanism)
      const doc = work.doc(rights.room)
      const own = ownLine(renderBlocks(doc.getText('text')), mechanism, line)
      if (own === null) throw new MinutaError('not-found', 'This mechanism has no such line here.')
      const hash = wordsHash([own.block])
      if (hash !== said.hash) throw new MinutaError('text-changed')
      const before = blockText(own.block)
      if (before.trim() === said.text)
        throw new MinutaError('bad-request', 'The correction says what the line says already.')
      const corrections = correctionsOf(doc)
      if (corrections.has(id)) throw new MinutaError('id-taken')
      if (corrections.size >= MAX_CORRECTIONS) throw new MinutaError('corrections-full')
      const fact: CorrectionFact = {
        ...said,
        lead: own.intervention.id,
        mechanism,
        line,
        at: work.at,
        by: rights.principal.member,
        onBehalf: isOnBehalf(rights, mechanism),
        before,
        state: 'open',
        decided: null,
      }
      work.write(rights.room, () => {
        corrections.set(id, fact)
      })
      return {}
    })
  }

  /** Writes a correction into its line under the name of whoever proposed it. */
  accept(sender: Sender, topic: string, id: string, reason: string): Promise<Done> {
    return this.#run(sender, topic, 'correction-accept', (rights, work) => {
      requireWriter(rights)
      const { room, principal } = rights
      const doc = work.doc(room)
      const fact = findOpen(doc, id)
      const text = doc.getText('text')
      const blocks = renderBlocks(text)
      const own = ownLine(blocks, fact.mechanism, fact.line)
      if (own === null)
        throw new MinutaError(
          'conflict',
          'The line is gone, or is another speaker’s now. Decline the correction, or write it where it belongs.',
        )
      const edits = rebaseCorrection(fact, blockText(own.block))
      if (edits === null)
        throw new MinutaError(
          'conflict',
          'The line was rewritten just where the correction changes it. Write what is to stand there, then decline it.',
        )
      work.write(room, (transaction) => {
        if (edits.length > 0)
          work.writeAs(room, fact.by as MemberId, `correction:${principal.member}`, () =>
            correctLine(transaction, text, blocks, blocks.indexOf(own.block), edits),
          )
        decide(work, rights, id, fact, 'accepted', reason)
      })
      return {}
    })
  }

  /** Leaves the line as it is, and says why. */
  decline(sender: Sender, topic: string, id: string, reason: string): Promise<Done> {
    return this.#run(sender, topic, 'correction-decline', (rights, work) => {
      requireWriter(rights)
      const fact = findOpen(work.doc(rights.room), id)
      work.write(rights.room, () => decide(work, rights, id, fact, 'declined', reason))
      return {}
    })
  }

  /** Takes a correction back, for the mechanism that proposed it. */
  withdraw(sender: Sender, topic: string, id: string, reason: string): Promise<Done> {
    return this.#run(sender, topic, 'correction-withdraw', (rights, work) => {
      const { mechanism } = find(work.doc(rights.room), id)
      requireMechanism(this.#registry, rights, mechanism)
      const fact = findOpen(work.doc(rights.room), id)
      work.write(rights.room, () => decide(work, rights, id, fact, 'withdrawn', reason))
      return {}
    })
  }

  #run<Result>(
    sender: Sender,
    topic: string,
    name: string,
    carryOut: (rights: TopicRights, work: Work) => Result,
  ): Promise<Result> {
    return runOnTopic({ commands: this.#commands, registry: this.#registry, topic, name }, sender, carryOut)
  }
}

function ownLine(
  blocks: readonly Block[],
  mechanism: string,
  line: string,
): { intervention: OwnIntervention; block: Block } | null {
  for (const intervention of interventionsOf(mechanism, blocks)) {
    const block = intervention.spoken.find(({ id }) => id === line)
    if (block !== undefined) return { intervention, block }
  }
  return null
}

function find(doc: Y.Doc, id: string): CorrectionFact {
  const fact = correctionsOf(doc).get(id)
  if (fact === undefined) throw new MinutaError('not-found', 'There is no such correction here.')
  return fact
}

function findOpen(doc: Y.Doc, id: string): CorrectionFact {
  const fact = find(doc, id)
  if (fact.state !== 'open') throw new MinutaError('conflict', 'This correction was decided meanwhile.')
  return fact
}

function decide(
  work: Work,
  { room, principal }: TopicRights,
  id: string,
  fact: CorrectionFact,
  state: CorrectionState,
  reason: string,
): void {
  const decided = { at: work.at, by: principal.member, reason }
  correctionsOf(work.doc(room)).set(id, { ...fact, state, decided })
}
