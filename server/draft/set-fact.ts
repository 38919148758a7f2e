import type * as Y from 'yjs'
import type { LedgerFacts } from '../../shared/meeting/facts.ts'

/** Sets one value of the ledger. Call it inside a write. */
export function setFact<Root extends keyof LedgerFacts>(
  ledger: Y.Doc,
  root: Root,
  key: string,
  value: LedgerFacts[Root],
): void {
  ledger.getMap<LedgerFacts[Root]>(root).set(key, value)
}
