import type { Node } from '@tiptap/pm/model'
import type { Sight } from '../binding/binding-plugin.ts'
import { groupNumber } from '../binding/line-groups.ts'

/** So far beyond the window a group counts as seen: what comes into sight is up to date, unless somebody jumps. */
const NEAR = '400px 0px'

/** Which groups of lines somebody can see. A group counts as seen until the browser says that it is not. */
export class GroupsInSight implements Sight {
  readonly #observer = new IntersectionObserver((entries) => this.#handle(entries), { rootMargin: NEAR })
  readonly #numbers = new WeakMap<Element, number>()
  readonly #unseen = new Set<number>()
  readonly #listeners = new Set<() => void>()

  readonly isSeen = (line: Node): boolean => {
    const group = groupNumber(line)
    return group === null || !this.#unseen.has(group)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Watches the element in which a group stands; gives the way to stop it. */
  watch(element: Element, group: number): () => void {
    this.#numbers.set(element, group)
    this.#unseen.delete(group)
    this.#observer.observe(element)
    return () => this.#observer.unobserve(element)
  }

  destroy(): void {
    this.#observer.disconnect()
    this.#listeners.clear()
  }

  #handle(entries: readonly IntersectionObserverEntry[]): void {
    let isNew = false
    for (const { target, isIntersecting } of entries) {
      const group = this.#numbers.get(target)
      if (group === undefined) continue
      if (!isIntersecting) this.#unseen.add(group)
      else if (this.#unseen.delete(group)) isNew = true
    }
    if (isNew) for (const listener of [...this.#listeners]) listener()
  }
}
