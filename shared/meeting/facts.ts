import type { Phase, Role, TopicReaders } from '../permissions/principal.ts'

/** The concept note's own five kinds, in the order of their digit keys. */
export const KINDS = ['trend', 'good-practice', 'lesson', 'challenge', 'recommendation'] as const
export type Kind = (typeof KINDS)[number]

/** How much of who said a thing may be told, from most to least (domain.md, Attribution in the outside world). */
export const ATTRIBUTION_LEVELS = ['named', 'country', 'region', 'participants', 'none'] as const
export type AttributionLevel = (typeof ATTRIBUTION_LEVELS)[number]

/** Status of a recommendation, in the order in which it usually goes on. */
export const STATUSES = [
  'proposed',
  'under-discussion',
  'bracketed',
  'agreed-ad-referendum',
  'agreed',
  'adopted',
  'withdrawn',
] as const
export type Status = (typeof STATUSES)[number]

// What the ledger holds (format.md, Facts): one plain JSON value per thing, under its id. Ids in, words out where notes
// may be restricted. Never an address or e-mail.

/** The one value of root `meeting`, under the key `meeting`. */
export interface MeetingFact {
  readonly title: string
  readonly shortTitle: string
  /** What kind of meeting it is, as its documents call it: "Consultative meeting". */
  readonly form: string
  readonly place: string
  /** Calendar dates, `YYYY-MM-DD`, in the meeting's time zone. */
  readonly startsOn: string
  readonly endsOn: string
  /** IANA name. */
  readonly timeZone: string
  readonly convener: string
  /** BCP 47: the language of its documents, and of a line that names none. */
  readonly lang: string
  readonly phase: Phase
  /** Fewer mechanisms than this under one label, and the next attribution level is taken (k). */
  readonly smallestGroup: number
  /** Its text is invented, and every page and every document says so. */
  readonly isSample: boolean
}

/** Root `topics`. */
export interface TopicFact {
  readonly number: number
  readonly title: string
  /** For the rail; the full title where there is none. */
  readonly shortTitle: string | null
  /** `YYYY-MM-DDTHH:MM` by the clock of the meeting's place, or null while it has no hour. */
  readonly startsAt: string | null
  readonly endsAt: string | null
  readonly readers: TopicReaders
  /** At most this much is told of who spoke here. */
  readonly cap: AttributionLevel
}

/** Root `mechanisms`. */
export interface MechanismFact {
  /** ISO 3166-1 alpha-3; a code of one's own (X…) for what is no country there. */
  readonly code: string
  /** The country's name where the code is not in ISO 3166-1; else null, and the name follows the reader's language. */
  readonly country: string | null
  readonly name: string
  readonly shortName: string
  readonly region: string
}

/** Root `members`. */
export interface MemberFact {
  readonly name: string
  readonly role: Role
  readonly mechanism: string | null
  /** 0-5: one of six colours; 6 and more: the same again with another line style. */
  readonly colour: number
  /** Topics that a rapporteur notes. */
  readonly topics: readonly string[]
}

/**
 * One passage behind an item, as it was when it was taken (provenance). Where not everybody of the meeting may know
 * it, the ledger withholds it: no blocks, no hash, no speaker. Then the whole of it stands in the drafting room.
 */
export interface SourceFact {
  readonly topic: string
  /** The passage's blocks, in order; the first one's id is the passage's. None: withheld. */
  readonly blocks: readonly string[]
  /** Hash of the passage's words as they were taken. Null: withheld. */
  readonly hash: string | null
  /** The line's `speaker`: who said it. Null: nobody was named, or it is withheld. */
  readonly speaker: string | null
  /** How much of it may be told: the intervention's own level, or the topic's cap where that tells less. */
  readonly attribution: AttributionLevel
  /** Number of the merge that took it. */
  readonly merge: number
  /** The passage is no recommendation of the notes any more, and somebody chose to keep the item all the same. */
  readonly isLetGo?: true
}

/** Root `provenance`, by item. In the drafting room: only the sources, of items of which the ledger withholds one. */
export interface ProvenanceFact {
  readonly sources: readonly SourceFact[]
  /** Hash of the item's words as the merge left them: differs once somebody edits the draft. */
  readonly itemHash: string
}

/** Root `merges`, by number. */
export interface MergeFact {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly by: string
  /** Items it made. */
  readonly items: readonly string[]
  /** Items that it changed; absent: none. */
  readonly changed?: readonly string[]
  /** The item in which it combined others; absent: it combined none. */
  readonly combined?: string
  readonly undone: { readonly at: number; readonly by: string } | null
}

/** Root `itemFacts`, by item. */
export interface ItemFact {
  readonly status: Status
}

/**
 * The one value of root `lateWords`, under the key `lateWords`. It tells that there is something new to ask the server
 * for, and nothing of what: late words are the chair's to see.
 */
export interface LateWordsFact {
  /** How often words came too late, or were decided about. */
  readonly changes: number
}

/** Root `seeAlso`, by the ids of two items, the smaller first, with a slash between: they ask for nearly the same. */
export interface SeeAlsoFact {
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What each root of the ledger holds. */
export interface LedgerFacts {
  readonly meeting: MeetingFact
  readonly topics: TopicFact
  readonly mechanisms: MechanismFact
  readonly members: MemberFact
  readonly provenance: ProvenanceFact
  readonly merges: MergeFact
  readonly itemFacts: ItemFact
  readonly lateWords: LateWordsFact
  readonly seeAlso: SeeAlsoFact
}
