import { nanoid } from 'nanoid'
import { useRef, useState } from 'react'
import { ApiError } from '../api/api-error.ts'

/** One command at a time, of several that a part of the page can send. */
export interface Wish {
  /** What is under way; null: nothing. */
  readonly busy: string | null
  /** Why the last one was not carried out. */
  readonly refusal: ApiError | null
  /** Gives true once the server has carried it out. */
  send(name: string, command: (key: string) => Promise<unknown>): Promise<boolean>
}

/**
 * Sends commands and says how they stand. The same wish keeps its key until it is answered: name it so that another
 * wish has another name.
 */
export function useWish(): Wish {
  const [busy, setBusy] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const keys = useRef(new Map<string, string>())
  const send = async (name: string, command: (key: string) => Promise<unknown>): Promise<boolean> => {
    if (busy !== null) return false
    const key = keys.current.get(name) ?? nanoid()
    keys.current.set(name, key)
    setBusy(name)
    setRefusal(null)
    try {
      await command(key)
      keys.current.delete(name)
      return true
    } catch (thrown) {
      const error = thrown instanceof ApiError ? thrown : new ApiError('internal', String(thrown), '', 0)
      if (error.code !== 'offline' && error.status < 500) keys.current.delete(name)
      setRefusal(error)
      return false
    } finally {
      setBusy(null)
    }
  }
  return { busy, refusal, send }
}
