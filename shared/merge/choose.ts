import type { AgainChoice, Choice, LookAgain, MergePlan, Proposal } from './merge-plan.ts'
import { passageKey } from './passage-key.ts'
import { itemOf, passageOf, proposalHash } from './proposal.ts'

/** A proposal about which a person has decided. */
export interface Decided {
  readonly proposal: Proposal
  /** Whether it is carried out, or the draft stays as it is. */
  readonly take: boolean
  /** The wording that was chosen; null: as proposed. */
  readonly words: string | null
}

/** Choices, told apart by whether they can be carried out. */
export interface Chosen {
  readonly taken: readonly Decided[]
  readonly again: readonly AgainChoice[]
}

/**
 * Lays choices against the plan as it is now (MG3): those made from what still stands are taken, in the plan's order; the
 * others come back. `merged` names the passages that items come from. What is chosen twice counts once, as it was
 * chosen first.
 */
export function choose(now: MergePlan, choices: readonly Choice[], merged: ReadonlySet<string>): Chosen {
  const wanted = new Map<string, Choice>()
  for (const choice of choices) {
    const key = keyOf(choice.item, choice.topic, choice.passage)
    if (!wanted.has(key)) wanted.set(key, choice)
  }
  const taken: Decided[] = []
  const again: AgainChoice[] = []
  for (const proposal of now.proposals) {
    const key = keyOf(itemOf(proposal), ...passageOf(proposal))
    const choice = wanted.get(key)
    if (choice === undefined) continue
    wanted.delete(key)
    const why = objection(proposal, choice)
    if (why !== null) again.push(came(choice, why))
    // Leaving what is new, or who said a thing, for later changes nothing.
    else if (choice.take || isKept(proposal))
      taken.push({ proposal, take: choice.take, words: wordsOf(proposal, choice) })
  }
  for (const choice of wanted.values()) {
    const isNew = choice.item === undefined
    again.push(
      came(choice, isNew && merged.has(passageKey(choice.topic, choice.passage)) ? 'merged' : 'gone'),
    )
  }
  return { taken, again }
}

/** Tells a change that is not proposed again once the draft was kept as it is. */
function isKept({ change }: Proposal): boolean {
  return change !== 'new' && change !== 'attribution'
}

function objection(proposal: Proposal, choice: Choice): LookAgain | null {
  if (choice.hash !== proposalHash(proposal)) return 'changed'
  // An adopted item is never touched; that the draft stays as it is can be said of it all the same (MG2).
  if (proposal.change !== 'new' && proposal.item.isAdopted && choice.take) return 'adopted'
  // Nobody has said yet which words win.
  if (proposal.change === 'conflict' && choice.take && choice.words === undefined) return 'changed'
  return null
}

function wordsOf(proposal: Proposal, { words, take }: Choice): string | null {
  if (words === undefined || !take || proposal.change === 'withdrawn' || proposal.change === 'attribution')
    return null
  return proposal.change === 'new' && words === proposal.passage.words ? null : words
}

function came({ topic, passage, item }: Choice, why: LookAgain): AgainChoice {
  return { topic, passage, why, ...(item !== undefined && { item }) }
}

function keyOf(item: string | undefined, topic: string, passage: string): string {
  return `${item ?? ''}/${passageKey(topic, passage)}`
}
