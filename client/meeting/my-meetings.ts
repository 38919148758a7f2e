import { ApiError } from '../api/api-error.ts'
import type { Membership } from '../api/membership.ts'
import { get } from '../api/request.ts'

/** What is known of who this browser is. */
export type MyMeetings =
  | { readonly state: 'asking' }
  /** `isOld`: the server can't be reached; this is what it said last. */
  | { readonly state: 'known'; readonly list: readonly Membership[]; readonly isOld: boolean }
  | { readonly state: 'signed-out' }
  | { readonly state: 'failed'; readonly error: ApiError }

const KEY = 'minuta.me'

/** A server that can be reached at all has answered by then: longer, nobody waits for what this device knows. */
const PATIENCE_MS = 3000

/**
 * The meetings that this browser is signed in to. The last answer is kept on this device, so that a page finds its
 * cached text without the server.
 */
class MyMeetingsStore {
  #current: MyMeetings = { state: 'asking' }
  readonly #listeners = new Set<() => void>()
  #asked: Promise<void> | null = null
  /** Only the answer to the last one counts: one from before a sign-out would bring back who was signed in. */
  #questions = 0

  readonly read = (): MyMeetings => this.#current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    if (this.#asked === null) void this.ask()
    return () => this.#listeners.delete(listener)
  }

  /** Asks the server again: after signing in, after signing out, when the connection is back. */
  readonly ask = (): Promise<void> => {
    this.#asked = this.#answer()
    return this.#asked
  }

  async #answer(): Promise<void> {
    const asked = ++this.#questions
    const late = setTimeout(() => this.#showKept(), PATIENCE_MS)
    try {
      const { me } = await get<{ me: Membership[] }>('/api/me')
      if (asked !== this.#questions) return
      keep(me)
      this.#set({ state: 'known', list: me, isOld: false })
    } catch (thrown) {
      if (asked !== this.#questions) return
      const error = thrown instanceof ApiError ? thrown : new ApiError('internal', String(thrown), '', 0)
      const kept = error.code === 'signed-out' ? null : readKept()
      if (error.code === 'signed-out') this.#set({ state: 'signed-out' })
      else if (kept !== null) this.#set({ state: 'known', list: kept, isOld: true })
      else this.#set({ state: 'failed', error })
    } finally {
      clearTimeout(late)
    }
  }

  /** Shows what this device knows, until the answer comes. */
  #showKept(): void {
    const kept = readKept()
    if (this.#current.state === 'asking' && kept !== null)
      this.#set({ state: 'known', list: kept, isOld: true })
  }

  /** Forgets who this browser was: after signing out. */
  readonly forget = (): void => {
    this.#questions++
    keep(null)
    this.#set({ state: 'signed-out' })
  }

  #set(next: MyMeetings): void {
    this.#current = next
    for (const listener of [...this.#listeners]) listener()
  }
}

/** The one of this page. */
export const myMeetings = new MyMeetingsStore()

/** Calls back when another tab of this browser was told anew who it is: it signed in or out. */
export function watchOtherTabs(tell: () => void): () => void {
  const handleStorage = ({ key, oldValue, newValue }: StorageEvent): void => {
    if (key === KEY && newValue !== oldValue) tell()
  }
  window.addEventListener('storage', handleStorage)
  return () => window.removeEventListener('storage', handleStorage)
}

/** Gives the membership that this browser was last told of, also after its sign-in ended. */
export function keptMembership(meeting: string): Membership | null {
  return readKept()?.find((membership) => membership.meeting.id === meeting) ?? null
}

function keep(list: readonly Membership[] | null): void {
  try {
    if (list === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify(list))
  } catch {
    // Private windows may forbid it: then there is nothing to read without the server.
  }
}

function readKept(): readonly Membership[] | null {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return Array.isArray(list) ? (list as Membership[]) : null
  } catch {
    return null
  }
}
