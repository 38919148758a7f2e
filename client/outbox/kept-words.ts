// What this browser keeps by member and meeting: wishes that were not sent, drafts of comments, and words for items that are
// not there yet. Entry by entry, so that two tabs of one person never write over each other's.

const OUTBOX = 'minuta.outbox:'
const DRAFT = 'minuta.comment:'
const ITEM = 'minuta.item:'

/** What a kept value belongs to. */
export interface Keeper {
  readonly member: string
  readonly meeting: string
}

/** Set and taken away at signing out, so that other tabs hear of it. */
const FORGOTTEN = 'minuta.forgotten:'

/** Members who signed out in another tab while this page stood: nothing more is kept for them. */
const forgotten = new Set<string>()

type Shelf = 'outbox' | 'draft' | 'item'

const STARTS: Readonly<Record<Shelf, string>> = { outbox: OUTBOX, draft: DRAFT, item: ITEM }

/** Gives everything kept on a shelf, by name. */
export function readKept(shelf: Shelf, keeper: Keeper): ReadonlyMap<string, unknown> {
  const start = startOf(shelf, keeper)
  const kept = new Map<string, unknown>()
  for (const name of namesFrom(start)) {
    const value = parse(withStorage((storage) => storage.getItem(name)))
    if (value !== null) kept.set(name.slice(start.length), value)
  }
  return kept
}

/** Called when something is to be kept. */
const listeners = new Set<() => void>()

/**
 * Begins something once there is anything on these shelves, or is to be kept, and its code has come; gives the way to stop
 * it. Code that did not come is asked for again with the next thing that is kept.
 *
 * @param begin - Begins it; gives the way to stop it.
 */
export function onceKept<Code>(
  shelves: readonly Shelf[],
  keeper: Keeper,
  load: () => Promise<Code>,
  begin: (code: Code) => () => void,
): () => void {
  let stop = (): void => undefined
  let isWanted = true
  let isOpen = false
  const open = (): void => {
    if (isOpen) return
    isOpen = true
    load().then(
      (code) => {
        if (isWanted) stop = begin(code)
      },
      () => {
        isOpen = false
      },
    )
  }
  if (shelves.some((shelf) => readKept(shelf, keeper).size > 0)) open()
  listeners.add(open)
  return () => {
    isWanted = false
    listeners.delete(open)
    stop()
  }
}

/** Keeps a value; false where this device cannot. */
export function keep(shelf: Shelf, keeper: Keeper, name: string, value: object): boolean {
  for (const listener of listeners) listener()
  if (forgotten.has(keeper.member)) return false
  return (
    withStorage((storage) => {
      storage.setItem(startOf(shelf, keeper) + name, JSON.stringify(value))
      return true
    }) ?? false
  )
}

/** Lets go of a value. */
export function letGo(shelf: Shelf, keeper: Keeper, name: string): void {
  withStorage((storage) => storage.removeItem(startOf(shelf, keeper) + name))
}

/** Tells whether a change of the browser's storage, by another tab, was on a shelf. */
export function isOn(shelf: Shelf, keeper: Keeper, storageKey: string | null): boolean {
  return storageKey === null || storageKey.startsWith(startOf(shelf, keeper))
}

/** Counts what of a member is here and not on the server: not sent, or only begun. A new item and its words are one. */
export function countKept(member: string): number {
  const on = (shelf: string): string[] =>
    namesFrom(`${shelf}${member}:`).map((name) => name.slice(shelf.length))
  return new Set([...on(OUTBOX), ...on(ITEM)]).size + on(DRAFT).length
}

/** Forgets all that is kept for a member, in every meeting: at signing out (SY11). Other tabs forget it too. */
export function clearKept(member: string): void {
  // First, so that another tab which writes now still hears of it afterwards.
  withStorage((storage) => storage.setItem(FORGOTTEN + member, '1'))
  withStorage((storage) => storage.removeItem(FORGOTTEN + member))
  for (const shelf of Object.values(STARTS))
    for (const name of namesFrom(`${shelf}${member}:`)) withStorage((storage) => storage.removeItem(name))
}

/** Calls back when a member has signed out in another tab; from then on this page keeps nothing for them. */
export function whenForgotten(member: string, forget: () => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== FORGOTTEN + member || newValue === null) return
    forgotten.add(member)
    forget()
  })
}

/** A member who had signed out is here again: what they write is kept. */
export function keepAgain(member: string): void {
  forgotten.delete(member)
}

/** Has the browser ask before the page is left while words are on it alone. */
export function warnOnLeaving(isAtRisk: () => boolean): void {
  window.addEventListener('beforeunload', (event) => {
    if (isAtRisk()) event.preventDefault()
  })
}

function startOf(shelf: Shelf, { member, meeting }: Keeper): string {
  return `${STARTS[shelf]}${member}:${meeting}:`
}

function namesFrom(start: string): readonly string[] {
  return withStorage((storage) => Object.keys(storage).filter((name) => name.startsWith(start))) ?? []
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

/** Storage is missing or full in some browsers' private windows. */
function withStorage<Result>(use: (storage: Storage) => Result): Result | null {
  try {
    return use(localStorage)
  } catch {
    return null
  }
}
