/** Parts that the stretches kept may hold between them: a stretch of the longest kind can always be kept. */
const MAX_PARTS = 64 * 1024

/** Neighbours of a deleted stretch whose positions in the log rise (`step` 1) or fall (-1) in reading order. */
export interface StretchPart {
  readonly position: number
  readonly step: 1 | -1
  readonly count: number
  /** It had been deleted before, by somebody else perhaps, so it may or may not come back. */
  readonly isOptional: boolean
}

/** What one update deleted, in reading order. */
export interface DeletedStretch {
  /** Where what it deleted itself stands in the log, `owned` characters from here on. */
  readonly from: number
  readonly owned: number
  /** Characters, with those that had been deleted before. */
  readonly count: number
  /** Null: it is what it deleted itself. */
  readonly parts: readonly StretchPart[] | null
}

/** Gives the parts of a stretch; `withOptional`: also what may or may not come back. */
export function partsOf(
  { from, owned, parts }: DeletedStretch,
  withOptional: boolean,
): readonly StretchPart[] {
  if (parts === null) return [{ position: from, step: 1, count: owned, isOptional: false }]
  return withOptional ? parts : parts.filter(({ isOptional }) => !isOptional)
}

/** Lists the parts of one stretch; neighbours in the log become one part. */
export class PartList {
  readonly #parts: StretchPart[] = []
  #count = 0
  #borrows = false

  /** Characters so far. */
  get count(): number {
    return this.#count
  }

  /** Adds what the stretch deleted itself, or (`borrowed`) what had been deleted before. */
  add(part: StretchPart, borrowed: boolean): void {
    this.#count += part.count
    this.#borrows ||= borrowed
    const last = this.#parts.at(-1)
    const joined = last === undefined ? null : join(last, part)
    if (joined === null) this.#parts.push(part)
    else this.#parts[this.#parts.length - 1] = joined
  }

  /** Gives the stretch, whose own characters stand in the log between two positions. */
  stretch(from: number, end: number): DeletedStretch {
    return { from, owned: end - from, count: this.#count, parts: this.#borrows ? this.#parts : null }
  }
}

/**
 * The stretches that each person lately deleted. Invariants:
 * 1. A person's stretches stand in the order in which they were deleted.
 * 2. They hold at most {@link MAX_PARTS} parts: past that, the oldest stretches that hold parts are forgotten, while
 *    their characters are still remembered where they stood.
 */
export class DeletedStretches {
  readonly #byPerson = new Map<string, DeletedStretch[]>()
  readonly #inParts: { readonly person: string; readonly stretch: DeletedStretch }[] = []
  #partCount = 0

  /** Keeps a person's newest stretch. */
  keep(person: string, stretch: DeletedStretch): void {
    const own = this.#byPerson.get(person)
    if (own === undefined) this.#byPerson.set(person, [stretch])
    else own.push(stretch)
    if (stretch.parts === null) return
    this.#inParts.push({ person, stretch })
    this.#partCount += stretch.parts.length
    while (this.#partCount > MAX_PARTS) this.#dropOldestInParts()
  }

  /** Gives a person's stretches, oldest first. */
  of(person: string): readonly DeletedStretch[] {
    return this.#byPerson.get(person) ?? []
  }

  /** Forgets the stretches that begin before a position. */
  forget(before: number): void {
    for (const [person, stretches] of this.#byPerson) {
      const kept = stretches.findIndex(({ from }) => from >= before)
      if (kept === -1) this.#byPerson.delete(person)
      else if (kept > 0) stretches.splice(0, kept)
    }
    while ((this.#inParts[0]?.stretch.from ?? before) < before)
      this.#partCount -= this.#inParts.shift()?.stretch.parts?.length ?? 0
  }

  /** Gives the first position that a stretch still reads, at most `before`. */
  firstRead(before: number): number {
    return this.#inParts.reduce((first, { stretch }) => Math.min(first, firstOf(stretch)), before)
  }

  #dropOldestInParts(): void {
    const oldest = this.#inParts.shift()
    if (oldest === undefined) return
    this.#partCount -= oldest.stretch.parts?.length ?? 0
    const own = this.#byPerson.get(oldest.person) ?? []
    own.splice(own.indexOf(oldest.stretch), 1)
    if (own.length === 0) this.#byPerson.delete(oldest.person)
  }
}

/** Gives the first position that a stretch reads. */
export function firstOf({ from, parts }: DeletedStretch): number {
  return (parts ?? []).reduce(
    (first, { position, step, count }) => Math.min(first, step > 0 ? position : position - count + 1),
    from,
  )
}

function join(last: StretchPart, part: StretchPart): StretchPart | null {
  if (last.isOptional !== part.isOptional) return null
  const steps = [1, -1] as const
  const step = steps.find(
    (each) =>
      (last.count === 1 || last.step === each) &&
      (part.count === 1 || part.step === each) &&
      part.position === last.position + each * last.count,
  )
  if (step === undefined) return null
  return { position: last.position, step, count: last.count + part.count, isOptional: last.isOptional }
}
