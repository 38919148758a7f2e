import type { Proposal } from '../../../shared/merge/merge-plan.ts'
import type { Merging } from './use-merging.ts'

/** A proposal about an item that is there. */
export type ItemProposal = Exclude<Proposal, { readonly change: 'new' }>

/** What every row about an item is told. */
export interface ItemRowProps<Of extends ItemProposal = ItemProposal> {
  proposal: Of
  /** What the item is called now: "Recommendation 5". */
  name: string
  merging: Merging
}
