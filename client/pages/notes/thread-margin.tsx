import './thread-margin.css'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { passageClass } from '../../editor/manners/comment-pieces.ts'
import { NewThread } from '../../threads/new-thread.tsx'
import type { ShownThread } from '../../threads/thread.ts'
import { ThreadCard } from '../../threads/thread-card.tsx'
import { useThreadActs } from '../../threads/thread-list.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { type LaidCard, layCards } from './thread-layout.ts'
import type { NotesThreads } from './thread-state.ts'

interface ThreadMarginProps {
  desk: NotesDesk
  comments: NotesThreads
  /** Those that are shown. */
  threads: readonly ShownThread[]
  onLeave(): void
}

/** Between two cards. */
const GAP = 4

/** Cards beside their passages: they go with the text when it scrolls, and no card lies on another. */
export function ThreadMargin({ desk, comments, threads, onLeave }: ThreadMarginProps) {
  const { places, begun, selected, select, begunDone } = comments
  const ground = useRef<HTMLDivElement>(null)
  const order = [...threads].sort((one, other) => placeOrder(comments, one.id, other.id))
  const ids = [...begun.map(({ id }) => id), ...order.map(({ id }) => id)]
  useThreadActs({ threads: order, selected, onSelect: select, onLeave })
  const { tops, end } = useTops({ desk, ground, ids, selected, places })
  return (
    <div ref={ground} className="thread-margin" style={{ minBlockSize: end }}>
      {begun.map(({ id, subject, isNew }) => (
        <div key={id} className="thread-place" data-place={id} style={styleAt(tops.get(id))}>
          <NewThread
            id={id}
            subject={subject}
            autoFocus={isNew}
            onOpened={() => begunDone(id)}
            onLeave={onLeave}
          />
        </div>
      ))}
      {order.map((thread, index) => (
        <div
          key={thread.id}
          className="thread-place"
          data-place={thread.id}
          style={styleAt(tops.get(thread.id))}
        >
          <ThreadCard
            thread={thread}
            isSelected={thread.id === selected}
            isTabStop={index === 0 && (selected === null || !ids.includes(selected))}
            onSelect={() => select(thread.id)}
            onLeave={onLeave}
          />
        </div>
      ))}
    </div>
  )
}

function styleAt(top: number | undefined) {
  // Not yet laid, a card is not seen, but a field in it can take the focus.
  return top === undefined ? { opacity: 0 } : { insetBlockStart: top }
}

function placeOrder({ places }: NotesThreads, one: string, other: string): number {
  const [a, b] = [places.get(one), places.get(other)]
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1
  return a.block - b.block || a.from - b.from
}

interface TopsProps {
  desk: NotesDesk
  ground: RefObject<HTMLDivElement | null>
  ids: readonly string[]
  selected: string | null
  /** Another one is another layout. */
  places: unknown
}

interface Tops {
  readonly tops: ReadonlyMap<string, number>
  readonly end: number
}

/** Gives the top of each card, again whenever the text or a card has become taller or shorter. */
function useTops({ desk, ground, ids, selected, places }: TopsProps): Tops {
  const [laid, setLaid] = useState<Tops>({ tops: new Map(), end: 0 })
  const measure = useRef(() => {})
  measure.current = () => {
    const element = ground.current
    if (element === null) return
    const next = layNow(desk, element, ids, selected)
    setLaid((before) => (sameTops(before, next) ? before : next))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is laid out depends on them all.
  useLayoutEffect(() => measure.current(), [ids.join(), selected, places])
  useEffect(() => {
    const observer = new ResizeObserver(() => measure.current())
    const look = (): void => {
      observer.disconnect()
      observer.observe(desk.editor.view.dom)
      for (const card of ground.current?.children ?? []) observer.observe(card)
    }
    look()
    const cards = new MutationObserver(look)
    if (ground.current !== null) cards.observe(ground.current, { childList: true })
    return () => {
      observer.disconnect()
      cards.disconnect()
    }
  }, [desk, ground])
  return laid
}

function layNow(desk: NotesDesk, ground: HTMLElement, ids: readonly string[], selected: string | null): Tops {
  const start = ground.getBoundingClientRect().top
  let last = 0
  const cards = ids.flatMap((id): LaidCard[] => {
    const card = ground.querySelector<HTMLElement>(`[data-place="${CSS.escape(id)}"]`)
    if (card === null) return []
    const passage = desk.editor.view.dom.querySelector(`.${CSS.escape(passageClass(id))}`)
    const at =
      passage === null ? last : Math.max(0, Math.round(passage.getBoundingClientRect().top - start - 12))
    last = at
    return [{ id, at, height: card.offsetHeight }]
  })
  const tops = layCards(cards, selected, GAP)
  const end = Math.max(0, ...cards.map(({ id, height }) => (tops.get(id) ?? 0) + height))
  return { tops, end }
}

function sameTops(one: Tops, other: Tops): boolean {
  if (one.end !== other.end || one.tops.size !== other.tops.size) return false
  return [...one.tops].every(([id, top]) => other.tops.get(id) === top)
}
