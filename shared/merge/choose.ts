import type { AgainChoice, Choice, MergePlan, Proposal } from './merge-plan.ts'
import { passageKey } from './passage-key.ts'

/** A proposal that is taken, in the wording that was chosen. */
export interface Taken {
  readonly proposal: Proposal
  /** Null: the passage's own words. */
  readonly words: string | null
}

/** Choices, told apart by whether they can be carried out. */
export interface Chosen {
  readonly taken: readonly Taken[]
  readonly again: readonly AgainChoice[]
}

/**
 * Lays choices against the plan as it is now (MG3): those whose passage still says what it said are taken, in the
 * plan's order; the others come back. `merged` names the passages that items come from. A passage that is chosen twice
 * counts once, in its first wording.
 */
export function choose(now: MergePlan, choices: readonly Choice[], merged: ReadonlySet<string>): Chosen {
  const wanted = new Map<string, Choice>()
  for (const choice of choices) {
    const key = passageKey(choice.topic, choice.passage)
    if (!wanted.has(key)) wanted.set(key, choice)
  }
  const taken: Taken[] = []
  const again: AgainChoice[] = []
  for (const proposal of now.proposals) {
    const { topic, id, hash, words } = proposal.passage
    const choice = wanted.get(passageKey(topic, id))
    if (choice === undefined) continue
    wanted.delete(passageKey(topic, id))
    if (choice.hash !== hash) again.push({ topic, passage: id, why: 'changed' })
    else taken.push({ proposal, words: choice.words === words ? null : (choice.words ?? null) })
  }
  for (const [key, { topic, passage }] of wanted) {
    again.push({ topic, passage, why: merged.has(key) ? 'merged' : 'gone' })
  }
  return { taken, again }
}
