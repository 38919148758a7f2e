import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { DrawnRows } from './drawn-rows.ts'
import { useDrawing } from './use-drawing.ts'

/** One child of a steady list. */
export interface SteadyEntry {
  readonly key: string
  readonly node: ReactNode
  /** One of many rows, which may be drawn after the page is shown; until then its room is kept. */
  readonly mayWait?: boolean
}

interface SteadyListProps {
  entries: readonly SteadyEntry[]
  className: string
  drawn: DrawnRows
  /** The row that is looked for: it and what stands around it are drawn first. */
  start: string | null
}

/**
 * A list whose order may change while somebody types in it. React puts children in order by taking some of them out of
 * the page and back in, which takes the focus away and breaks off a composition; here the child that has the focus
 * stays where it is and the others are put around it.
 */
export function SteadyList({ entries, className, drawn, start }: SteadyListProps) {
  const list = useRef<HTMLDivElement>(null)
  const hosts = useRef(new Map<string, HTMLElement>())
  const waiting = useDrawing(list, drawn, entries, start)

  useLayoutEffect(() => {
    if (list.current === null) return
    const kept = new Set(entries.map(({ key }) => key))
    for (const [key, host] of hosts.current) {
      if (kept.has(key)) continue
      host.remove()
      hosts.current.delete(key)
    }
    arrange(
      list.current,
      entries.map(({ key }) => hostOf(hosts.current, key)),
    )
  }, [entries])
  useLayoutEffect(() => {
    for (const [key, host] of hosts.current) host.toggleAttribute('data-waiting', waiting.has(key))
  }, [waiting])

  return (
    <>
      <div ref={list} className={className} />
      {entries.map(({ key, node }) =>
        waiting.has(key) ? null : createPortal(node, hostOf(hosts.current, key), key),
      )}
    </>
  )
}

function hostOf(hosts: Map<string, HTMLElement>, key: string): HTMLElement {
  const known = hosts.get(key)
  if (known !== undefined) return known
  const made = document.createElement('div')
  made.dataset['key'] = key
  hosts.set(key, made)
  return made
}

/** Puts the children of a list in order, moving neither the one with the focus nor any that stands well. */
export function arrange(list: HTMLElement, order: readonly HTMLElement[]): void {
  const focused = document.activeElement
  const found = order.findIndex((child) => child.parentElement === list && child.contains(focused))
  const pinned = found < 0 ? order.length : found
  let next: Element | null = order[pinned] ?? null
  for (const child of order.slice(0, pinned).reverse()) {
    if (child.parentElement !== list || child.nextElementSibling !== next) list.insertBefore(child, next)
    next = child
  }
  let previous: Element | null = order[pinned] ?? null
  for (const child of order.slice(pinned + 1)) {
    if (previous !== null && previous.nextElementSibling !== child) previous.after(child)
    previous = child
  }
}
