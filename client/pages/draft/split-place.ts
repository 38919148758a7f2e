import type { Node } from '@tiptap/pm/model'
import { type DraftItem, findDraftItem } from '../../../shared/draft/draft-item.ts'
import { isWordless } from '../../../shared/merge/wordless.ts'
import type { Atom } from '../../../shared/text/atom.ts'
import { type Block, blockText } from '../../../shared/text/block.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import type { DraftDesk } from './draft-desk.ts'

/** Where an item would be split. */
export interface SplitPlace {
  readonly item: DraftItem
  readonly blocks: readonly Block[]
  /** Its words, one line for each block. */
  readonly words: string
  /** UTF-16 units of them before the caret. */
  readonly at: number
}

/** Gives the place of the caret in an item, counted in its words; null: the caret is elsewhere, or at one of its ends. */
export function splitPlace({ doc, active }: DraftDesk, id: string): SplitPlace | null {
  const desk = active.current()
  const item = findDraftItem(doc, id)
  if (desk?.item !== id || item === null) return null
  const { doc: shown, selection } = desk.editor.state
  const blocks = renderBlocks(item.text)
  const words = blocks.map(blockText).join('\n')
  // What the editor shows is a moment ahead of the text, or behind it, while somebody types.
  if (readWords(shown, shown.content.size) !== words) return null
  const at = readWords(shown, selection.head).length
  return isWordless(words.slice(0, at)) || isWordless(words.slice(at)) ? null : { item, blocks, words, at }
}

function readWords(shown: Node, to: number): string {
  return shown.textBetween(0, to, '\n', ({ attrs }) =>
    (attrs.atom as Atom | undefined)?.t === 'break' ? '\n' : '\uFFFC',
  )
}
