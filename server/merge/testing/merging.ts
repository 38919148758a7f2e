import type { Choice, MergePlan, MergeResult } from '../../../shared/merge/merge-plan.ts'
import { authoredSpans } from '../../../shared/text/authorship.ts'
import { blockText } from '../../../shared/text/block.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { DRAFT, type SimMeeting } from '../../draft/testing/sim-meeting.ts'

/** Takes everything that a plan proposes. */
export function allOf({ proposals }: MergePlan): Choice[] {
  return proposals.map(({ passage }) => {
    return { topic: passage.topic, passage: passage.id, hash: passage.hash, take: true }
  })
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
