import type { Choice, MergePlan, MergeResult, PlannedPassage } from '../../../shared/merge/merge-plan.ts'
import { itemOf, passageOf, proposalHash } from '../../../shared/merge/proposal.ts'
import { isConflict, type ThreeWayPart } from '../../../shared/merge/three-way.ts'
import { authoredSpans } from '../../../shared/text/authorship.ts'
import { blockText } from '../../../shared/text/block.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { DRAFT, type SimMeeting } from '../../draft/testing/sim-meeting.ts'

/** Takes everything that a plan proposes; keeps items whose passage has gone, and both wordings of a conflict. */
export function allOf({ proposals }: MergePlan): Choice[] {
  return proposals.map((proposal) => {
    const [topic, passage] = passageOf(proposal)
    const item = itemOf(proposal)
    return {
      topic,
      passage,
      hash: proposalHash(proposal),
      take: proposal.change !== 'withdrawn',
      ...(item !== undefined && { item }),
      ...(proposal.change === 'conflict' && { words: bothOf(proposal.parts) }),
    }
  })
}

/** Gives the recommendations that are new, as a plan shows them. */
export function newIn({ proposals }: MergePlan): PlannedPassage[] {
  return proposals.flatMap((proposal) => (proposal.change === 'new' ? [proposal.passage] : []))
}

/** Resolves conflicts so that no character of either side is left out, and none stands twice. */
function bothOf(parts: readonly ThreeWayPart[]): string {
  return parts
    .map((part) => {
      if (!isConflict(part)) return part.text
      const ours = new Set(part.ours)
      return part.ours + [...part.theirs].filter((char) => char === '\n' || !ours.has(char)).join('')
    })
    .join('')
}

/** Plans and takes everything. */
export async function mergeAll(meeting: SimMeeting, by: string): Promise<MergeResult> {
  const plan = await meeting.settled(meeting.merges.plan(meeting.principal(by)))
  return meeting.settled(meeting.merges.apply(meeting.sender(by), allOf(plan)))
}

/** Each item of the draft as its lines, cut by who typed them: `ann:Ratify |ben:soon`. */
export async function typists(meeting: SimMeeting): Promise<string[]> {
  const { document } = await meeting.room(DRAFT)
  return (await meeting.draftItems()).map(({ text }) =>
    renderBlocks(text)
      .map((block) =>
        authoredSpans(block, (client) => document.typistOf(client), document.moves)
          .map(({ typedBy, from, to }) => `${typedBy}:${blockText(block).slice(from, to)}`)
          .join('|'),
      )
      .join(' / '),
  )
}
