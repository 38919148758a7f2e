import type { Awareness } from 'y-protocols/awareness'
import type { CharId } from '../../../shared/text/block.ts'
import type { CaretSource, RemoteCaret } from '../../editor/binding/caret-plugin.ts'
import type { HeldSelection } from '../../editor/binding/text-binding.ts'
import { personStyle } from '../../ui/avatar.tsx'

/** Carets move no more often: with twenty who write, drawing each move by itself would keep the page from its own writer. */
const LOOK_MS = 100

/**
 * Carets of the others in a topic's notes, and one's own for them. Where a caret stands is its owner's word; whose it
 * is, is the server's.
 */
export class NoteCarets implements CaretSource {
  readonly #awareness: Awareness
  readonly #listeners = new Set<() => void>()
  readonly #activity = new Map<number, { readonly place: string; readonly count: number }>()
  #carets: readonly RemoteCaret[] = []
  #lookedAt = Number.NEGATIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Where one's own stands: the others are to be told. */
  #own: HeldSelection = { anchor: null, head: null }
  #telling: ReturnType<typeof setTimeout> | undefined
  readonly #handle = (): void => {
    this.#timer ??= setTimeout(() => this.#read(), this.#lookedAt + LOOK_MS - performance.now())
  }

  constructor(awareness: Awareness) {
    this.#awareness = awareness
    awareness.on('change', this.#handle)
    this.#read()
  }

  readonly carets = (): readonly RemoteCaret[] => this.#carets

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Tells the others where one's caret stands, once the words before it are sent: a key does not wait for it. */
  tell(own: HeldSelection): void {
    this.#own = own
    this.#telling ??= setTimeout(() => this.#tell())
  }

  /** Gives where a member's caret stands, in the tab where it moved last; undefined: they have none here. */
  headOf(member: string): CharId | null | undefined {
    let found: { readonly head: CharId | null; readonly at: number } | undefined
    for (const [client, state] of this.#awareness.getStates()) {
      const { id } = (state['user'] ?? {}) as Record<string, unknown>
      const { head } = (state['caret'] ?? {}) as Record<string, unknown>
      const at = this.#awareness.meta.get(client)?.lastUpdated ?? 0
      if (client === this.#awareness.clientID || id !== member || !isPoint(head)) continue
      if (found === undefined || at > found.at) found = { head, at }
    }
    return found?.head
  }

  destroy(): void {
    this.#awareness.off('change', this.#handle)
    clearTimeout(this.#timer)
    clearTimeout(this.#telling)
    this.#awareness.setLocalStateField('caret', null)
    this.#listeners.clear()
  }

  #tell(): void {
    this.#telling = undefined
    const { anchor, head } = this.#own
    const before: unknown = this.#awareness.getLocalState()?.['caret']
    if (JSON.stringify(before) !== JSON.stringify({ anchor, head }))
      this.#awareness.setLocalStateField('caret', { anchor, head })
  }

  #read(): void {
    this.#timer = undefined
    this.#lookedAt = performance.now()
    const carets = [...this.#awareness.getStates()].flatMap(([client, state]) => this.#caretOf(client, state))
    if (JSON.stringify(carets) === JSON.stringify(this.#carets)) return
    this.#carets = carets
    for (const listener of this.#listeners) listener()
  }

  #caretOf(client: number, state: { readonly [key: string]: unknown }): RemoteCaret[] {
    if (client === this.#awareness.clientID) return []
    const { name, colour } = (state['user'] ?? {}) as Record<string, unknown>
    const { anchor, head } = (state['caret'] ?? {}) as Record<string, unknown>
    if (typeof name !== 'string' || typeof colour !== 'number' || !isPoint(anchor) || !isPoint(head))
      return []
    const hue = `var(--person-${personStyle(colour).hue})`
    return [
      { key: String(client), name, colour: hue, anchor, head, activity: this.#count(client, anchor, head) },
    ]
  }

  /** Counts where somebody's caret has been, so that their name comes back when they go on. */
  #count(client: number, anchor: CharId | null, head: CharId | null): number {
    const place = JSON.stringify([anchor, head])
    const known = this.#activity.get(client)
    if (known?.place === place) return known.count
    const count = (known?.count ?? 0) + 1
    this.#activity.set(client, { place, count })
    return count
  }
}

function isPoint(value: unknown): value is CharId | null {
  if (value === null) return true
  const { client, clock } = (value ?? {}) as Record<string, unknown>
  return Number.isSafeInteger(client) && Number.isSafeInteger(clock)
}
