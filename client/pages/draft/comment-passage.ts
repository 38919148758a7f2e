import type * as Y from 'yjs'
import { blockText } from '../../../shared/text/block.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { passageOf } from '../../../shared/threads/passage-of.ts'
import type { ThreadPassage } from '../../../shared/threads/thread-facts.ts'

/**
 * Gives the passage of the words that are selected in an item, within one of its lines; null where none are: then the
 * whole item is meant. Read off the page, where an item may stand with or without an editor.
 */
export function selectedPassage(item: string, text: Y.Text): ThreadPassage | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  const place = document.querySelector(`article[data-item="${CSS.escape(item)}"] .draft-text`)
  const lines = [...(place?.querySelectorAll('[data-line]') ?? [])]
  const index = lines.findIndex((line) => line.contains(startContainer))
  const line = lines[index]
  const block = renderBlocks(text)[index]
  if (line === undefined || block === undefined || place?.contains(endContainer) !== true) return null
  const words = blockText(block)
  const from = lengthUpTo(line, startContainer, startOffset)
  const to = line.contains(endContainer) ? lengthUpTo(line, endContainer, endOffset) : words.length
  const chosen = words.slice(from, to)
  const start = from + (chosen.length - chosen.trimStart().length)
  return passageOf(text, block, start, start + chosen.trim().length)
}

/** Counts the characters of a line before a place: what is not text (carets of others) has none, an atom has one. */
export function lengthUpTo(line: Element, container: Node, offset: number): number {
  const range = document.createRange()
  range.selectNodeContents(line)
  // The page may have been drawn anew since the place was read.
  const most = container instanceof CharacterData ? container.length : container.childNodes.length
  range.setEnd(container, Math.min(offset, most))
  const before = document.createElement('div')
  before.append(range.cloneContents())
  for (const extra of before.querySelectorAll('.remote-caret, .ProseMirror-separator')) extra.remove()
  for (const atom of before.querySelectorAll('[data-atom]')) atom.replaceWith('\uFFFC')
  return before.textContent?.length ?? 0
}
