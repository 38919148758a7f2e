import type { Awareness } from 'y-protocols/awareness'
import type { CharId } from '../../../shared/text/block.ts'
import type { CaretSource, RemoteCaret } from '../../editor/binding/caret-plugin.ts'
import type { HeldSelection } from '../../editor/binding/text-binding.ts'
import { personStyle } from '../../ui/avatar.tsx'

/** What this page tells of its caret, in the draft room's awareness. */
interface OwnCaret extends HeldSelection {
  readonly item: string
}

/** Carets of the others in the draft, by item, and one's own for them. */
export class DraftCarets {
  readonly #awareness: Awareness
  readonly #sources = new Map<string, ItemCarets>()
  readonly #activity = new Map<number, { readonly place: string; readonly count: number }>()
  readonly #handle = (): void => this.#read()

  constructor(awareness: Awareness) {
    this.#awareness = awareness
    awareness.on('change', this.#handle)
  }

  /** Gives the others' carets in one item. */
  sourceOf(item: string): CaretSource {
    return this.#itemOf(item)
  }

  /** Tells the others where one's caret stands. */
  tell(item: string, selection: HeldSelection): void {
    const caret: OwnCaret = { item, anchor: selection.anchor, head: selection.head }
    const before: unknown = this.#awareness.getLocalState()?.['caret']
    if (JSON.stringify(before) !== JSON.stringify(caret)) this.#awareness.setLocalStateField('caret', caret)
  }

  /** Takes one's caret away: no text has the focus any more. */
  leave(item: string): void {
    const caret = parseCaret(this.#awareness.getLocalState()?.['caret'])
    if (caret?.item === item) this.#awareness.setLocalStateField('caret', null)
  }

  /** Lets go of the room. */
  destroy(): void {
    this.#awareness.off('change', this.#handle)
    this.#sources.clear()
  }

  #itemOf(item: string): ItemCarets {
    const known = this.#sources.get(item)
    if (known !== undefined) return known
    const made = new ItemCarets()
    this.#sources.set(item, made)
    made.show(this.#caretsIn(item))
    return made
  }

  #read(): void {
    for (const [item, source] of this.#sources) source.show(this.#caretsIn(item))
  }

  #caretsIn(item: string): RemoteCaret[] {
    return [...this.#awareness.getStates()].flatMap(([client, state]) => {
      if (client === this.#awareness.clientID) return []
      const caret = parseCaret(state['caret'])
      const user = parseUser(state['user'])
      if (caret === null || user === null || caret.item !== item) return []
      const { anchor, head } = caret
      const colour = `var(--person-${personStyle(user.colour).hue})`
      const activity = this.#count(client, JSON.stringify([anchor, head]))
      return [{ key: String(client), name: user.name, colour, anchor, head, activity }]
    })
  }

  /** Counts where somebody's caret has been, so that their name comes back when they go on. */
  #count(client: number, place: string): number {
    const known = this.#activity.get(client)
    if (known?.place === place) return known.count
    const count = (known?.count ?? 0) + 1
    this.#activity.set(client, { place, count })
    return count
  }
}

class ItemCarets implements CaretSource {
  #shown: readonly RemoteCaret[] = []
  readonly #listeners = new Set<() => void>()
  readonly carets = (): readonly RemoteCaret[] => this.#shown
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  show(carets: readonly RemoteCaret[]): void {
    if (JSON.stringify(carets) === JSON.stringify(this.#shown)) return
    this.#shown = carets
    for (const listener of this.#listeners) listener()
  }
}

/** Others' pages may say anything of their caret; only their name is the server's word. */
function parseCaret(value: unknown): OwnCaret | null {
  const { item, anchor, head } = (value ?? {}) as Record<string, unknown>
  if (typeof item !== 'string' || !isPoint(anchor) || !isPoint(head)) return null
  return { item, anchor, head }
}

function parseUser(value: unknown): { name: string; colour: number } | null {
  const { name, colour } = (value ?? {}) as Record<string, unknown>
  return typeof name === 'string' && typeof colour === 'number' ? { name, colour } : null
}

function isPoint(value: unknown): value is CharId | null {
  if (value === null) return true
  const { client, clock } = (value ?? {}) as Record<string, unknown>
  return Number.isSafeInteger(client) && Number.isSafeInteger(clock)
}
