// Bounds of what comes over HTTP, each with its reason.

/** Longest name a person may go by: it stands in a rail and in margins. */
export const MAX_NAME_CHARS = 80

/** Unknown invitations that one address may try within the window: a whole meeting sits behind one address, and mistypes. */
export const MAX_SIGN_IN_FAILURES = 60
export const SIGN_IN_WINDOW_MS = 60_000

/** How long an invitation is good for: a consultation's preparation. */
export const INVITATION_MS = 30 * 24 * 3600 * 1000

/** Devices on which one invitation may be used: a laptop and a phone. */
export const INVITATION_USES = 2

/** Threads of one room, resolved ones too: everybody who opens the room is sent them all; a long negotiation has some 300. */
export const MAX_THREADS = 2000
/** Comments of one thread, deleted ones too: more than anybody reads, and no thread can crowd out the others. */
export const MAX_THREAD_COMMENTS = 500
/** Comments of one member in one room, deleted ones too: no one may fill the room for all. 2,000 is a whole meeting's. */
export const MAX_MEMBER_COMMENTS = 1000

/** Corrections of one topic, decided ones too: everybody who opens its notes is sent them all. */
export const MAX_CORRECTIONS = 1000

/** Sensitive passages of one meeting that are kept back at once: everybody who drafts is sent them all. */
export const MAX_WITHHELD = 1000
