import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Items are told this far before they are seen, so that nobody scrolls into a text without an editor. */
const MARGIN = '800px 0px'
/** How long editors are made in one frame: the page scrolls on meanwhile. */
const SLICE_MS = 6

type Told = (isNear: boolean) => void

/**
 * One observer for all items: 500 of their own would each look at every scroll. Items that come near have their turn
 * over the frames in which no others come, first come, first served; one that is gone again before had none.
 */
class NearObserver {
  readonly #told = new WeakMap<Element, Told>()
  readonly #waiting = new Set<Element>()
  /** Watched, but where they are is not known yet. */
  readonly #unseen = new Set<Element>()
  #observer: IntersectionObserver | null = null
  #isPlanned = false
  /** Items came since the last frame: nobody reads, let alone writes, what passes that fast. */
  #isPassing = false

  watch(element: Element, told: Told): () => void {
    this.#observer ??= new IntersectionObserver((entries) => this.#handle(entries), options())
    this.#told.set(element, told)
    this.#unseen.add(element)
    this.#observer.observe(element)
    return () => {
      this.#observer?.unobserve(element)
      this.#waiting.delete(element)
      this.#unseen.delete(element)
    }
  }

  /** Whether items that are near, or may be, have not had their turn yet. */
  get areComing(): boolean {
    return this.#waiting.size + this.#unseen.size > 0
  }

  #handle(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      this.#unseen.delete(target)
      if (isIntersecting) {
        this.#waiting.add(target)
        this.#isPassing = true
      }
      // What has the focus keeps it, and all that can be pressed beside it.
      else if (!this.#waiting.delete(target) && !target.contains(document.activeElement))
        this.#told.get(target)?.(false)
    }
    this.#plan()
  }

  #plan(): void {
    if (this.#waiting.size === 0 || this.#isPlanned) return
    this.#isPlanned = true
    requestAnimationFrame(() => this.#tell())
  }

  #tell(): void {
    this.#isPlanned = false
    if (this.#isPassing) {
      this.#isPassing = false
      this.#plan()
      return
    }
    const until = performance.now() + SLICE_MS
    for (const element of this.#waiting) {
      this.#waiting.delete(element)
      // At once, or what it costs would not be known here.
      flushSync(() => this.#told.get(element)?.(true))
      if (performance.now() >= until) break
    }
    this.#plan()
  }
}

/** The text may scroll inside the page; then only a scroll margin reaches past its edges. */
function options(): IntersectionObserverInit {
  return { rootMargin: MARGIN, scrollMargin: MARGIN } as IntersectionObserverInit
}

const observer = new NearObserver()

/** Whether rows that are near are still to be made ready. */
export function areRowsComing(): boolean {
  return observer.areComing
}

/** Tells whether an element is in sight, or nearly. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    return element.current === null ? undefined : observer.watch(element.current, setNear)
  }, [element])
  return isNear
}
