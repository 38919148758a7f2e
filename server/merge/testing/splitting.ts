import { findDraftItem } from '../../../shared/draft/draft-item.ts'
import { charBehindCut } from '../../../shared/merge/split-lines.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { DRAFT, type SimMeeting } from '../../draft/testing/sim-meeting.ts'

/** Splits an item where so many units of its words stand before the cut. */
export async function splitAt(meeting: SimMeeting, item: string, at: number, id = 'half'): Promise<void> {
  const found = findDraftItem(await meeting.doc(DRAFT), item)
  const before = found === null ? null : charBehindCut(renderBlocks(found.text), at)
  if (before === null) throw new Error(`${item} has nothing behind ${at}.`)
  await meeting.settled(meeting.combinations.split(meeting.sender('eve'), { item, before, id }))
}
