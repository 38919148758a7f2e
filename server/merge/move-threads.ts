import type * as Y from 'yjs'
import type { DraftItem } from '../../shared/draft/draft-item.ts'
import type { RoomName } from '../../shared/ids/ids.ts'
import type { CutPiece, Halves } from '../../shared/merge/split-lines.ts'
import { type AnchoredRange, anchorRange } from '../../shared/text/anchor.ts'
import type { Block } from '../../shared/text/block.ts'
import type { MoveMap } from '../../shared/text/moves.ts'
import { locatePassages } from '../../shared/threads/locate-passage.ts'
import type { ThreadFact, ThreadPassage } from '../../shared/threads/thread-facts.ts'
import type { Work } from '../commands/commands.ts'

/** An item before it is split, and how. */
export interface SplitText {
  readonly item: DraftItem
  readonly blocks: readonly Block[]
  readonly halves: Halves
  readonly moves: MoveMap
}

/**
 * Finds the threads of some rooms whose passage stands in the second half alone, before the split; gives what brings
 * them there after it, by the second half's id and its blocks (TH1). A thread on words of both halves, on the whole
 * item or on words that are gone stays.
 */
export function threadsOfSecond(
  work: Work,
  rooms: readonly RoomName[],
  split: SplitText,
): (second: string, written: readonly Block[]) => void {
  const found = rooms.map((room) => ({ room, threads: threadsIn(work.doc(room), split) }))
  return (second, written) => {
    for (const { room, threads } of found) {
      if (threads.length === 0) continue
      work.write(room, (_, doc) => {
        for (const { id, fact, passage, there } of threads) {
          const anchor = anchorRange(written[there.block] as Block, there.from, there.to)
          const subject = { on: 'item', item: second, passage: { ...passage, anchor } }
          if (anchor !== null) doc.getMap('threads').set(id, { ...fact, subject })
        }
      })
    }
  }
}

interface FoundThread {
  readonly id: string
  readonly fact: ThreadFact
  readonly passage: ThreadPassage
  /** Where it stands in the second half. */
  readonly there: AnchoredRange
}

function threadsIn(room: Y.Doc, { item, blocks, halves, moves }: SplitText): FoundThread[] {
  const onItem = [...room.getMap<ThreadFact>('threads').entries()].flatMap(([id, fact]) => {
    const passage = passageIn(fact, item.id)
    return passage === null ? [] : [{ id, fact, passage }]
  })
  const passages = onItem.map(({ passage }) => passage)
  const places = locatePassages(item.text, blocks, passages, moves)
  return onItem.flatMap((thread, index) => {
    const place = places[index] ?? null
    if (place === null || placeIn(halves.first, place) !== null) return []
    const there = placeIn(halves.second, place)
    return there === null ? [] : [{ ...thread, there }]
  })
}

function passageIn({ subject }: ThreadFact, item: string): ThreadPassage | null {
  return subject.on === 'item' && subject.item === item ? subject.passage : null
}

/** Gives the part of a place that stands in one half, in that half's lines. */
function placeIn(half: readonly CutPiece[], { block, from, to }: AnchoredRange): AnchoredRange | null {
  const line = half.findIndex((each) => each.block === block)
  const stretch = half[line]?.pieces[0]
  if (stretch === undefined) return null
  const first = Math.max(from, stretch.from)
  const last = Math.min(to, stretch.to)
  return last > first ? { block: line, from: first - stretch.from, to: last - stretch.from } : null
}
