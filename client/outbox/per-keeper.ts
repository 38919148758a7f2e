import { type Keeper, warnOnLeaving, whenForgotten } from './kept-words.ts'

/** Something that keeps a member's words on this device. */
interface KeepsWords {
  /** Whether words are on this page alone. */
  readonly cannotKeep: boolean
  /** Lets everything go. */
  readonly forget: () => void
  /** Lets everything go, and keeps nothing more. */
  close(): void
}

/** What a page has of one kind: one for each member and meeting, until the member signs out, here or in another tab. */
export class PerKeeper<Kept extends KeepsWords> {
  readonly #make: (keeper: Keeper) => Kept
  readonly #known = new Map<string, Kept>()

  constructor(make: (keeper: Keeper) => Kept) {
    this.#make = make
  }

  /** Gives a member's in a meeting, made when it is first asked for. */
  of({ member, meeting }: Keeper): Kept {
    const name = `${member} ${meeting}`
    const found = this.#known.get(name)
    if (found !== undefined) return found
    const made = this.#make({ member, meeting })
    this.#known.set(name, made)
    whenForgotten(member, made.forget)
    warnOnLeaving(() => made.cannotKeep)
    return made
  }

  /** Closes all of a member's, who signs out. */
  close(member: string): void {
    for (const [name, kept] of this.#known) {
      if (!name.startsWith(`${member} `)) continue
      kept.close()
      this.#known.delete(name)
    }
  }
}
