/** What a combination was made of. */
interface Combined {
  readonly target: string
  /** The passages behind each item before it. */
  readonly parents: ReadonlyMap<string, ReadonlySet<string>>
  /** Passages that came to the target. */
  readonly joined: ReadonlySet<string>
}

/** Where each item comes from, by its history alone: sets of passages, nothing of how the server keeps them. */
export class SourceModel {
  readonly sources = new Map<string, ReadonlySet<string>>()
  readonly combinations = new Map<number, Combined>()
  /** Merges that combined nothing. */
  readonly merges: number[] = []

  made(item: string, passage: string): void {
    this.sources.set(item, new Set([passage]))
  }

  removed(item: string): void {
    this.sources.delete(item)
  }

  split(item: string, second: string): void {
    this.sources.set(second, this.#of(item))
  }

  /** `items`: the target first; none: an item was made of the first passage. */
  combined(merge: number, target: string, items: readonly string[], passages: readonly string[]): void {
    const isMade = items.length === 0
    if (isMade) this.made(target, passages[0] ?? '')
    const own = this.#of(target)
    const parents = new Map((isMade ? [target] : items).map((id) => [id, this.#of(id)]))
    const all = new Set([...[...parents.values()].flatMap((each) => [...each]), ...passages])
    const joined = new Set([...all].filter((passage) => !own.has(passage)))
    this.combinations.set(merge, { target, parents, joined })
    for (const id of items) this.sources.delete(id)
    this.sources.set(target, all)
  }

  /** `twin`: the item in which the target's own words are again. */
  parted(merge: number, twin: string | undefined): void {
    const { target, parents, joined } = this.combinations.get(merge) as Combined
    this.combinations.delete(merge)
    const stays = new Set([...this.#of(target)].filter((passage) => !joined.has(passage)))
    for (const [id, sources] of parents) if (id !== target) this.sources.set(id, sources)
    this.sources.set(target, stays)
    if (twin !== undefined) this.sources.set(twin, stays)
  }

  /** The passages behind items that have any. */
  get known(): [item: string, passages: string[]][] {
    return [...this.sources]
      .filter(([, passages]) => passages.size > 0)
      .map(([id, passages]): [string, string[]] => [id, [...passages].sort()])
      .sort(([one], [other]) => (one < other ? -1 : 1))
  }

  #of(item: string): ReadonlySet<string> {
    return this.sources.get(item) ?? new Set()
  }
}
