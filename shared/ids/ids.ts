declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

export type MeetingId = Branded<'MeetingId'>
export type MemberId = Branded<'MemberId'>
/** Names a room: `m/<meeting>/notes/<topic>`, `m/<meeting>/draft` and the others of design §2. */
export type RoomName = Branded<'RoomName'>

const ID = /^[A-Za-z0-9_-]{1,64}$/

/** Tells whether text is an id as format.md has them. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}

/** What a room's name says (design §2). */
export type RoomParts =
  | { readonly meeting: MeetingId; readonly kind: 'notes'; readonly topic: string }
  | { readonly meeting: MeetingId; readonly kind: 'person'; readonly member: MemberId }
  | { readonly meeting: MeetingId; readonly kind: 'draft' | 'ledger' | 'drafting' | 'screen' }

/** Reads a room's name; null when there can be no such room. */
export function parseRoomName(value: unknown): { readonly name: RoomName; readonly parts: RoomParts } | null {
  if (typeof value !== 'string') return null
  const [prefix, meeting, kind, id, ...rest] = value.split('/')
  if (prefix !== 'm' || !isId(meeting) || rest.length > 0) return null
  const name = value as RoomName
  const of = meeting as MeetingId
  if (kind === 'notes') return isId(id) ? { name, parts: { meeting: of, kind, topic: id } } : null
  if (kind === 'person')
    return isId(id) ? { name, parts: { meeting: of, kind, member: id as MemberId } } : null
  if (id !== undefined) return null
  if (kind === 'draft' || kind === 'ledger' || kind === 'drafting' || kind === 'screen') {
    return { name, parts: { meeting: of, kind } }
  }
  return null
}
