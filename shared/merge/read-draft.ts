import type * as Y from 'yjs'
import { readItems } from '../draft/draft-item.ts'
import type { ItemFact } from '../meeting/facts.ts'
import { blockText } from '../text/block.ts'
import { renderBlocks } from '../text/render.ts'
import { textHash } from '../text/text-hash.ts'
import type { DraftedItem, TakenWords } from './changes.ts'

/** Gives the items of a draft as a plan needs them, in the order of the draft, without those that were removed. */
export function plannedItems(
  draft: Y.Doc,
  sections: readonly string[],
  facts: ReadonlyMap<string, ItemFact>,
): DraftedItem[] {
  return readItems(draft, sections).map((item) => {
    const blocks = renderBlocks(item.text)
    const words = blocks.map(blockText).join('\n')
    let hash: string | null = null
    return {
      id: item.id,
      words,
      isAdopted: facts.get(item.id)?.status === 'adopted',
      blocks,
      // Few items are proposed to be changed, and hashing is most of the work.
      get hash() {
        hash ??= textHash(words)
        return hash
      },
    }
  })
}

/** Reads the words of passages as they were taken: root `taken` of the drafting room, which chair and rapporteurs read. */
export function readTaken(drafting: Y.Doc): TakenWords {
  return new Map(drafting.getMap<Readonly<Record<string, string>>>('taken').entries())
}
