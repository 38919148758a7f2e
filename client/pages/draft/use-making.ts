import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { DraftItem, ItemType } from '../../../shared/draft/draft-item.ts'
import type { DraftWish, MoveTarget, NewItemWish } from '../../outbox/draft-wish.ts'
import type { Entry, Refusal } from '../../outbox/entry.ts'
import { useItemWords, useOutbox } from '../../outbox/use-outbox.ts'

/** An item that is wished and not in the draft yet: it can be written in at once. */
export interface Making {
  readonly id: string
  readonly wish: NewItemWish
  /** Why it was not made; null while nobody has said no. */
  readonly refusal: Refusal | null
}

export interface Makings {
  readonly list: readonly Making[]
  /** Asks for a new item, `of`: another version of a recommendation. Gives its id. */
  make(target: MoveTarget, type: ItemType, of?: string | null): string
  /** Whether it was asked for on this page, and not before a reload or in another tab. */
  isNew(id: string): boolean
  /** Asks again for one that was refused. */
  again(id: string): void
  /** Gives one up that was refused, and its words. */
  discard(id: string): void
  /** Takes one out of the list: it is in the draft. */
  release(id: string): void
}

/** Holds new items from the key press until the server's item is in the room and what was typed is with it. */
export function useMaking(entries: readonly Entry<DraftWish>[], inRoom: readonly DraftItem[]): Makings {
  const outbox = useOutbox()
  const words = useItemWords()
  const [list, setList] = useState<readonly Making[]>([])
  const made = useRef(new Set<string>())

  useEffect(() => words.prepare(), [words])
  // Before the page is painted: a key that follows at once finds the field.
  useLayoutEffect(() => setList((before) => nextMakings(before, entries, inRoom)), [entries, inRoom])

  return useMemo(
    () => ({
      list,
      make: (target, type, of = null) => {
        const item = words.newItem()
        made.current.add(item)
        outbox.add({ does: 'create', item, type, target, of }, item)
        return item
      },
      isNew: (id) => made.current.has(id),
      again: (id) => outbox.again(id),
      discard: (id) => {
        words.take(id)
        outbox.letGo(id)
      },
      release: (id) => setList((all) => all.filter((one) => one.id !== id)),
    }),
    [list, outbox, words],
  )
}

/**
 * Gives the list after a change. One whose entry has gone was sent, here or in another tab, and stays until its item
 * comes; one that was refused was given up.
 */
export function nextMakings(
  before: readonly Making[],
  entries: readonly Entry<DraftWish>[],
  inRoom: readonly Pick<DraftItem, 'id'>[],
): readonly Making[] {
  const now = new Map(
    entries.flatMap(({ wish, refused }) => {
      return wish.does === 'create' ? [[wish.item, { id: wish.item, wish, refusal: refused }] as const] : []
    }),
  )
  const there = new Set(inRoom.map(({ id }) => id))
  const shown = new Set(before.map(({ id }) => id))
  const stay = before.flatMap((one) => {
    const next = now.get(one.id) ?? one
    return now.has(one.id) || one.refusal === null ? [isSame(one, next) ? one : next] : []
  })
  const come = [...now.values()].filter(({ id }) => !shown.has(id) && !there.has(id))
  const isChanged =
    come.length > 0 || stay.length < before.length || stay.some((one, at) => one !== before[at])
  return isChanged ? [...stay, ...come] : before
}

function isSame(one: Making, other: Making): boolean {
  return one.wish === other.wish && one.refusal === other.refusal
}
