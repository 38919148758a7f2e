import type { Status } from '../../../shared/meeting/facts.ts'
import type { Placed } from '../../outbox/wished-draft.ts'
import type { View } from './view-query.ts'

/** What filters look at in an item. */
export interface Filtered extends Placed {
  readonly status: Status
  readonly mechanisms: readonly string[]
  readonly hasBrackets: boolean
  readonly hasComments: boolean
}

/** Whether an item is among those that a view shows. Only recommendations have a status. */
export function isShownIn(view: View, item: Filtered): boolean {
  if (view.by !== 'topic' && item.type !== 'recommendation') return false
  if (view.status !== null && (item.type !== 'recommendation' || item.status !== view.status)) return false
  if (view.mechanism !== null && !item.mechanisms.includes(view.mechanism)) return false
  if (view.topic !== null && item.section !== view.topic) return false
  if (view.withBrackets && !item.hasBrackets) return false
  return !view.withComments || item.hasComments
}

/** Gives the mechanisms behind a line's speaker. */
export function mechanismsOf(speakers: readonly (string | null)[]): string[] {
  const ids = speakers.flatMap((speaker) => (speaker ?? '').split(','))
  return [...new Set(ids.flatMap((id) => (id.startsWith('m:') ? [id.slice(2)] : [])))]
}
