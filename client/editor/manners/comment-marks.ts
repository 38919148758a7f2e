/** The passage of a thread in a text. */
export interface CommentMark {
  readonly thread: string
  /** Index of its line, and the range of characters in it. */
  readonly block: number
  readonly from: number
  readonly to: number
  readonly isSelected: boolean
  /** How many comments the chip behind it says; null: no chip. */
  readonly chip: { readonly count: number; readonly label: string } | null
}

/** Which passages are marked in an editor. Whoever knows where threads stand sets them; the editor draws them. */
export class CommentMarks {
  readonly #listeners = new Set<() => void>()
  #marks: readonly CommentMark[] = []
  /** Called when somebody presses a passage or its chip. */
  onPress: ((thread: string) => void) | null = null

  get marks(): readonly CommentMark[] {
    return this.#marks
  }

  set(marks: readonly CommentMark[]): void {
    this.#marks = marks
    this.refresh()
  }

  /** Somebody presses where these passages stand: of several, each is meant in its turn. */
  press(threads: readonly string[]): void {
    const chosen = threads.findIndex((id) =>
      this.#marks.some(({ thread, isSelected }) => isSelected && thread === id),
    )
    const next = threads[(chosen + 1) % threads.length]
    if (next !== undefined) this.onPress?.(next)
  }

  /** Has the marks drawn where they are not: what others wrote may have taken some away with the words it replaced. */
  refresh(): void {
    for (const listener of [...this.#listeners]) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
