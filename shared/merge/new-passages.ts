import type { AttributionLevel } from '../meeting/facts.ts'
import type { Passage } from '../notes/passage.ts'
import { passageKey } from './passage-key.ts'
import { withoutCopies } from './planned-passage.ts'

/** The notes of one topic, as far as a plan needs them. */
export interface TopicNotes {
  readonly topic: string
  /** At most this much is told of who spoke here. */
  readonly cap: AttributionLevel
  readonly passages: readonly Passage[]
}

/** The recommendations of one topic, told apart by what a merge could do with them. */
export interface SortedPassages {
  /** No item comes from them. */
  readonly fresh: readonly Passage[]
  /** An item comes from them. */
  readonly merged: readonly Passage[]
  /** How many are left out, since words of theirs are kept for the drafting group. */
  readonly withheld: number
}

/** Sorts the recommendations of a topic. One without words is in neither; `merged` names passages by {@link passageKey}. */
export function sortPassages(passages: readonly Passage[], merged: ReadonlySet<string>): SortedPassages {
  const fresh: Passage[] = []
  const taken: Passage[] = []
  let withheld = 0
  for (const passage of withoutCopies(passages.filter(({ kind }) => kind === 'recommendation'))) {
    if (merged.has(passageKey(passage.topic, passage.id))) taken.push(passage)
    else if (passage.isWithheld) withheld += 1
    else if (passage.words !== '') fresh.push(passage)
  }
  return { fresh, merged: taken, withheld }
}
