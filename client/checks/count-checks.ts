import type * as Y from 'yjs'
import { interventionsOf, statusOf } from '../../shared/checks/own-interventions.ts'
import type { Block } from '../../shared/text/block.ts'
import { readTopicChecks } from './topic-checks.ts'

/** What is left to do about checks in one topic. */
export interface CheckWork {
  /** Interventions of the reader's mechanism that are not confirmed as they read now. */
  readonly toCheck: number
  /** Corrections that nobody has decided about. */
  readonly corrections: number
}

/** Counts it; without a mechanism there is nothing to check. */
export function countChecks(doc: Y.Doc, blocks: readonly Block[], mechanism: string | null): CheckWork {
  const { checks, corrections } = readTopicChecks(doc)
  const own = mechanism === null ? [] : interventionsOf(mechanism, blocks)
  return {
    toCheck: own.filter((each) => statusOf(each, mechanism ?? '', checks).is !== 'confirmed').length,
    corrections: corrections.filter(({ state }) => state === 'open').length,
  }
}
