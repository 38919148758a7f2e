import { createContext, useContext } from 'react'
import type { ItemType } from '../../../shared/draft/draft-item.ts'
import type { NameLanguage } from '../../../shared/names/name-language.ts'
import type { DraftDesk } from './draft-desk.ts'
import type { CommentActs } from './use-comment-acts.ts'

/** What an item may ask of the page around it. The same object as long as the room is the same. */
export interface DraftActs {
  select(item: string): void
  /** Gives the focus to the item itself, out of its text. */
  focusItem(item: string): void
  /** Shows where an item comes from. */
  openPanel(item: string): void
  /** The caret goes on in the neighbour's text; false: there is none. */
  leave(item: string, step: 1 | -1, x: number | null): boolean
  moveStep(item: string, step: 1 | -1): void
  moveToSection(item: string, section: string): void
  changeType(item: string, type: ItemType): void
  remove(item: string): void
  /** A new item behind one: a recommendation, unless another type is said. */
  newAfter(item: string, type?: ItemType): void
  /** Another version of a recommendation (AD2). */
  newVersion(item: string): void
  /** `of` null: it stands for itself again (AD2). */
  makeAlternative(item: string, of: string | null): void
  newIn(section: string): void
  /** A new item before all others. */
  newFirst(type: ItemType): void
}

/** What every part of the draft page knows. */
export interface Draft {
  readonly desk: DraftDesk
  readonly acts: DraftActs
  readonly comments: CommentActs
  readonly mayWrite: boolean
  /** The whole document is shown, by topic: items can be moved by hand. */
  readonly isWhole: boolean
  /** The documents' language: sub-paragraphs are numbered by its rule. */
  readonly language: NameLanguage
  /** Topics in the order of the agenda and `general`, by name. */
  readonly sections: readonly { readonly id: string; readonly title: string }[]
}

export const DraftContext = createContext<Draft | undefined>(undefined)

/** Gives what the draft page shares with its parts. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext)
  if (!draft) throw new Error('useDraft needs a DraftContext above it')
  return draft
}
