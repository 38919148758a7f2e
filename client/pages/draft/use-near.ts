import { type RefObject, useEffect, useState } from 'react'

/** Editors are made this far before they are seen, so that nobody scrolls into a text without one. */
const MARGIN = '800px 0px'

type Told = (isNear: boolean) => void

/** One observer for all items: 500 of their own would each look at every scroll. */
class NearObserver {
  readonly #told = new WeakMap<Element, Told>()
  #observer: IntersectionObserver | null = null

  watch(element: Element, told: Told): () => void {
    this.#observer ??= new IntersectionObserver((entries) => this.#handle(entries), options())
    this.#told.set(element, told)
    this.#observer.observe(element)
    return () => this.#observer?.unobserve(element)
  }

  #handle(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) this.#told.get(target)?.(isIntersecting)
  }
}

/** The text may scroll inside the page; then only a scroll margin reaches past its edges. */
function options(): IntersectionObserverInit {
  return { rootMargin: MARGIN, scrollMargin: MARGIN } as IntersectionObserverInit
}

const observer = new NearObserver()

/** Tells whether an element is in sight, or nearly. */
export function useNear(element: RefObject<Element | null>): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    return element.current === null ? undefined : observer.watch(element.current, setNear)
  }, [element])
  return isNear
}
