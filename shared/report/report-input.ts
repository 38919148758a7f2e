import type * as Y from 'yjs'
import { GENERAL_SECTION, type ItemType, readItems } from '../draft/draft-item.ts'
import type {
  AttributionLevel,
  ItemFact,
  MechanismFact,
  MeetingFact,
  MemberFact,
  MergeFact,
  ProvenanceFact,
  TopicFact,
} from '../meeting/facts.ts'
import { readFullProvenance } from '../meeting/full-provenance.ts'
import { readAgenda, readFacts } from '../meeting/read-ledger.ts'
import type { NameLanguage } from '../names/name-language.ts'
import type { Block } from '../text/block.ts'
import { renderBlocks } from '../text/render.ts'
import { readWithheld } from '../withheld/withheld-in.ts'

/** One item of the draft, as a reader sees it. */
export interface ReportItem {
  readonly id: string
  readonly type: ItemType
  /** A topic's id, or `general`. */
  readonly section: string
  /** The recommendation that it is another version of (AD2). */
  readonly alternativeOf?: string | null
  readonly blocks: readonly Block[]
}

/** The draft's part of what a document is made of. */
export interface DraftInput {
  /** In the order of the draft. */
  readonly items: readonly ReportItem[]
  /** Items that were removed from the draft. */
  readonly removed: number
}

/** The ledger's part of what a document is made of. */
export interface LedgerInput {
  readonly meeting: MeetingFact
  /** In the order of the agenda. */
  readonly topics: readonly (readonly [id: string, topic: TopicFact])[]
  readonly mechanisms: ReadonlyMap<string, MechanismFact>
  readonly members: ReadonlyMap<string, MemberFact>
  readonly provenance: ReadonlyMap<string, ProvenanceFact>
  readonly itemFacts: ReadonlyMap<string, ItemFact>
  readonly merges: ReadonlyMap<string, MergeFact>
  /** How many passages of each topic's notes are kept for the drafting group. */
  readonly withheld: ReadonlyMap<string, number>
}

/** Everything a document is made of. Nothing else may tell it anything. */
export interface ReportInput extends DraftInput, LedgerInput {}

/** What whoever exports chooses. */
export interface ReportOptions {
  /** The most that is told of who spoke; topics and interventions can lower it. */
  readonly attribution: AttributionLevel
  readonly language: NameLanguage
  /** Topics, and `general`, that go in; null for all. */
  readonly sections: readonly string[] | null
  readonly brackets: 'kept' | 'stripped'
}

/** Reads the ledger's part, with what is withheld there of who spoke; null for a meeting whose facts are not there. */
export function readLedgerInput(ledger: Y.Doc, drafting: Y.Doc): LedgerInput | null {
  const meeting = readFacts(ledger, 'meeting').get('meeting')
  if (meeting === undefined) return null
  return {
    meeting,
    topics: readAgenda(ledger),
    mechanisms: readFacts(ledger, 'mechanisms'),
    members: readFacts(ledger, 'members'),
    provenance: readFullProvenance(ledger, drafting),
    itemFacts: readFacts(ledger, 'itemFacts'),
    merges: readFacts(ledger, 'merges'),
    withheld: countWithheld(drafting),
  }
}

function countWithheld(drafting: Y.Doc): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { topic } of readWithheld(drafting).values()) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return counts
}

/** Reads the draft's part: the topics' items in the order of the agenda, those of no topic last. Copies all it gives. */
export function readDraftInput(draft: Y.Doc, topics: readonly string[]): DraftInput {
  const items = readItems(draft, [...topics, GENERAL_SECTION]).map(({ text, ...item }) => {
    const { id, type, section, alternativeOf } = item
    return { id, type, section, alternativeOf, blocks: renderBlocks(text) }
  })
  return { items, removed: draft.getMap('items').size - items.length }
}
