import type {
  AgainChoice,
  Choice,
  LookAgain,
  MergePlan,
  PlannedPassage,
} from '../../../shared/merge/merge-plan.ts'

/** A choice that came back, with the passage as the plan had it. */
export interface CameBack {
  readonly passage: PlannedPassage
  readonly why: LookAgain
}

/** Names a passage within a meeting. Ids hold no slash (format.md). */
export function keyOf({ topic, id }: Pick<PlannedPassage, 'topic' | 'id'>): string {
  return `${topic}/${id}`
}

/** Gives the choices for all that is not left out: each names the words that were looked at (MG3). */
export function choicesOf({ proposals }: MergePlan, leftOut: ReadonlySet<string>): Choice[] {
  return proposals.flatMap(({ passage }) => {
    const { topic, id, hash } = passage
    return leftOut.has(keyOf(passage)) ? [] : [{ topic, passage: id, hash, take: true }]
  })
}

/** Says what a plan proposes, so that two plans can be told apart. */
export function fingerprint({ proposals }: MergePlan): string {
  return proposals.map(({ passage }) => `${keyOf(passage)}/${passage.hash}`).join(' ')
}

/** Puts the passages, as they were shown, to the choices that came back. */
export function cameBack({ proposals }: MergePlan, again: readonly AgainChoice[]): CameBack[] {
  const shown = new Map(proposals.map(({ passage }) => [keyOf(passage), passage]))
  return again.flatMap(({ topic, passage: id, why }) => {
    const passage = shown.get(keyOf({ topic, id }))
    return passage === undefined ? [] : [{ passage, why }]
  })
}
