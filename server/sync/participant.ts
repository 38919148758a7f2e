import type { MemberId } from '../../shared/ids/ids.ts'
import type { RefusedUpdate } from './incoming.ts'
import type { PresentMember } from './presence.ts'

/** A connection, as its room sees it. */
export interface Participant {
  readonly member: PresentMember & { readonly id: MemberId }
  readonly mayWrite: boolean
  /** Whether it may have written in another phase, so that what it sends may have come too late (SY11). */
  readonly mayBeLate: boolean
  /** Whether it has been given the room's state, and so follows what comes. */
  readonly follows: boolean
  /** Whether it asked who typed what, and so hears of every new binding, delegation and move. */
  readonly watchesAuthorship: boolean
  /** Whether it remembers whose clientID it was told, so that presence need not name them again (SY4). */
  readonly remembersPeople: boolean
  /** Sends news of the text, when all is on disk; one that doesn't read gets it later, in one diff (SY5). */
  sendText(frame: Uint8Array): void
  /** Sends who is here or who typed what; one that doesn't read gets all of it later. */
  sendFact(frame: Uint8Array): void
  /** Gives what it lacks, and from then on it follows. */
  answer(vector: Uint8Array): void
  /** The first `count` of its update frames are on disk. */
  stored(count: number): void
  /** One of its updates was refused; `kept`: the words wait for the chair as late words (SY11). */
  refuse(error: RefusedUpdate, kept?: boolean): void
  /** The room can't go on; it may come back. */
  interrupt(fault: RoomFault): void
}

/** An update frame as it arrived. */
export interface Received {
  readonly from: Participant
  readonly update: Uint8Array
  /** How many update frames its connection has sent, this one included. */
  readonly count: number
  /** It is the answer to what the server lacked, so that nothing of its sender is missing after it. */
  readonly isAnswer: boolean
  /** Of an answer: how many characters it may remove without a question (SY8). What is typed may remove all. */
  readonly mayRemove?: number | null
}

/** Why a room stopped. */
export type RoomFault = 'storage-full' | 'storage-failed' | 'broken'
