import type { Proposal } from './merge-plan.ts'

/** Gives topic and id of the passage that a proposal is about. */
export function passageOf(proposal: Proposal): readonly [topic: string, passage: string] {
  return proposal.change === 'withdrawn'
    ? [proposal.topic, proposal.id]
    : [proposal.passage.topic, proposal.passage.id]
}

/** Gives the item that a proposal is about; undefined: it would make one. */
export function itemOf(proposal: Proposal): string | undefined {
  return proposal.change === 'new' ? undefined : proposal.item.id
}

/** Names what a proposal was made from: the passage, and the words of the item where it is about one (MG3). */
export function proposalHash(proposal: Proposal): string {
  switch (proposal.change) {
    case 'new':
      return proposal.passage.hash
    case 'withdrawn':
      return `${proposal.why} ${proposal.item.hash}`
    case 'attribution': {
      const { speaker, attribution, hash } = proposal.passage
      return `${hash} ${attribution} ${speaker ?? ''}`
    }
    default:
      return `${proposal.passage.hash} ${proposal.item.hash}`
  }
}
