import type * as Y from 'yjs'
import type { LedgerFacts, TopicFact } from './facts.ts'

/** Gives everything that a root of the ledger holds, by id. Only the server writes there, so the shape is its word. */
export function readFacts<Root extends keyof LedgerFacts>(
  ledger: Y.Doc,
  root: Root,
): ReadonlyMap<string, LedgerFacts[Root]> {
  return new Map(ledger.getMap<LedgerFacts[Root]>(root).entries())
}

/** Gives the topics in the order of the agenda. */
export function readAgenda(ledger: Y.Doc): [id: string, topic: TopicFact][] {
  return [...readFacts(ledger, 'topics')].sort(([, one], [, other]) => one.number - other.number)
}
