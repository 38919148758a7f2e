import type { AttributionLevel } from '../meeting/facts.ts'

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

/** What a merge could do with one passage, told apart by `change` (MG1). */
export type Proposal = NewProposal

/** What a merge would do. Nothing happens by it: a person chooses (MG2). */
export interface MergePlan {
  /** In the order of the agenda, then of the notes. */
  readonly proposals: readonly Proposal[]
  /** How many recommendations stand behind an item already, so that nothing is proposed for them. */
  readonly unchanged: number
  /** How many recommendations are left out, since words of theirs are kept for the drafting group. */
  readonly withheld: number
}

/** One proposal that a person takes. */
export interface Choice {
  readonly topic: string
  /** The passage's id. */
  readonly passage: string
  /** The passage's hash, as the plan had it. */
  readonly hash: string
  readonly take: true
  /** Another wording than the passage's own, line by line; absent: as it stands in the notes. */
  readonly words?: string | undefined
}

/** Why a choice was not carried out: it needs another look. */
export type LookAgain = 'changed' | 'gone' | 'merged'

/** A choice that was not carried out. */
export interface AgainChoice {
  readonly topic: string
  readonly passage: string
  /** `changed`: other words now; `gone`: no recommendation any more; `merged`: somebody else took it. */
  readonly why: LookAgain
}

/** What a merge did. */
export interface MergeResult {
  /** The merge's number; null when no choice could be carried out, and then nothing was written. */
  readonly merge: number | null
  /** Ids of the new items, in the order in which they stand in the draft. */
  readonly items: readonly string[]
  readonly again: readonly AgainChoice[]
}

/** What undoing a merge did. */
export interface UndoResult {
  /** Items taken out of the draft: their passages are new again. */
  readonly removed: readonly string[]
  /** Items that stay, with their sources, since somebody has changed them. */
  readonly kept: readonly string[]
}
