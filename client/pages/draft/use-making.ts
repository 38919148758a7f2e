import { nanoid } from 'nanoid'
import { useMemo, useRef, useState } from 'react'
import type { ItemType } from '../../../shared/draft/draft-item.ts'
import { ApiError } from '../../api/api-error.ts'
import { post } from '../../api/request.ts'
import type { MoveTarget } from './moves.ts'
import type { Placed } from './outline.ts'

/** An item that the server has been asked for: it can be written in at once. */
export interface Making extends Placed {
  readonly target: MoveTarget
  /** Why it was not made; null while nobody has said no. */
  readonly refusal: ApiError | null
}

export interface Makings {
  readonly list: readonly Making[]
  /** Asks for a new item; gives its id. */
  make(target: MoveTarget, type: ItemType): string
  /** Asks again for one that was refused. */
  again(id: string): void
  /** Takes one out of the list: it is in the draft, or nobody wants it any more. */
  release(id: string): void
}

/** Holds new items from the key press until the server's item is in the room. */
export function useMaking(meeting: string): Makings {
  const [list, setList] = useState<readonly Making[]>([])
  /** The id is also the key: however often it is asked for, there is one. */
  const asked = useRef(new Map<string, Promise<unknown>>())

  return useMemo(() => {
    const send = async ({ id, type, target }: Making): Promise<void> => {
      const { section, after } = target
      // One made behind another that is not there yet waits for it.
      await (after === null ? undefined : asked.current.get(after))
      await post(`/api/meetings/${meeting}/items`, { id, type, section, after }, { key: id })
    }
    const ask = (making: Making): void => {
      const answer = send(making).catch((thrown: unknown) => {
        const refusal = thrown instanceof ApiError ? thrown : new ApiError('internal', String(thrown), '', 0)
        setList((all) => all.map((one) => (one.id === making.id ? { ...one, refusal } : one)))
      })
      asked.current.set(making.id, answer)
    }
    return {
      list,
      make: (target, type) => {
        const making: Making = {
          id: nanoid(),
          type,
          section: target.section,
          target,
          refusal: null,
        }
        setList((all) => [...all, making])
        ask(making)
        return making.id
      },
      again: (id) => {
        const making = list.find((one) => one.id === id)
        if (making === undefined) return
        setList((all) => all.map((one) => (one.id === id ? { ...one, refusal: null } : one)))
        ask(making)
      },
      release: (id) => setList((all) => all.filter((one) => one.id !== id)),
    }
  }, [list, meeting])
}
