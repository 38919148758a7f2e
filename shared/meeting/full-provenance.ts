import type * as Y from 'yjs'
import type { ProvenanceFact, SourceFact } from './facts.ts'
import { readFacts } from './read-ledger.ts'

/** Sources by item, all that is known of them: root `provenance` of the drafting room, which chair and rapporteurs read. */
export type DraftingSources = ReadonlyMap<string, Pick<ProvenanceFact, 'sources'>>

/** Says that a source stands in the ledger only as far as everybody of the meeting may know it. */
export function isWithheld({ hash }: SourceFact): boolean {
  return hash === null
}

/** Says whether the drafting room tells more of where items come from. */
export function hasWithheld(ledger: ReadonlyMap<string, ProvenanceFact>): boolean {
  return [...ledger.values()].some(({ sources }) => sources.some(isWithheld))
}

/**
 * Gives where items come from, with what is withheld from the ledger: for chair and rapporteurs, and for the server.
 * Items are those of the ledger, whatever else the drafting room holds.
 */
export function fullProvenance(
  ledger: ReadonlyMap<string, ProvenanceFact>,
  drafting: DraftingSources,
): ReadonlyMap<string, ProvenanceFact> {
  return new Map(
    [...ledger].map(([item, fact]) => [
      item,
      { ...fact, sources: drafting.get(item)?.sources ?? fact.sources },
    ]),
  )
}

/** Reads it from both rooms. */
export function readFullProvenance(ledger: Y.Doc, drafting: Y.Doc): ReadonlyMap<string, ProvenanceFact> {
  return fullProvenance(readFacts(ledger, 'provenance'), readDraftingSources(drafting))
}

/** Reads what only chair and rapporteurs may know of where items come from. */
export function readDraftingSources(drafting: Y.Doc): DraftingSources {
  return new Map(drafting.getMap<Pick<ProvenanceFact, 'sources'>>('provenance').entries())
}
