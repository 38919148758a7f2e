import type * as Y from 'yjs'
import { readFacts } from '../../shared/meeting/read-ledger.ts'

/** Gives the number of the next merge of a meeting. */
export function nextMergeNumber(ledger: Y.Doc): number {
  return Math.max(0, ...[...readFacts(ledger, 'merges').keys()].map(Number)) + 1
}
