import type * as Y from 'yjs'
import { keepTogether, recommendationNumbers } from '../../shared/draft/alternatives.ts'
import { findDraftItem, readItems } from '../../shared/draft/draft-item.ts'
import type { DraftWish } from '../outbox/draft-wish.ts'
import { withWishes } from '../outbox/wished-draft.ts'

/** Counts the recommendations of the draft as its page shows them: once all that is on its way is done. */
export function countDrafted(draft: Y.Doc, wishes: readonly DraftWish[]): number {
  const items = withWishes(readItems(draft, []), wishes, (item) => findDraftItem(draft, item))
  return new Set(recommendationNumbers(keepTogether(items)).values()).size
}
