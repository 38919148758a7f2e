import type { AuthorshipFacts } from '../../shared/protocol/messages.ts'
import { MoveMap } from '../../shared/text/moves.ts'

/** How the server's own writing names an author: "typed by A, merged by B" has `via` `merge:B`. */
export interface Delegation {
  readonly author: string
  readonly via: string
}

/** Who typed what in one room, proven by the server; a new object whenever something was added. */
export interface Authorship {
  readonly moves: MoveMap
  /**
   * Names the member who typed under a clientID, also where the server wrote for them; null: the server itself. What
   * is typed in this page is its member's, also before the server has said so.
   */
  readonly memberOf: (client: number) => string | null
  /** Whether the server has recorded who types under a clientID. */
  readonly isProven: (client: number) => boolean
  /** How the server came to write under a clientID; null: a member typed. */
  readonly delegationOf: (client: number) => Delegation | null
  /** Whether the server has told anything yet. */
  readonly isKnown: boolean
}

/** Gathers what the server tells of authorship: everything at first, then what comes new. */
export class AuthorshipRecord {
  readonly #members = new Map<number, string>()
  readonly #delegations = new Map<number, Delegation>()
  readonly #moves = new MoveMap()
  readonly #knownMoves = new Set<string>()
  readonly #own: { readonly client: number; readonly member: string }
  current: Authorship

  constructor(own: { readonly client: number; readonly member: string }) {
    this.#own = own
    this.current = this.#view(false)
  }

  /** Takes a message in; after a reconnection most of it is known. */
  add({ bindings, delegations, moves }: AuthorshipFacts): void {
    for (const { client, member } of bindings) this.#members.set(client, member)
    for (const { client, author, via } of delegations) this.#delegations.set(client, { author, via })
    for (const move of moves) {
      const key = `${move.from.client}:${move.from.clock}>${move.to.client}:${move.to.clock}`
      if (this.#knownMoves.has(key)) continue
      this.#knownMoves.add(key)
      this.#moves.add(move)
    }
    this.current = this.#view(true)
  }

  #view(isKnown: boolean): Authorship {
    return {
      moves: this.#moves,
      memberOf: (client) => this.#nameOf(client) ?? (client === this.#own.client ? this.#own.member : null),
      isProven: (client) => this.#nameOf(client) !== null,
      delegationOf: (client) => this.#delegations.get(client) ?? null,
      isKnown,
    }
  }

  #nameOf(client: number): string | null {
    return this.#delegations.get(client)?.author ?? this.#members.get(client) ?? null
  }
}
