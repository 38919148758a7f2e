import type { Fate, FindFates } from '../../../shared/coverage/fate.ts'
import { readPassages } from '../../../shared/notes/passage.ts'
import type { Block } from '../../../shared/text/block.ts'
import { lastTyped } from '../../provenance/passage-typed.ts'

/**
 * Gives the fates that are told by a sign, by the first line of their passage: what stands in the draft, and what was
 * taken out of it or left out. That something waits for the next merge, or is of another kind, needs no sign.
 */
export function signedFates(
  topic: string,
  blocks: readonly Block[],
  find: FindFates,
  lastOf: (line: string) => number | null,
): ReadonlyMap<string, Fate> {
  const signs = new Map<string, Fate>()
  for (const passage of readPassages(topic, blocks)) {
    const [fate] = find(passage, lastTyped(passage.blocks, lastOf))
    if (fate !== undefined && ('item' in fate || fate.is === 'left-out')) signs.set(passage.id, fate)
  }
  return signs
}
