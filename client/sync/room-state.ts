import type { Wipe } from '../../shared/protocol/messages.ts'

/** What a page may know of one room; a new object at each change. */
export interface RoomState {
  /** `closed`: refused for good, see `fault`. */
  readonly link: 'connecting' | 'online' | 'offline' | 'closed'
  /** When the link last became what it is, in milliseconds since 1970. */
  readonly linkSince: number
  /** Nothing is shown for `none`: not loaded is not empty. `cached`: what this device kept; `live`: the server's. */
  readonly text: 'none' | 'cached' | 'live'
  /** When the server last said how the text stands; null: never on this device. */
  readonly asOf: number | null
  readonly mayWrite: boolean
  /** Local transactions that no `stored` covers; 0: everything is on the server's disk. */
  readonly unsaved: number
  readonly unsavedSince: number | null
  /** This device holds what is unsaved (IndexedDB has said so). */
  readonly kept: boolean
  /** How many of the unsaved ones IndexedDB has confirmed: what is told as kept here. */
  readonly keptCount: number
  /** Why the server does not take more: for now (`storage-…`), or, with a closed link, for good. */
  readonly fault: RoomFault | null
  /** This client is at its end: whoever holds it makes a new one. */
  readonly over: boolean
}

export interface RoomFault {
  readonly code: string
  readonly hint: string
  /** The server kept the words for the chair (SY11). */
  readonly late?: boolean
  /** What would vanish for everybody: the person is asked (SY8). */
  readonly wipe?: Wipe
}

/** Gives the state of a room that nobody has asked for yet. */
export function initialState(now: number): RoomState {
  return {
    link: 'connecting',
    linkSince: now,
    text: 'none',
    asOf: null,
    mayWrite: false,
    unsaved: 0,
    unsavedSince: null,
    kept: false,
    keptCount: 0,
    fault: null,
    over: false,
  }
}

/** Tells whether a fault is the server's storage, which comes back by itself (SY7). */
export function isStorageFault(fault: RoomFault | null): boolean {
  return fault?.code.startsWith('storage-') ?? false
}

/** Tells whether somebody must look: words were not taken, or a text waits to be deleted or kept. */
export function needsAnswer(state: RoomState): boolean {
  return isRefused(state) && (state.unsaved > 0 || state.fault?.wipe !== undefined)
}

/** Tells whether the server takes nothing more of this client. A sign-in that ended takes it later. */
export function isRefused({ link, fault }: Pick<RoomState, 'link' | 'fault'>): boolean {
  return link === 'closed' && fault?.code !== 'signed-out'
}
