import type { PassagePlace } from '../../../shared/threads/locate-passage.ts'
import type { ShownThread } from '../../threads/thread.ts'
import type { BegunThread } from '../../threads/thread-list.tsx'

/** The threads of a topic's notes, as its page shows them. */
export interface NotesThreads {
  readonly threads: readonly ShownThread[]
  /** Where passages stand, also those of threads that are being begun; a thread that is not here has lost its own. */
  readonly places: ReadonlyMap<string, PassagePlace>
  readonly detached: ReadonlySet<string>
  /** What I have begun and not sent. */
  readonly begun: readonly BegunThread[]
  /** The one in the address. */
  readonly selected: string | null
  select(thread: string | null): void
  /** A begun thread was sent. */
  begunDone(thread: string): void
  /** Begins a thread on the selected words, or on the line of the caret. */
  begin(): void
  /** Gives the focus back to the text. */
  leave(): void
}
