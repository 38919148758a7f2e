import type { CombineObjection } from '../../../shared/merge/combination.ts'
import type { AgainChoice, Choice, MergePlan, Proposal } from '../../../shared/merge/merge-plan.ts'
import { itemOf, passageOf, proposalHash } from '../../../shared/merge/proposal.ts'
import { mergedWords } from '../../../shared/merge/three-way.ts'

/** What somebody decided about one proposal. */
export interface Decision {
  readonly does: 'take' | 'keep' | 'later'
  /** Other words than the proposed ones; null: as proposed. */
  readonly words: string | null
}

/** Decisions by {@link keyOf}, each with the hash of what it was made on; what is not here stands as it is first. */
export type Decisions = ReadonlyMap<string, Decision & { readonly hash: string }>

/** A choice that came back, with the words that it was made for. */
export interface CameBack {
  readonly key: string
  readonly words: string
  readonly why: CombineObjection
  /** Two that were to be combined. */
  readonly isPair?: true
}

/** How much a merge would do. */
export interface Counted {
  readonly added: number
  readonly changed: number
  readonly kept: number
}

/** Names a proposal within a plan. Ids hold no slash (format.md). */
export function keyOf(proposal: Proposal): string {
  return key(itemOf(proposal), ...passageOf(proposal))
}

/**
 * Gives what was decided about a proposal. What is safe is taken unless somebody says otherwise; what needs a person waits
 * for one. A decision on other words than these is none, but for one to leave it.
 */
export function decisionOf(decisions: Decisions, proposal: Proposal): Decision {
  const made = decisions.get(keyOf(proposal))
  if (made?.hash === proposalHash(proposal)) return made
  return { does: isSafe(proposal) && made?.does !== 'later' ? 'take' : 'later', words: null }
}

/** Tells what can be taken without anybody's words being lost or chosen between. */
export function isSafe(proposal: Proposal): boolean {
  if (proposal.change === 'new') return true
  return !proposal.item.isAdopted && proposal.change !== 'conflict' && proposal.change !== 'withdrawn'
}

/** Gives the choices that were made: each names what was looked at (MG3). */
export function choicesOf({ proposals }: Pick<MergePlan, 'proposals'>, decisions: Decisions): Choice[] {
  return proposals.flatMap((proposal) => {
    const { does, words } = decisionOf(decisions, proposal)
    if (does === 'later') return []
    const [topic, passage] = passageOf(proposal)
    const item = itemOf(proposal)
    return [
      {
        topic,
        passage,
        hash: proposalHash(proposal),
        take: does === 'take',
        ...(item !== undefined && { item }),
        ...(does === 'take' && words !== null && { words }),
      },
    ]
  })
}

/** Counts what the choices would do. */
export function countChoices(choices: readonly Choice[]): Counted {
  const about = choices.filter(({ item }) => item !== undefined)
  return {
    added: choices.length - about.length,
    changed: about.filter(({ take }) => take).length,
    kept: about.filter(({ take }) => !take).length,
  }
}

/** Says what a plan proposes, so that two plans can be told apart. */
export function fingerprint({ proposals }: MergePlan): string {
  return proposals.map((proposal) => `${keyOf(proposal)}/${proposalHash(proposal)}`).join(' ')
}

/** Puts the words, as they were shown, to the choices that came back. */
export function cameBack({ proposals }: MergePlan, again: readonly AgainChoice[]): CameBack[] {
  const shown = new Map(proposals.map((proposal) => [keyOf(proposal), proposal]))
  return again.flatMap(({ topic, passage, item, why }) => {
    const name = key(item, topic, passage)
    const proposal = shown.get(name)
    return proposal === undefined ? [] : [{ key: name, words: wordsOf(proposal), why }]
  })
}

/** Gives the words that an item would have; null while nobody has decided a conflict. */
export function proposedWords(proposal: Proposal): string | null {
  switch (proposal.change) {
    case 'new':
    case 'attribution':
      return proposal.passage.words
    case 'withdrawn':
      return null
    default:
      return mergedWords(proposal.parts)
  }
}

function wordsOf(proposal: Proposal): string {
  return proposal.change === 'withdrawn' ? proposal.item.words : proposal.passage.words
}

function key(item: string | undefined, topic: string, passage: string): string {
  return `${item ?? ''}/${topic}/${passage}`
}
