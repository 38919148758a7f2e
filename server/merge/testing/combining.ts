import { findDraftItem, itemHash } from '../../../shared/draft/draft-item.ts'
import type { CombineResult, Combining, Parent, TakeApartResult } from '../../../shared/merge/combination.ts'
import { DRAFT, type SimMeeting } from '../../draft/testing/sim-meeting.ts'

/** Gives items as they are now, as parents. */
export async function parentsOf(meeting: SimMeeting, ids: readonly string[]): Promise<Parent[]> {
  const draft = await meeting.doc(DRAFT)
  return ids.map((id) => {
    const item = findDraftItem(draft, id)
    return { item: id, hash: item === null ? 'none' : itemHash(item) }
  })
}

/** Combines items as they are now; the first one stays. */
export async function combineAll(
  meeting: SimMeeting,
  ids: readonly string[],
  more: Partial<Combining> = {},
): Promise<CombineResult> {
  const parents = [...(await parentsOf(meeting, ids)), ...(more.parents ?? [])]
  const combining = { evenDecided: false, ...more, parents }
  return meeting.settled(meeting.combinations.combine(meeting.sender('eve'), combining))
}

export function takeApart(meeting: SimMeeting, merge: number | null): Promise<TakeApartResult> {
  return meeting.settled(meeting.combinations.takeApart(meeting.sender('eve'), merge ?? 0))
}
