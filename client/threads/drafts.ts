import type { ThreadSubject } from '../../shared/threads/thread-facts.ts'
import { type Keeper, keep, letGo, readKept } from '../outbox/kept-words.ts'
import { PerKeeper } from '../outbox/per-keeper.ts'
import type { ComposedText } from './mention-text.ts'

/** A comment that somebody has begun. */
export interface CommentDraft extends ComposedText {
  /** What the thread that it opens is about; null: it goes into a thread that is there, or edits a comment. */
  readonly subject: ThreadSubject | null
  readonly internal: boolean
  /** When it was begun, by this device's clock, in milliseconds since 1970. */
  readonly at: number
}

/** What a draft is kept under: the thread it opens or answers, or the comment it edits. */
export type DraftName = `thread:${string}` | `comment:${string}`

/** Drafts of one member in one meeting, kept on this device so that they survive a reload. */
export class Drafts {
  readonly #keeper: Keeper
  readonly #listeners = new Set<() => void>()
  /** Drafts with words that this device could not keep: they are on this page alone. */
  readonly #unkept = new Set<string>()
  #drafts: ReadonlyMap<string, CommentDraft>
  #isClosed = false

  constructor(keeper: Keeper) {
    this.#keeper = keeper
    this.#drafts = new Map(
      [...readKept('draft', keeper)].flatMap(([name, value]) => {
        const draft = draftOf(value)
        return draft === null ? [] : [[name, draft] as const]
      }),
    )
  }

  /** All of them, by name; a new map at each change. */
  readonly all = (): ReadonlyMap<string, CommentDraft> => this.#drafts

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(name: DraftName, draft: CommentDraft): void {
    // A composer that was only opened leaves nothing behind.
    const isBlank = draft.text.trim() === ''
    if (isBlank) letGo('draft', this.#keeper, name)
    if (isBlank || (!this.#isClosed && keep('draft', this.#keeper, name, draft))) this.#unkept.delete(name)
    else this.#unkept.add(name)
    this.#changed(new Map(this.#drafts).set(name, draft))
  }

  remove(name: DraftName): void {
    letGo('draft', this.#keeper, name)
    this.#unkept.delete(name)
    const rest = new Map(this.#drafts)
    if (rest.delete(name)) this.#changed(rest)
  }

  /** Whether words are on this page alone, since this device could not keep them. */
  get cannotKeep(): boolean {
    return this.#unkept.size > 0
  }

  /** Lets everything go: its writer has signed out, here or in another tab. */
  readonly forget = (): void => {
    for (const name of this.#drafts.keys()) letGo('draft', this.#keeper, name)
    this.#unkept.clear()
    this.#changed(new Map())
  }

  /** Keeps nothing more on this device. */
  close(): void {
    this.#isClosed = true
    this.forget()
  }

  #changed(drafts: ReadonlyMap<string, CommentDraft>): void {
    this.#drafts = drafts
    for (const listener of [...this.#listeners]) listener()
  }
}

const ofPage = new PerKeeper((keeper) => new Drafts(keeper))

/** Gives a member's drafts in a meeting: one for the page. */
export function draftsOf(keeper: Keeper): Drafts {
  return ofPage.of(keeper)
}

/** Forgets what a member has begun, who signs out. */
export function forgetDrafts(member: string): void {
  ofPage.close(member)
}

function draftOf(value: unknown): CommentDraft | null {
  const { text, mentions, subject, internal, at } = (value ?? {}) as Partial<CommentDraft>
  if (typeof text !== 'string' || !Array.isArray(mentions) || typeof at !== 'number') return null
  return { text, mentions, subject: subject ?? null, internal: internal === true, at }
}
