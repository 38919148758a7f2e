import type { MessageKey } from '../i18n/catalogue.ts'
import type { DraftWish } from './draft-wish.ts'

const WORDS = {
  create: 'draft.notMade',
  move: 'draft.notMoved',
  alternative: 'brackets.notAlternative',
  type: 'views.notTyped',
  remove: 'draft.notRemoved',
  restore: 'draft.notRestored',
} as const satisfies Readonly<Record<DraftWish['does'], MessageKey>>

/** Gives what a refusal of a wish begins with. */
export function notDoneKey(wish: DraftWish): (typeof WORDS)[DraftWish['does']] | 'brackets.notOwn' {
  return wish.does === 'alternative' && wish.of === null ? 'brackets.notOwn' : WORDS[wish.does]
}
