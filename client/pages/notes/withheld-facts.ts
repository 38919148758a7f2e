import { useCallback, useEffect, useMemo, useState } from 'react'
import type { WaitingWords } from '../../../shared/meeting/late-words.ts'
import { isWithin, lateLines } from '../../../shared/withheld/late-lines.ts'
import type { WithheldFact } from '../../../shared/withheld/withheld-fact.ts'
import { readWithheld, withheldIn } from '../../../shared/withheld/withheld-in.ts'
import { withheldId } from '../../editor/notes/mark-commands.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useLateWords } from '../../meeting/use-late-words.ts'
import { useRoom, useRoomField } from '../../sync/use-room.ts'
import type { NotesDesk } from './notes-desk.ts'
import { useSettledVersion } from './use-desk.ts'

/** A sensitive passage of a topic, as the drafting group has it. */
export interface ShownWithheld {
  readonly id: string
  readonly fact: WithheldFact
  /** The line in which its stub stands; where that was deleted, its first line. Null: neither is there any more. */
  readonly line: string | null
  /** Lines in which words stand that somebody typed into it without knowing. */
  readonly late: readonly string[]
  /** Whose words wait for the chair, as too late for their writer's role or phase. */
  readonly waiting: readonly WaitingWords[]
}

/** Gives a topic's sensitive passages in the order of the notes; null until the drafting room is here. Drafting group only. */
export function useTopicWithheld(desk: NotesDesk, topic: string): readonly ShownWithheld[] | null {
  const { id: meeting, me } = useMeeting()
  const room = useRoom(`m/${meeting}/drafting`, me.id, true)
  const isHere = useRoomField(room, 'text') !== 'none'
  const facts = useWithheldFacts(room.doc)
  const { waiting } = useLateWords()
  const version = useSettledVersion(desk)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the notes.
  return useMemo(() => {
    if (!isHere) return null
    const blocks = desk.blocks
    const order = new Map(blocks.map(({ id }, index) => [id, index]))
    const stubs = stubLines(desk)
    const own = (waiting ?? []).filter((words) => words.room === `notes/${topic}`)
    const placeOf = ({ line }: ShownWithheld): number => order.get(line ?? '') ?? blocks.length
    return [...facts]
      .filter(([, fact]) => fact.topic === topic)
      .map(([id, fact]): ShownWithheld => {
        const first = fact.blocks.find((block) => order.has(block.id))?.id ?? null
        return {
          id,
          fact,
          line: stubs.get(id) ?? first,
          late: lateLines(desk.client.doc, blocks, fact),
          waiting: own.filter(({ beside }) =>
            beside.some(([client, clock]) => isWithin(fact.spans ?? [], { client, clock })),
          ),
        }
      })
      .sort((one, other) => placeOf(one) - placeOf(other))
  }, [isHere, facts, waiting, version, desk, topic])
}

/** Gives what the drafting room holds, again at each change. */
function useWithheldFacts(drafting: Parameters<typeof withheldIn>[0]): ReadonlyMap<string, WithheldFact> {
  const read = useCallback(() => readWithheld(drafting), [drafting])
  const [facts, setFacts] = useState(read)
  useEffect(() => {
    const map = withheldIn(drafting)
    const handle = (): void => setFacts(read())
    handle()
    map.observe(handle)
    return () => map.unobserve(handle)
  }, [drafting, read])
  return facts
}

/** Finds in which line each stub stands. */
function stubLines({ editor }: NotesDesk): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  editor.state.doc.forEach((line) => {
    for (const child of line.children) {
      const id = withheldId(child)
      if (id !== null && !found.has(id)) found.set(id, String(line.attrs.id))
    }
  })
  return found
}
