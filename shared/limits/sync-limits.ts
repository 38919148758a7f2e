// Every bound of the sync server, with its reason (SY8).

/** Largest frame from a client: an hour of offline notes is some 300 kB, a pasted book 2 MB. */
export const MAX_FRAME_BYTES = 8 * 1024 * 1024

/** Frames that wait while a room is loaded (RM1): a client sends three at once, then waits for the answer. */
export const MAX_WAITING_FRAMES = 64

/** Longest presence of one client, as JSON: two carets and a page are some 300 characters. */
export const MAX_PRESENCE_CHARS = 4096

/** A tick: updates that arrive within it share one transaction of the journal and one frame (SY1). */
export const TICK_MS = 10

/** How often a quiet connection hears something: y-websocket 3.1 reconnects after 30 s of silence. */
export const KEEP_ALIVE_MS = 15_000

/** After this a room that nobody has open leaves memory. */
export const IDLE_ROOM_MS = 30_000

/** Entries after which a snapshot is kept, so that a cold start reads few (JR1). */
export const SNAPSHOT_EVERY = 500

/** How often a broken storage is tried again (SY7). */
export const REOPEN_MS = 1000

/** Bytes waiting for a socket that doesn't drain, past which it is closed and may come back (SY5). */
export const MAX_BUFFERED_BYTES = 32 * 1024 * 1024
