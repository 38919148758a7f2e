import { ROLES, type Role } from '../../shared/permissions/principal.ts'

/** Somebody who has the meeting open, as the server names them, and where they are. */
export interface Present {
  readonly member: string
  readonly name: string
  readonly role: Role
  readonly mechanism: string | null
  readonly colour: number
  /** `overview`, `notes/<topic>`, `draft` …; null: on no page of the meeting. */
  readonly at: string | null
}

/**
 * Reads the presences of a ledger room: each person once for each place they have open, those who draft first, then
 * by name. What the server did not sign with a name is passed over; my own page it does not send back: `mine`.
 */
export function readPresent(states: Iterable<unknown>, mine: Present | null = null): Present[] {
  const found = new Map<string, Present>()
  for (const state of mine === null
    ? states
    : [...states, { at: mine.at, user: { ...mine, id: mine.member } }]) {
    const person = parse(state)
    if (person !== null) found.set(`${person.member} ${person.at}`, person)
  }
  return [...found.values()].sort(
    (one, other) =>
      ROLES.indexOf(one.role) - ROLES.indexOf(other.role) ||
      one.name.localeCompare(other.name) ||
      String(one.at).localeCompare(String(other.at)),
  )
}

/** Gives each person once, whatever they have open. */
export function onceEach(present: readonly Present[]): Present[] {
  const seen = new Set<string>()
  return present.filter(({ member }) => {
    if (seen.has(member)) return false
    seen.add(member)
    return true
  })
}

function parse(state: unknown): Present | null {
  const { user, at } = (state ?? {}) as { user?: Record<string, unknown>; at?: unknown }
  const role = ROLES.find((known) => known === user?.['role'])
  if (user === undefined || role === undefined || typeof user['id'] !== 'string') return null
  return {
    member: user['id'],
    name: String(user['name']),
    role,
    mechanism: typeof user['mechanism'] === 'string' ? user['mechanism'] : null,
    colour: typeof user['colour'] === 'number' ? user['colour'] : 0,
    at: typeof at === 'string' ? at : null,
  }
}
