import type { Commands, Work } from '../commands/commands.ts'
import type { Sender } from '../draft/draft-items.ts'
import { type CheckRegistry, requireTopic, type TopicRights } from './check-rights.ts'

interface OnTopic {
  readonly commands: Commands
  readonly registry: CheckRegistry
  readonly topic: string
  /** For the record: `check-confirm`. */
  readonly name: string
}

/**
 * Carries out a command on a topic's notes. Whether its sender may read them is asked before a room is opened and again
 * when the command's turn has come: it may have waited, and rights may have changed.
 */
export async function runOnTopic<Result>(
  { commands, registry, topic, name }: OnTopic,
  { principal, key }: Sender,
  carryOut: (rights: TopicRights, work: Work) => Result,
): Promise<Result> {
  const { meeting } = principal
  const command = { meeting, by: principal, key, name }
  const rights = (): TopicRights => requireTopic(registry, principal, topic)
  let rooms: TopicRights['room'][]
  try {
    rooms = [rights().room]
  } catch (error) {
    // An answer that was lost on its way is given again, whatever has changed since.
    const known = await commands.resultOf<Result>(command)
    if (known !== null) return known.result
    throw error
  }
  return commands.run({ ...command, rooms, carryOut: (work) => carryOut(rights(), work) })
}
