import type * as Y from 'yjs'
import { lowerLevel } from '../../shared/meeting/attribution.ts'
import type { ProvenanceFact, SourceFact } from '../../shared/meeting/facts.ts'
import { type DraftingSources, isWithheld } from '../../shared/meeting/full-provenance.ts'
import type { TopicReaders } from '../../shared/permissions/principal.ts'

/** Where items come from, divided by who may know it. */
export interface DividedProvenance {
  /** As everybody of the meeting may know it. */
  readonly ledger: ReadonlyMap<string, ProvenanceFact>
  /** All sources of those items of which the ledger withholds one. */
  readonly drafting: DraftingSources
}

/**
 * Divides where items come from between ledger and drafting room: a room holds nothing that one of its readers may
 * not see (design §2). `topics` says who may open the notes of each.
 */
export function divideProvenance(
  provenance: ReadonlyMap<string, ProvenanceFact>,
  topics: ReadonlyMap<string, TopicReaders>,
): DividedProvenance {
  const ledger = new Map<string, ProvenanceFact>()
  const drafting = new Map<string, Pick<ProvenanceFact, 'sources'>>()
  for (const [item, { sources, itemHash }] of provenance) {
    const told = sources.map((source) => (isOpen(source, topics) ? source : withheld(source)))
    ledger.set(item, { sources: told, itemHash })
    if (told.some(isWithheld)) drafting.set(item, { sources })
  }
  return { ledger, drafting }
}

/** Writes into the drafting room what the ledger withholds of these items, and lets go of what it tells itself. */
export function writeWithheld(drafting: Y.Doc, items: Iterable<string>, withheldOf: DraftingSources): void {
  const root = drafting.getMap<Pick<ProvenanceFact, 'sources'>>('provenance')
  for (const id of items) {
    const sources = withheldOf.get(id)
    if (sources !== undefined) root.set(id, sources)
    else if (root.has(id)) root.delete(id)
  }
}

// Two reasons to withhold: not everybody may open the notes, or less than the country may be told of who spoke.
function isOpen({ topic, attribution }: SourceFact, topics: ReadonlyMap<string, TopicReaders>): boolean {
  return topics.get(topic) === 'all' && lowerLevel(attribution, 'country') === 'country'
}

// Field by field: what a source comes to hold later is withheld too.
function withheld({ topic, attribution, merge }: SourceFact): SourceFact {
  return { topic, attribution, merge, blocks: [], hash: null, speaker: null }
}
