/** Something of the page that is on or off, for components to follow. */
export class Toggle {
  readonly #listeners = new Set<() => void>()
  #isOn = false

  readonly isOn = (): boolean => this.#isOn

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(isOn: boolean): void {
    if (isOn === this.#isOn) return
    this.#isOn = isOn
    for (const listener of [...this.#listeners]) listener()
  }
}
