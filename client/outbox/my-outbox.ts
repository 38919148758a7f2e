import { nanoid } from 'nanoid'
import { openRooms } from '../sync/open-rooms.ts'
import type { RoomLink } from './answer-judge.ts'
import type { Entry } from './entry.ts'
import { isOn, type Keeper, keep, letGo, readKept } from './kept-words.ts'
import { Outbox } from './outbox.ts'
import { PerKeeper } from './per-keeper.ts'
import { sendWish } from './send-wish.ts'
import { isWish, type Wish, waysOf, without } from './wish.ts'

/** All that a member has wished in one meeting. */
export type MyOutbox = Outbox<Wish>

const outboxes = new PerKeeper(openOutbox)

/** Gives a member's outbox in a meeting: one for the page, sending as long as it stands. */
export function outboxOf(keeper: Keeper): MyOutbox {
  return outboxes.of(keeper)
}

/** Stops all outboxes of a member, who signs out. */
export function closeOutboxes(member: string): void {
  outboxes.close(member)
}

function openOutbox(keeper: Keeper): MyOutbox {
  const outbox = new Outbox<Wish>({
    waysOf,
    without,
    read: () => [...readKept('outbox', keeper)].flatMap(([id, value]) => entryOf(id, value)),
    keep: (entry) => keep('outbox', keeper, entry.id, entry),
    letGo: (entry) => letGo('outbox', keeper, entry),
    send: (wish, key, signal) => sendWish(keeper.meeting, wish, { key, signal }),
    isCut: () => !navigator.onLine,
    now: Date.now,
    linkOf: (room) => linkOf(`m/${keeper.meeting}/${room}`),
    newId: () => nanoid(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  })
  window.addEventListener('online', outbox.poke)
  window.addEventListener('storage', ({ key }) => {
    if (isOn('outbox', keeper, key)) outbox.readAgain()
  })
  outbox.poke()
  return outbox
}

function linkOf(name: string): RoomLink | null {
  const client = openRooms.clients().find(({ room }) => room === name)
  if (client === undefined) return null
  const { link, linkSince } = client.state
  return { isOnline: link === 'online', since: linkSince }
}

/** What an older version kept in another shape is left where it is. */
function entryOf(id: string, value: unknown): Entry<Wish>[] {
  const { key, at, wish, refused, isTried } = (value ?? {}) as Partial<Entry<Wish>>
  if (typeof key !== 'string' || typeof at !== 'number' || !isWish(wish)) return []
  return [{ id, key, at, wish, refused: refused ?? null, isTried: isTried ?? true, isSent: false }]
}
