import { useEffect, useMemo, useRef, useState } from 'react'
import { locatePassages, type PassagePlace } from '../../../shared/threads/locate-passage.ts'
import type { ThreadPassage, ThreadSubject } from '../../../shared/threads/thread-facts.ts'
import type { NotesDesk } from './notes-desk.ts'

export type Places = ReadonlyMap<string, PassagePlace>

interface Subject {
  readonly id: string
  readonly subject: ThreadSubject
}

/** Longer than the pause between two keys. */
const REST_MS = 250
/** Where somebody always types, marks are not without their words for longer than this. */
const LATEST_MS = 1000

const NOWHERE: Places = new Map()

/** Finds where the passages of threads stand, again once the text has changed and then rested. */
export function useThreadPlaces(desk: NotesDesk, threads: readonly Subject[]): Places {
  const version = useRestedVersion(desk)
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
    if (written === shown.current) {
      desk.comments.refresh()
      return
    }
    shown.current = written
    setPlaces(new Map(next))
  }, [desk, passages, version])
  return places
}

/** Counts the changes of the text, once it has rested after some, or has not rested for too long. */
function useRestedVersion(desk: NotesDesk): number {
  const [version, setVersion] = useState(desk.version)
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined
    let latest: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      clearTimeout(rest)
      clearTimeout(latest)
      latest = undefined
      setVersion(desk.version())
    }
    const wait = (): void => {
      clearTimeout(rest)
      rest = setTimeout(look, REST_MS)
      latest ??= setTimeout(look, LATEST_MS)
    }
    const stop = desk.subscribe(wait)
    look()
    return () => {
      stop()
      clearTimeout(rest)
      clearTimeout(latest)
    }
  }, [desk])
  return version
}
