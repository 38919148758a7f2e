import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import type { RoomClient } from '../../sync/room-client.ts'
import { DraftDesk } from './draft-desk.ts'

/** Gives what the page holds beside the draft's document; null until it is there. */
export function useDesk({ doc, awareness }: RoomClient): DraftDesk | null {
  const [desk, setDesk] = useState<DraftDesk | null>(null)
  useEffect(() => {
    const made = new DraftDesk(doc, awareness)
    setDesk(made)
    return () => made.destroy()
  }, [doc, awareness])
  return desk?.doc === doc ? desk : null
}

/** Gives the items in the room, again whenever their order or place changes. */
export function useItems({ watch }: DraftDesk): readonly DraftItem[] {
  return useSyncExternalStore(watch.subscribe, () => watch.items)
}

/** Counts the changes of an item's words, so that what shows them is drawn again. */
export function useTextVersion(desk: DraftDesk, item: string): number {
  const subscribe = useCallback(
    (listener: () => void) => desk.watch.subscribeText(item, listener),
    [desk, item],
  )
  return useSyncExternalStore(subscribe, () => desk.watch.textVersion(item))
}

/** Nobody reads the panel at the speed of typing. */
const REST_MS = 300

/** As {@link useTextVersion}, a few changes at a time. */
export function useRestedTextVersion(desk: DraftDesk, item: string): number {
  const [version, setVersion] = useState(() => desk.watch.textVersion(item))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = desk.watch.subscribeText(item, () => {
      timer ??= setTimeout(() => {
        timer = undefined
        setVersion(desk.watch.textVersion(item))
      }, REST_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [desk, item])
  return version
}
