import type * as Y from 'yjs'
import type { SourceFact } from '../../shared/meeting/facts.ts'
import type { ItemLine } from '../../shared/merge/item-lines.ts'

/** What a merge changed of one item, so that it can be taken back. */
export interface ItemRecord {
  readonly sources: readonly SourceFact[]
  readonly taken: Readonly<Record<string, string>>
  readonly itemHash: string
  /** The words that it had, each under its author; null: the merge left them alone. */
  readonly before: readonly ItemLine[] | null
  /** The words that the merge gave it; null: as `before`. */
  readonly after: string | null
  /** The merge took it out of the draft: what `gone` was set to. */
  readonly gone: string | null
  /** Passages that came to it by a combination (`passageKey`); absent: none was combined in it. */
  readonly joined?: readonly string[]
  /** Words of it were withheld since: what it was can't come back. */
  readonly isForgotten?: true
}

/** Root `mergeRecords` of the drafting room, by the merge's number, then by item. */
export type MergeRecord = Readonly<Record<string, ItemRecord>>

/** Gives the records of merges. Only the server writes there, so the shape is its word. */
export function recordsOf(drafting: Y.Doc): Y.Map<MergeRecord> {
  return drafting.getMap<MergeRecord>('mergeRecords')
}

/** Gives the words of passages as they were taken, by item; see `readTaken`. */
export function takenOf(drafting: Y.Doc): Y.Map<Readonly<Record<string, string>>> {
  return drafting.getMap<Readonly<Record<string, string>>>('taken')
}
