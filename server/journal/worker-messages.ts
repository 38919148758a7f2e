import type { RoomName } from '../../shared/ids/ids.ts'
import type { Batch, JournalFault, Snapshot } from './journal.ts'

/** What the server's thread asks of the journal's. */
export type JournalCall =
  | { readonly do: 'append'; readonly batch: Batch }
  | { readonly do: 'read'; readonly room: RoomName }
  | { readonly do: 'history'; readonly room: RoomName; readonly after: number }
  | { readonly do: 'keepSnapshot'; readonly room: RoomName; readonly snapshot: Snapshot }
  | { readonly do: 'commandResult'; readonly key: string }
  | { readonly do: 'lateWords'; readonly room: RoomName }
  | { readonly do: 'rooms' }
  | { readonly do: 'prove' }
  | { readonly do: 'close' }

export interface JournalRequest {
  readonly id: number
  readonly call: JournalCall
}

/** The answer: a result, or why there is none. Errors lose their class between threads. */
export type JournalReply =
  | { readonly id: number; readonly result: unknown }
  | {
      readonly id: number
      readonly fault: JournalFault
      readonly message: string
      readonly room: RoomName | null
    }
