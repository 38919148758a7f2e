import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { get } from '../../api/request.ts'
import type { Capture } from '../../editor/notes/capture.ts'
import { captureOf } from '../../editor/notes/capture-options.ts'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import type { RoomClient } from '../../sync/room-client.ts'
import { useDeskWords } from './desk-words.ts'
import type { TimesAnswer } from './line-times.ts'
import { NotesDesk } from './notes-desk.ts'

/** Longer than the pause between two keys. */
const SETTLE_MS = 400

/** Gives the desk of a topic's notes while the component stands; null before its editor is made. */
export function useDesk(client: RoomClient, topic: Topic, mayWrite: boolean): NotesDesk | null {
  const { id } = useMeeting()
  const words = useDeskWords(topic)
  const latest = useRef({ words, mayWrite })
  latest.current = { words, mayWrite }
  const [desk, setDesk] = useState<NotesDesk | null>(null)
  useLayoutEffect(() => {
    const room = encodeURIComponent(`notes/${topic.id}`)
    const askTimes = async (): Promise<TimesAnswer> => {
      return (await get<{ blocks: TimesAnswer }>(`/api/meetings/${id}/rooms/${room}/times`)).blocks
    }
    const made = new NotesDesk(client, latest.current.words, askTimes, latest.current.mayWrite)
    setDesk(made)
    return () => {
      setDesk(null)
      made.destroy()
    }
  }, [client, id, topic.id])
  useLayoutEffect(() => desk?.setWords(words), [desk, words])
  return desk
}

/** Gives something read off the desk; the component is drawn again only when that is another value. */
export function useFromDesk<Value>(desk: NotesDesk, read: (desk: NotesDesk) => Value): Value {
  return useSyncExternalStore(desk.subscribe, () => read(desk))
}

/** Has the component drawn again when something has changed in the editor and then nothing for a moment. */
export function useSettledVersion(desk: NotesDesk): number {
  const [version, setVersion] = useState(desk.version)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => setVersion(desk.version()), SETTLE_MS)
    }
    look()
    const stop = desk.subscribe(look)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [desk])
  return version
}

/** Gives what keys mean in the editor now. */
export function useCapture(desk: NotesDesk): Capture {
  return useSyncExternalStore(desk.subscribe, () => captureOf(desk.editor.state))
}
