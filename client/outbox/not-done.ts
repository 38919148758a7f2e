import type { CombineObjection } from '../../shared/merge/combination.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import { errorWords } from '../i18n/error-words.ts'
import type { Translate } from '../i18n/translate.ts'
import type { DraftWish } from './draft-wish.ts'
import type { Refusal } from './entry.ts'

const WORDS = {
  create: 'draft.notMade',
  move: 'draft.notMoved',
  alternative: 'brackets.notAlternative',
  brackets: 'brackets.notNoted',
  type: 'views.notTyped',
  remove: 'draft.notRemoved',
  restore: 'draft.notRestored',
  split: 'merge.combine.notSplit',
  combine: 'merge.combine.notDone',
  apart: 'merge.combine.notApart',
  undo: 'merge.combine.notUndone',
} as const satisfies Readonly<Record<DraftWish['does'], MessageKey>>

const WHY = {
  changed: 'merge.why.changed',
  gone: 'merge.why.gone',
  merged: 'merge.why.merged',
  adopted: 'merge.why.adopted',
  decided: 'merge.why.decided',
} as const satisfies Partial<Readonly<Record<CombineObjection, MessageKey>>>

/** Says that a wish was not carried out. */
export function notDoneWords(t: Translate, wish: DraftWish): string {
  if (wish.does === 'alternative' && wish.of === null) return t('brackets.notOwn')
  if (wish.does === 'combine' && wish.isUndo) return t('merge.combine.notUndone')
  return t(WORDS[wish.does])
}

/** Says why, and what can be done about it. */
export function reasonWords(t: Translate, wish: DraftWish, refusal: Refusal): string {
  if (wish.does === 'combine' && Object.hasOwn(WHY, refusal.code))
    return t(WHY[refusal.code as keyof typeof WHY])
  if (wish.does === 'brackets' && refusal.code === 'passage-unknown') return t('brackets.gone')
  const { message, hint } = errorWords(t, refusal)
  return `${message} ${hint}`
}
