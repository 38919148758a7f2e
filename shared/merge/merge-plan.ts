import type { AttributionLevel } from '../meeting/facts.ts'
import type { ThreeWayPart } from './three-way.ts'

/** A passage of the notes as a plan shows it and names it: plain data, as it travels. */
export interface PlannedPassage {
  readonly topic: string
  /** The passage's id: that of its first block. */
  readonly id: string
  /** Ids of its blocks, in order. */
  readonly blocks: readonly string[]
  /** Hash of its words when the plan was made: a choice carries it back (MG3). */
  readonly hash: string
  /** The lines' `speaker` (format.md); null: nobody was named. */
  readonly speaker: string | null
  /** How much of who said it may be told: the intervention's own level, or the topic's cap where that tells less. */
  readonly attribution: AttributionLevel
  /** BCP 47; null: the meeting's language. */
  readonly lang: string | null
  /** One line for each line of the notes; an atom reads as U+FFFC. */
  readonly words: string
}

/** A recommendation that no item of the draft comes from: it would become an item of its own. */
export interface NewProposal {
  readonly change: 'new'
  readonly passage: PlannedPassage
  /** The section of the draft in which it would stand: its topic. */
  readonly section: string
}

/** An item of the draft as it was when the plan was made. */
export interface PlannedItem {
  readonly id: string
  /** Hash of its words: a choice carries it back (MG3). */
  readonly hash: string
  readonly words: string
  /** Adopted: its words are not touched, whatever the notes say (MG2). */
  readonly isAdopted: boolean
}

/**
 * The words of a passage are others than when they were taken. `update`: nobody has edited the item since, it takes the
 * passage's wording; `three-way`: both were edited, in different places; `conflict`: both in the same place.
 */
export interface ChangedProposal {
  readonly change: 'update' | 'three-way' | 'conflict'
  readonly passage: PlannedPassage
  readonly item: PlannedItem
  /** The passage's words as they were taken; null: not known. */
  readonly taken: string | null
  /** What comes of both wordings; without a conflict, its words are those that the item would have. */
  readonly parts: readonly ThreeWayPart[]
}

/** Why a passage stands behind an item no more. */
export type WithdrawnWhy = 'gone' | 'other-kind' | 'no-words' | 'withheld'

/** A passage that an item comes from is no recommendation of the notes any more. */
export interface WithdrawnProposal {
  readonly change: 'withdrawn'
  readonly topic: string
  /** The passage's id. */
  readonly id: string
  readonly why: WithdrawnWhy
  readonly item: PlannedItem
  /** The passage's words as they were taken; null: not known, or kept for the drafting group since. */
  readonly taken: string | null
  /** Whether other passages stand behind the item. */
  readonly hasOthers: boolean
}

/** The words are the same; who said them, or how much may be told of it, is not. */
export interface AttributionProposal {
  readonly change: 'attribution'
  readonly passage: PlannedPassage
  readonly item: PlannedItem
  /** As it was when it was taken. */
  readonly was: { readonly speaker: string | null; readonly attribution: AttributionLevel }
}

/** What a merge could do with one passage, told apart by `change` (MG1). */
export type Proposal = NewProposal | ChangedProposal | WithdrawnProposal | AttributionProposal

/** What a merge would do. Nothing happens by it: a person chooses (MG2). */
export interface MergePlan {
  /** What is new in the order of the agenda, then of the notes; then what has changed, in the order of the draft. */
  readonly proposals: readonly Proposal[]
  /** How many recommendations stand behind an item already, so that nothing is proposed for them. */
  readonly unchanged: number
  /** How many recommendations are left out, since words of theirs are kept for the drafting group. */
  readonly withheld: number
}

/** What a person decided about one proposal. */
export interface Choice {
  readonly topic: string
  /** The passage's id. */
  readonly passage: string
  /** What the proposal was made from, as the plan had it: {@link proposalHash}. */
  readonly hash: string
  /** The item that it is about; absent: a new one. */
  readonly item?: string | undefined
  /** `false`: the draft stays as it is, and the same change is not proposed again. */
  readonly take: boolean
  /** Another wording than the proposed one, line by line; absent: as proposed. A conflict needs it. */
  readonly words?: string | undefined
}

/** Why a choice was not carried out: it needs another look. */
export type LookAgain = 'changed' | 'gone' | 'merged' | 'adopted'

/** A choice that was not carried out. */
export interface AgainChoice {
  readonly topic: string
  readonly passage: string
  readonly item?: string | undefined
  /**
   * `changed`: other words now, in the notes or in the draft; `gone`: nothing of the kind is proposed any more; `merged`:
   * somebody else took it; `adopted`: the item is, and stays.
   */
  readonly why: LookAgain
}

/** What a merge did. */
export interface MergeResult {
  /** The merge's number; null when no choice could be carried out, and then nothing was written. */
  readonly merge: number | null
  /** Ids of the new items, in the order in which they stand in the draft. */
  readonly items: readonly string[]
  /** Ids of the items that it changed: their words, where they come from, or that they are there. */
  readonly changed: readonly string[]
  readonly again: readonly AgainChoice[]
}

/** What undoing a merge did. */
export interface UndoResult {
  /** Items taken out of the draft: their passages are new again. */
  readonly removed: readonly string[]
  /** Items that have the words and sources again that they had before. */
  readonly restored: readonly string[]
  /** Items that stay, with their sources, since somebody has changed them. */
  readonly kept: readonly string[]
}
