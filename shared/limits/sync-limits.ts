// Every bound of the sync server, with its reason (SY8).

/** Largest frame from a client: an hour of offline notes is some 300 kB, a pasted book 2 MB. */
export const MAX_FRAME_BYTES = 8 * 1024 * 1024

/** Late words of one connection that are kept for the chair: a day offline (SY11). */
export const MAX_LATE_BYTES = 2 * 1024 * 1024

/** Frames that wait while a room is loaded (RM1): a client sends three at once, then waits for the answer. */
export const MAX_WAITING_FRAMES = 64

/** Longest presence of one client, as JSON: two carets and a page are some 300 characters. */
export const MAX_PRESENCE_CHARS = 4096

/** A tick: updates that arrive within it share one transaction of the journal and one frame (SY1). */
export const TICK_MS = 10

/** How often a quiet connection hears something: y-websocket 3.1 reconnects after 30 s of silence. */
export const KEEP_ALIVE_MS = 15_000

/** How long sockets may take to close when the server stops. */
export const CLOSE_GRACE_MS = 2000

/** Late words of one member in one room that wait for the chair. */
export const MAX_LATE_BYTES_PER_MEMBER = 4 * 1024 * 1024
export const MAX_LATE_PER_MEMBER = 20

/** Bytes of a state vector for each client that the room has, and clients that a page may know beyond them. */
export const VECTOR_BYTES_PER_CLIENT = 16
export const MAX_UNKNOWN_CLIENTS = 1024

/** After this a room that nobody has open leaves memory. */
export const IDLE_ROOM_MS = 30_000

/** Entries after which a snapshot is kept, so that a cold start reads few (JR1). */
export const SNAPSHOT_EVERY = 500

/** How often a broken storage is tried again (SY7). */
export const REOPEN_MS = 1000

/** Bytes waiting for a socket, past which it gets no news until it has drained (SY5): some seconds of a thin link. */
export const MAX_BEHIND_BYTES = 1024 * 1024

/** A socket with fewer bytes waiting has drained. */
export const DRAINED_BYTES = 64 * 1024

/** How often a socket that fell behind is looked at. */
export const CATCH_UP_POLL_MS = 100

/** A socket that has not drained for so long is closed and may come back. */
export const MAX_BEHIND_MS = 60_000

/** How long newcomers are answered at a stretch before typing has its turn (SY6): half a tick. */
export const JOIN_SLICE_MS = 5

/** The pause between two such stretches: whatever else waits has its turn. */
export const JOIN_PAUSE_MS = 1

/** A stored state of this many bytes is sent before it is read into memory: Yjs takes a tenth of a second for it. */
export const LARGE_STATE_BYTES = 64 * 1024

/** Reading waits for a rush of openers to end, and no longer than the second figure. */
export const RUSH_MS = 40
export const MAX_RUSH_MS = 500

/** The longest tick, under load (SY1): two frames of a screen. */
export const MAX_TICK_MS = 30

/** How many times the work of one tick passes until the next, between the two bounds. */
export const TICK_STRETCH = 8

/** Presence waits so long for news of the text to go with (SY4): two frames of a screen. */
export const NEAR_PRESENCE_MS = 30

/** How often pages other than one's own tell who is there (SY4). */
export const FAR_PRESENCE_MS = 500

/** Frames that one connection may send: a typist sends 20 a second, a provider that comes back some hundred at once. */
export const MAX_FRAMES_PER_SECOND = 500
export const MAX_FRAMES_BURST = 5000

/** Bytes that one connection may send: two books at once, then one in 8 s. */
export const MAX_BYTES_PER_SECOND = 1024 * 1024
export const MAX_BYTES_BURST = 2 * MAX_FRAME_BYTES

/** Bytes of one member that wait in a room for the disk (SY7): what one connection may send at once. */
export const MAX_WAITING_BYTES = 2 * MAX_FRAME_BYTES

/** What an update takes beside its bytes while it waits: objects and a place in lists. */
export const WAITING_UPDATE_BYTES = 256

/** A text with fewer letters and digits is never guarded from a wipe (SY8): some three lines, typed again in a minute. */
export const WIPE_MIN_CHARS = 200

/** An answer that removes more than this share of a text is asked about: "most of it" is more than half. */
export const WIPE_SHARE = 0.5

/** Sockets of one member: a tab opens up to eight rooms, and people keep tabs on several devices. */
export const MAX_CONNECTIONS_PER_MEMBER = 64

/** Pieces of one update that go where the words before them have gone (DR2): an hour offline among them makes some dozens. */
export const MAX_STRAYED = 500
