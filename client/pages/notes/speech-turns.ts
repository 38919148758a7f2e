import type { LineChange } from './speech-changes.ts'
import type { SpeechChoice } from './speech-choice.ts'

/** Nobody is talked at who types or moves about: they have paused for so long (ui.md §8). */
export const PAUSE_MS = 2000
/** Summaries come no more often than this (ui.md §8). */
const EVERY_MS = 20_000
/** A line in which nothing was written for so long is taken for finished; so is one that its writer has left. */
const REST_MS = 2500

/** What is said in one go: lines in the order in which they were first touched, and whatever else is new. */
export interface Telling<News> {
  readonly lines: readonly LineChange[]
  readonly news: readonly News[]
}

interface Waiting extends LineChange {
  /** When it was first and last touched since it was told of. */
  readonly first: number
  readonly last: number
}

/**
 * Decides what is said of others, and when. Times are milliseconds of one clock, given by the caller. Invariants:
 * 1. Nothing is told within two seconds of the reader's last key or press.
 * 2. Two summaries are at least twenty seconds apart.
 * 3. Nothing is told twice, and nothing but with `none` is dropped, except a line that came and went untold.
 */
export class SpeechTurns<News> {
  readonly #lines = new Map<string, Waiting>()
  /** The line each member was at last. */
  readonly #at = new Map<string, string>()
  #news: News[] = []
  #acted = Number.NEGATIVE_INFINITY
  #told = Number.NEGATIVE_INFINITY

  /** The reader did something. */
  acted(now: number): void {
    this.#acted = now
  }

  /** Others did this to lines. */
  note(changes: readonly LineChange[], now: number): void {
    for (const change of changes) {
      const known = this.#lines.get(change.line)
      const isAdded = known?.did === 'added'
      if (change.did === 'removed' && isAdded) {
        this.#lines.delete(change.line)
        continue
      }
      if (change.did !== 'removed') this.#at.set(change.member, change.line)
      const what = isAdded ? { ...known } : { ...change, first: known?.first ?? now }
      this.#lines.set(change.line, { ...what, last: now })
    }
  }

  /** Something else is new. */
  tell(news: News): void {
    this.#news.push(news)
  }

  /** Gives in how many milliseconds something may be said; null: there is nothing to say. */
  wait(choice: SpeechChoice, now: number): number | null {
    if (choice === 'none' || (this.#lines.size === 0 && this.#news.length === 0)) return null
    const due = [...this.#lines.values()].map((line) => this.#dueAt(line, choice))
    if (this.#news.length > 0) due.push(now)
    const gap = choice === 'summary' ? EVERY_MS : PAUSE_MS
    return Math.max(0, Math.min(...due) - now, this.#acted + PAUSE_MS - now, this.#told + gap - now)
  }

  /** Gives what is to be said now; null: nothing. It counts as said. */
  take(choice: SpeechChoice, now: number): Telling<News> | null {
    if (choice === 'none') {
      this.#lines.clear()
      this.#news = []
    }
    if (this.wait(choice, now) !== 0) return null
    const lines = [...this.#lines.values()].filter((line) => this.#dueAt(line, choice) <= now)
    for (const { line } of lines) this.#lines.delete(line)
    const news = this.#news
    this.#news = []
    this.#told = now
    return { lines: lines.map(({ member, line, speaker, did }) => ({ member, line, speaker, did })), news }
  }

  /** A line is told of when it is finished; in summaries also when its writer comes to no end. */
  #dueAt({ member, line, did, first, last }: Waiting, choice: SpeechChoice): number {
    const isLeft = did === 'removed' || this.#at.get(member) !== line
    const finished = isLeft ? last : last + REST_MS
    return choice === 'summary' ? Math.min(finished, first + EVERY_MS) : finished
  }
}
