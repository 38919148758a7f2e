import type { LookAgain } from './merge-plan.ts'

/** An item of the draft that is combined with others. */
export interface ItemParent {
  readonly item: string
  /** Hash of its words as somebody saw them (MG3). */
  readonly hash: string
}

/** A recommendation of the notes that no item comes from yet. */
export interface PassageParent {
  readonly topic: string
  /** The passage's id. */
  readonly passage: string
  readonly hash: string
}

export type Parent = ItemParent | PassageParent

/** What a person decided about recommendations that ask for the same (MG4). */
export interface Combining {
  /** The first one stays, with its place and all that hangs on it; the others leave the draft. Items come first. */
  readonly parents: readonly Parent[]
  /** The wording that was chosen or written, line by line; absent: that of the first. */
  readonly words?: string | undefined
  /** Somebody has been told that the chair has decided about one of them, and wants it all the same. */
  readonly evenDecided: boolean
}

/** Why nothing was combined; `decided`: the chair has decided about it, and nobody has said that this is no obstacle. */
export type CombineObjection = LookAgain | 'decided'

/** What combining did. All of it is done, or nothing. */
export interface CombineResult {
  /** The number under which it can be undone and taken apart; null: nothing was done. */
  readonly merge: number | null
  /** The item that holds all of them. */
  readonly item: string | null
  /** Which parents, by their place in the list, need another look. */
  readonly again: readonly { readonly parent: number; readonly why: CombineObjection }[]
}

/** What taking apart did. */
export interface TakeApartResult {
  /** The item that was combined; it stays. */
  readonly item: string
  /** Items that are in the draft again. */
  readonly back: readonly string[]
  /** It was edited in the same places since, and keeps the words that it has. */
  readonly keepsWords: boolean
  /** Then its own words are this item, also among `back`; null: it has them itself, or had none. */
  readonly twin: string | null
}

/** Tells an item of the draft from a passage of the notes. */
export function isItemParent(parent: Parent): parent is ItemParent {
  return 'item' in parent
}
