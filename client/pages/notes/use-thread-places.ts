import { useEffect, useMemo, useRef, useState } from 'react'
import { locatePassages, type PassagePlace } from '../../../shared/threads/locate-passage.ts'
import type { ThreadPassage, ThreadSubject } from '../../../shared/threads/thread-facts.ts'
import type { NotesDesk } from './notes-desk.ts'
import { useSettledVersion } from './use-desk.ts'

export type Places = ReadonlyMap<string, PassagePlace>

interface Subject {
  readonly id: string
  readonly subject: ThreadSubject
}

const NOWHERE: Places = new Map()

/** Finds where the passages of threads stand, again once the text has changed and then rested. */
export function useThreadPlaces(desk: NotesDesk, threads: readonly Subject[]): Places {
  const version = useSettledVersion(desk)
  const [places, setPlaces] = useState<Places>(NOWHERE)
  const shown = useRef('')
  const passages = useMemo(
    () =>
      threads.flatMap(({ id, subject }): [string, ThreadPassage][] =>
        subject.on === 'notes' ? [[id, subject.passage]] : [],
      ),
    [threads],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another text.
  useEffect(() => {
    const wanted = passages.map(([, passage]) => passage)
    const found = locatePassages(desk.text, desk.blocks, wanted, desk.client.authorship.moves)
    const next = passages.flatMap(([id], index): [string, PassagePlace][] => {
      const place = found[index]
      return place == null ? [] : [[id, place]]
    })
    // Where nothing moved, nothing is drawn.
    const written = JSON.stringify(next)
    if (written === shown.current) return
    shown.current = written
    setPlaces(new Map(next))
  }, [desk, passages, version])
  return places
}
