/** Words that are found, in the places of the editor's document. */
export interface FoundPlace {
  readonly from: number
  readonly to: number
}

/** Which found words an editor marks by itself, where the browser cannot mark them in the page. */
export class FoundMarks {
  readonly #listeners = new Set<() => void>()
  #places: readonly FoundPlace[] = []
  #current: FoundPlace | null = null

  get places(): readonly FoundPlace[] {
    return this.#places
  }

  /** The one of them that the reader is at. */
  get current(): FoundPlace | null {
    return this.#current
  }

  set(places: readonly FoundPlace[], current: FoundPlace | null): void {
    this.#places = places
    this.#current = current
    for (const listener of [...this.#listeners]) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
