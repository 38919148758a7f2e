import type * as Y from 'yjs'
import { MinutaError } from '../../shared/errors/errors.ts'
import type { CharId } from '../../shared/text/block.ts'
import { formatsAfter, insertFormatted } from '../../shared/text/format-text.ts'
import { deleteChars, findItem } from '../../shared/text/items.ts'
import { type Run, readRuns } from '../../shared/text/runs.ts'
import type { WithheldBlock } from '../../shared/withheld/withheld-fact.ts'

/** A withheld line, and the item that its words go behind; null: they open the text. */
interface Place {
  readonly block: WithheldBlock
  readonly left: Y.Item | null
}

/** Where the words of a withheld passage go back to. */
export interface Places {
  readonly places: readonly Place[]
  /** The stubs of the passage, copies of them too. */
  readonly stubs: readonly CharId[]
  readonly runs: readonly Run[]
}

/**
 * Finds where withheld lines go back to: in the place of their stubs; at the start of their line where somebody deleted
 * its stub. Throws MinutaError `conflict` where their stub stands in another withheld passage.
 */
export function findPlaces(text: Y.Text, id: string, blocks: readonly WithheldBlock[]): Places {
  const runs = readRuns(text)
  const stubs = runs.flatMap((run) =>
    run.inlines.flatMap((inline) =>
      'atom' in inline && inline.atom.t === 'withheld' && inline.atom['id'] === id
        ? [{ run: run.id, at: inline.at }]
        : [],
    ),
  )
  const places = blocks.map((block) => {
    // A line that was moved took its stub along under another id, if it is the only one.
    const stub = stubs.find(({ run }) => run === block.id) ?? (blocks.length === 1 ? stubs[0] : undefined)
    if (stub !== undefined) return { block, left: findItem(text.doc as Y.Doc, stub.at) }
    const run = runs.find((each) => each.id === block.id)
    if (run === undefined)
      throw new MinutaError('conflict', 'The line of this passage is not in the notes any more.')
    return { block, left: run.item }
  })
  return { places, stubs: stubs.map(({ at }) => at), runs }
}

/**
 * Writes withheld words back and takes their stubs away; what was typed beside them stays. `writeAs` writes a piece
 * under its author. Call it inside a write.
 */
export function putBack(
  transaction: Y.Transaction,
  text: Y.Text,
  { places, stubs, runs }: Places,
  writeAs: (author: string | null, insert: () => void) => void,
): void {
  const known = new Map(
    runs.flatMap(({ item, formats }) => (item === null ? [] : [[item, formats] as const])),
  )
  for (const place of places) {
    let { left } = place
    for (const { insert, formats, author } of place.block.runs) {
      writeAs(author, () => {
        const current = formatsAfter(left, known)
        left = insertFormatted(transaction, text, left, current, insert, formats).left
      })
    }
  }
  for (const at of stubs) deleteChars(transaction, text, at, 1)
}
