import { isBlank, readInterventions } from '../../../shared/notes/intervention.ts'
import {
  AT_IT_MS,
  type Burst,
  type Noted,
  type SameNoting,
  sameNotings,
} from '../../../shared/notes/same-intervention.ts'
import { type Block, blockText } from '../../../shared/text/block.ts'
import type { LineChange } from './speech-changes.ts'

/** A hint that somebody notes what the reader notes; `id` stays while the two interventions are the same. */
export interface SameHint extends SameNoting {
  readonly id: string
  readonly speaker: string | null
}

/** Keeps who typed in which line when, as the page saw it, and finds interventions that are noted twice. */
export class NotingLog {
  readonly #bursts = new Map<string, Map<string, Burst>>()
  readonly #begun = new Map<string, number>()
  readonly #dismissed = new Set<string>()

  /** Members, the reader too, did this to lines. */
  note(changes: readonly LineChange[], now: number): void {
    for (const { member, line, did } of changes) {
      if (did === 'removed') continue
      if (did === 'added') this.#begun.set(line, this.#begun.get(line) ?? now)
      const bursts = this.#bursts.get(line) ?? new Map<string, Burst>()
      const before = bursts.get(member)
      const goesOn = before !== undefined && now - before.last <= AT_IT_MS
      bursts.set(member, { first: goesOn ? before.first : now, last: now })
      this.#bursts.set(line, bursts)
    }
  }

  /** Gives the hints that hold now and were not dismissed. */
  hints(blocks: readonly Block[], me: string, now: number): SameHint[] {
    if (![...this.#bursts.values()].some((bursts) => isAtIt(bursts.get(me), now))) return []
    const noted = this.#read(blocks, now)
    return sameNotings(noted, me, now).flatMap((same): SameHint[] => {
      const id = `${same.mine} ${same.theirs}`
      const speaker = noted.find((each) => each.id === same.theirs)?.speaker ?? null
      return this.#dismissed.has(id) ? [] : [{ ...same, id, speaker }]
    })
  }

  /** Never shows a hint again. */
  dismiss(id: string): void {
    this.#dismissed.add(id)
  }

  #read(blocks: readonly Block[], now: number): Noted[] {
    let at = 0
    const noted: Noted[] = []
    for (const { id, speaker, lines } of readInterventions(blocks)) {
      const from = at
      at += lines.length
      const by = this.#typists(lines, now)
      if (by.size === 0) continue
      const words = lines.map(blockText).join(' ')
      noted.push({ id, speaker, words, from, to: at - 1, begun: this.#begunAt(lines), by })
    }
    return noted
  }

  #typists(lines: readonly Block[], now: number): Map<string, Burst> {
    const by = new Map<string, Burst>()
    for (const { id } of lines) {
      for (const [member, burst] of this.#bursts.get(id) ?? []) {
        if (!isAtIt(burst, now)) continue
        const known = by.get(member) ?? burst
        by.set(member, {
          first: Math.min(known.first, burst.first),
          last: Math.max(known.last, burst.last),
        })
      }
    }
    return by
  }

  /** An intervention of which a line stood there before was not begun while the page looked. */
  #begunAt(lines: readonly Block[]): number | null {
    const times = lines.filter((line) => !isBlank(line)).map(({ id }) => this.#begun.get(id))
    if (times.length === 0 || times.includes(undefined)) return null
    return Math.min(...times.filter((time) => time !== undefined))
  }
}

function isAtIt(burst: Burst | undefined, now: number): boolean {
  return burst !== undefined && now - burst.last <= AT_IT_MS
}
