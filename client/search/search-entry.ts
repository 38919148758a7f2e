import type * as Y from 'yjs'
import { readItems } from '../../shared/draft/draft-item.ts'
import { blockText } from '../../shared/text/block.ts'
import { isGloss } from '../../shared/text/gloss.ts'
import { renderBlocks } from '../../shared/text/render.ts'

/** One line of the notes, or one item of the draft, that can be found. */
export interface SearchEntry {
  /** Of a line: the topic and the line. Of an item: `draft` and the item. */
  readonly id: string
  /** A topic's id; null: the draft. */
  readonly topic: string | null
  /** The line or the item that a result leads to. */
  readonly target: string
  readonly text: string
  /** Who speaks, as the line says it; null: nobody has been named. */
  readonly speaker: string | null
}

/** Gives the lines of a topic's notes that have words. */
export function entriesOfNotes(topic: string, text: Y.Text): SearchEntry[] {
  return renderBlocks(text).flatMap((block): SearchEntry[] => {
    const words = wordsOf(blockText(block))
    const { speaker } = block.attributes
    if (words === '') return []
    return [
      {
        id: `${topic}/${block.id}`,
        topic,
        target: block.id,
        text: words,
        // A gloss is nobody's words: it is not found under whoever spoke.
        speaker: typeof speaker === 'string' && !isGloss(block.attributes) ? speaker : null,
      },
    ]
  })
}

/** Gives the items of the draft that have words. */
export function entriesOfDraft(draft: Y.Doc): SearchEntry[] {
  return readItems(draft, []).flatMap(({ id, text }): SearchEntry[] => {
    const words = wordsOf(renderBlocks(text).map(blockText).join(' '))
    return words === '' ? [] : [{ id: `draft/${id}`, topic: null, target: id, text: words, speaker: null }]
  })
}

/** Atoms have no words of their own here. */
function wordsOf(text: string): string {
  return text.replaceAll('\uFFFC', ' ').replace(/\s+/g, ' ').trim()
}
