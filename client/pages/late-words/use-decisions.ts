import { nanoid } from 'nanoid'
import { useEffect, useRef, useState } from 'react'
import type { WaitingWords } from '../../../shared/meeting/late-words.ts'
import { ApiError } from '../../api/api-error.ts'
import { post } from '../../api/request.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'

export type Verb = 'admit' | 'take' | 'drop'

/** What can be done with late words, and what is under way. */
export interface Decisions {
  readonly busy: ReadonlyMap<string, Verb>
  /** Why the last decision about some words was not carried out. */
  readonly refusals: ReadonlyMap<string, ApiError>
  /** Texts that were taken on this page and not let go: the server gives them out once. */
  readonly taken: readonly WaitingWords[]
  /** Decided about on this page; the list may not know it yet. */
  readonly gone: ReadonlySet<string>
  decide(words: WaitingWords, verb: Verb): Promise<void>
  letGo(id: string): void
}

/** Outlive the page's component: whoever looks up the notes and comes back finds them. */
const takenByChair = new Map<string, readonly WaitingWords[]>()

/** `onDone` hears what was done, or that somebody else has decided before (null). */
export function useDecisions(onDone: (words: WaitingWords, verb: Verb | null) => void): Decisions {
  const { id: meeting, me } = useMeeting()
  const place = `${meeting} ${me.id}`
  const [busy, setBusy] = useState<ReadonlyMap<string, Verb>>(new Map())
  const [refusals, setRefusals] = useState<ReadonlyMap<string, ApiError>>(new Map())
  const [taken, setTaken] = useState(() => takenByChair.get(place) ?? [])
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const keys = useRef(new Map<string, string>())
  useWarning(taken.length > 0)

  const keep = (now: readonly WaitingWords[]): void => {
    takenByChair.set(place, now)
    setTaken(now)
  }
  const decide = async (words: WaitingWords, verb: Verb): Promise<void> => {
    const { id } = words
    // The same wish keeps its key until it is answered: asking again after a lost answer decides once.
    const wish = `${id} ${verb}`
    const key = keys.current.get(wish) ?? nanoid()
    keys.current.set(wish, key)
    setBusy((before) => new Map(before).set(id, verb))
    setRefusals((before) => without(before, id))
    try {
      const path = `/api/meetings/${meeting}/late-words/${id}/${verb}`
      const { words: text } = await post<{ words: string }>(path, {}, { key })
      if (verb === 'take') keep([...(takenByChair.get(place) ?? []), { ...words, words: text }])
      setGone((before) => new Set(before).add(id))
      onDone(words, verb)
    } catch (thrown) {
      const refusal = thrown instanceof ApiError ? thrown : new ApiError('internal', String(thrown), '', 0)
      if (refusal.code !== 'offline' && refusal.status < 500) keys.current.delete(wish)
      // Admitting also conflicts where the text has moved on: then the words still wait.
      if (refusal.code === 'not-found' || (refusal.code === 'conflict' && verb !== 'admit'))
        onDone(words, null)
      else setRefusals((before) => new Map(before).set(id, refusal))
    } finally {
      setBusy((before) => without(before, id))
    }
  }
  const letGo = (id: string): void => keep(taken.filter((each) => each.id !== id))
  return { busy, refusals, taken, gone, decide, letGo }
}

function without<Value>(map: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> {
  const rest = new Map(map)
  rest.delete(id)
  return rest
}

/** Leaving the page would lose what was taken. */
function useWarning(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isOn])
}
