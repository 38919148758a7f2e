import type { AgainChoice, Choice } from '../../../shared/merge/merge-plan.ts'
import type { CameBack } from './merge-state.ts'
import type { Alike } from './use-alike.ts'
import type { MergeCommands } from './use-merge-commands.ts'
import type { Done } from './use-merging.ts'

/** What came of all that was chosen. */
interface CarriedOut {
  /** Null: nothing was done. */
  readonly done: Done | null
  readonly again: readonly AgainChoice[]
  /** Pairs that were not combined. */
  readonly pairsAgain: readonly CameBack[]
}

/**
 * Asks for all that was chosen: first what the notes have, then what is combined, then which pairs stay two. Stops at the
 * first that is not answered; what is left stays chosen. Null: nothing was answered.
 */
export async function carryOut(
  commands: MergeCommands,
  choices: readonly Choice[],
  alike: Alike,
): Promise<CarriedOut | null> {
  const pairsAgain: CameBack[] = []
  const numbers: number[] = []
  const merged = choices.length === 0 ? undefined : await commands.merge(choices)
  if (merged === null) return null
  if (merged?.merge != null) numbers.unshift(merged.merge)
  let combined = 0
  for (const { pair, combining } of alike.combinings) {
    const result = await commands.combine(combining)
    if (result === null) break
    alike.decide(pair, { does: 'later', words: null, isFolded: false })
    if (result.merge !== null) {
      numbers.unshift(result.merge)
      combined++
    }
    const [first] = result.again
    if (first !== undefined)
      pairsAgain.push({ key: pair.key, words: pair.a.words, why: first.why, isPair: true })
  }
  for (const { memory } of alike.memories) if ((await commands.remember(memory)) === null) break
  const { merge = null, items = [], changed = [] } = merged ?? {}
  const done =
    numbers.length === 0 ? null : { merge, added: items.length, changed: changed.length, combined, numbers }
  return { done, again: merged?.again ?? [], pairsAgain }
}
