import type { CheckFact } from '../../shared/checks/check-facts.ts'
import { checkKey } from '../../shared/checks/check-facts.ts'
import { interventionsOf } from '../../shared/checks/own-interventions.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import type { Commands } from '../commands/commands.ts'
import type { Sender } from '../draft/draft-items.ts'
import type { NewCheck } from './check-bodies.ts'
import { checksOf } from './check-maps.ts'
import { type CheckRegistry, isOnBehalf, requireMechanism } from './check-rights.ts'
import { runOnTopic } from './run-on-topic.ts'

/** Says that there is nothing more to tell. */
type Done = Readonly<Record<string, never>>

/** Confirms what a mechanism said, and takes that back. Each rejects with MinutaError. */
export class Checks {
  readonly #commands: Commands
  readonly #registry: CheckRegistry

  constructor(commands: Commands, registry: CheckRegistry) {
    this.#commands = commands
    this.#registry = registry
  }

  /** Confirms an intervention for a mechanism that spoke it, if its words are still those that were read. */
  confirm(sender: Sender, topic: string, { lead, mechanism, hash }: NewCheck): Promise<Done> {
    const parts = { commands: this.#commands, registry: this.#registry, topic, name: 'check-confirm' }
    return runOnTopic(parts, sender, (rights, work) => {
      requireMechanism(this.#registry, rights, mechanism)
      const doc = work.doc(rights.room)
      const blocks = renderBlocks(doc.getText('text'))
      const own = interventionsOf(mechanism, blocks).find(({ id }) => id === lead)
      if (own === undefined)
        throw new MinutaError('not-found', 'This mechanism has no such intervention here.')
      if (own.hash !== hash) throw new MinutaError('text-changed')
      const checks = checksOf(doc)
      const key = checkKey(lead, mechanism)
      // Two members of one mechanism may press at once: the first has confirmed these words.
      if (checks.get(key)?.hash === hash) return {}
      const { member } = rights.principal
      const fact: CheckFact = { at: work.at, by: member, onBehalf: isOnBehalf(rights, mechanism), hash }
      work.write(rights.room, () => {
        checks.set(key, fact)
      })
      return {}
    })
  }

  /** Takes a confirmation back, whatever has become of its text. */
  takeBack(sender: Sender, topic: string, lead: string, mechanism: string): Promise<Done> {
    const parts = { commands: this.#commands, registry: this.#registry, topic, name: 'check-take-back' }
    return runOnTopic(parts, sender, (rights, work) => {
      requireMechanism(this.#registry, rights, mechanism)
      const checks = checksOf(work.doc(rights.room))
      const key = checkKey(lead, mechanism)
      if (!checks.has(key)) return {}
      work.write(rights.room, () => {
        checks.delete(key)
      })
      return {}
    })
  }
}
