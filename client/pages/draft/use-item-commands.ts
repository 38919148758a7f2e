import { nanoid } from 'nanoid'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { DraftItem, ItemType } from '../../../shared/draft/draft-item.ts'
import { ApiError } from '../../api/api-error.ts'
import { del, post } from '../../api/request.ts'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { MoveTarget } from './moves.ts'
import { type Pending, placeOf, stillPending, withPending } from './pending.ts'

/** What the page asks the server to do with items (DR1). Shown at once; taken back when it is refused. */
export interface ItemCommands {
  move(item: string, target: MoveTarget): void
  changeType(item: string, type: ItemType): void
  /** `words` tell afterwards what was removed, beside Undo. */
  remove(item: string, words: string): void
}

/** Gives the items as they stand once pending commands are carried out, and the commands. */
export function useItemCommands(
  meeting: string,
  items: readonly DraftItem[],
): { shown: readonly DraftItem[]; commands: ItemCommands } {
  const { t } = useText()
  const toast = useToast()
  const [pending, setPending] = useState<readonly Pending[]>([])
  const inRoom = useRef(items)

  useEffect(() => {
    inRoom.current = items
    setPending((before) => stillPending(before, items))
  }, [items])

  const shown = useMemo(() => withPending(items, pending), [items, pending])

  const commands = useMemo<ItemCommands>(() => {
    const path = (item: string): string => `/api/meetings/${meeting}/items/${item}`
    const tell = (what: string, thrown: unknown): void => {
      const { message, hint } = errorWords(t, asApiError(thrown))
      toast.show(`${what} ${message} ${hint}`)
    }
    const carryOut = async (item: string, change: Pending['change'], send: Sender): Promise<boolean> => {
      const before = inRoom.current.find(({ id }) => id === item)
      if (before === undefined) return false
      const key = nanoid()
      setPending((all) => [...all, { key, item, change, stood: placeOf(before), answered: false }])
      try {
        await send(key)
        setPending((all) => all.map((one) => (one.key === key ? { ...one, answered: true } : one)))
        return true
      } catch (thrown) {
        setPending((all) => all.filter((one) => one.key !== key))
        tell(t(REFUSED[change.kind]), thrown)
        return false
      }
    }
    const restore = (item: string): void => {
      post(`${path(item)}/restore`).then(
        () => setPending((all) => all.filter((one) => one.item !== item || one.change.kind !== 'remove')),
        (thrown: unknown) => tell(t('draft.notRestored'), thrown),
      )
    }
    return {
      move: (item, target) => {
        void carryOut(item, { kind: 'move', target }, (key) => post(`${path(item)}/move`, target, { key }))
      },
      changeType: (item, type) => {
        void carryOut(item, { kind: 'type', type }, (key) => post(`${path(item)}/type`, { type }, { key }))
      },
      remove: (item, words) => {
        void carryOut(item, { kind: 'remove' }, (key) => del(path(item), { key })).then((isDone) => {
          if (isDone) toast.show(words, { undo: () => restore(item) })
        })
      },
    }
  }, [meeting, t, toast])

  return { shown, commands }
}

/** What a refusal begins with. */
const REFUSED = { move: 'draft.notMoved', type: 'views.notTyped', remove: 'draft.notRemoved' } as const

type Sender = (key: string) => Promise<unknown>

function asApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError('internal', String(thrown), '', 0)
}
