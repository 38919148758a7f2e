import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { isId, type MeetingId, type MemberId } from '../../shared/ids/ids.ts'
import { type MemberPrincipal, PHASES, ROLES, TOPIC_READERS } from '../../shared/permissions/principal.ts'
import type { MeetingFacts } from '../../shared/permissions/room-access.ts'
import { DurableFile } from './durable-file.ts'

const id = z.string().refine(isId)
const role = z.enum(ROLES)
const phase = z.enum(PHASES)

const shape = z.object({
  format: z.literal(1),
  meetings: z.record(
    z.string(),
    z.object({
      title: z.string(),
      phase,
      topics: z.record(z.string(), z.object({ title: z.string(), readers: z.enum(TOPIC_READERS) })),
    }),
  ),
  members: z.array(
    z.object({
      id,
      meeting: id,
      name: z.string(),
      role,
      topics: z.array(id),
      mechanism: z.string().nullable(),
      colour: z.number().int(),
    }),
  ),
  invitations: z.array(
    z.object({ hash: z.string(), meeting: id, member: id, ends: z.number(), usesLeft: z.number().int() }),
  ),
  signIns: z.array(z.object({ hash: z.string(), memberships: z.record(z.string(), id), at: z.number() })),
})

type Data = z.infer<typeof shape>
export type Member = Data['members'][number]
export type Meeting = Data['meetings'][string]

/** Why an invitation opens nothing. */
export type InvitationFault = 'invitation-unknown' | 'invitation-ended' | 'invitation-used'

const EMPTY: Data = { format: 1, meetings: {}, members: [], invitations: [], signIns: [] }

/**
 * Who may do what (JR6): meetings, members, invitations, sign-ins. Kept in memory, written durably at each change,
 * never on the way of typing. Tokens are kept as hashes only.
 */
export class Registry {
  readonly #db: Low<Data>
  /** What is on disk. */
  #data: Data
  #writing: Promise<void> = Promise.resolve()

  private constructor(db: Low<Data>) {
    this.#db = db
    this.#data = db.data
  }

  /** Opens the registry of a data folder, making it if there is none. Rejects with DamagedFile. */
  static async open(dataDir: string, onDamage: (path: string) => void = () => {}): Promise<Registry> {
    const file = new DurableFile(join(dataDir, 'registry', 'registry.json'), shape, onDamage)
    const db = new Low<Data>(file, structuredClone(EMPTY))
    await db.read()
    db.data ??= structuredClone(EMPTY)
    return new Registry(db)
  }

  get isEmpty(): boolean {
    return Object.keys(this.#data.meetings).length === 0
  }

  meeting(meetingId: string): Meeting | null {
    // The name comes from outside: `constructor` must not find Object's.
    const { meetings } = this.#data
    return Object.hasOwn(meetings, meetingId) ? (meetings[meetingId] ?? null) : null
  }

  member(meeting: string, memberId: string): Member | null {
    return this.#data.members.find((each) => each.meeting === meeting && each.id === memberId) ?? null
  }

  /** Says what of a meeting decides who may open which room; null for an unknown meeting. */
  facts(meeting: MeetingId): MeetingFacts | null {
    const found = this.meeting(meeting)
    if (found === null) return null
    const topics = new Map(Object.entries(found.topics).map(([id, { readers }]) => [id, readers]))
    return { meeting, phase: found.phase, topics }
  }

  async addMeeting(meetingId: string, meeting: Meeting): Promise<void> {
    await this.#change((data) => {
      if (data.meetings[meetingId] !== undefined) throw new Error(`There is a meeting ${meetingId} already.`)
      data.meetings[meetingId] = meeting
    })
  }

  async addMember(member: Member): Promise<void> {
    await this.#change((data) => {
      if (this.member(member.meeting, member.id) !== null)
        throw new Error(`There is a member ${member.id} already.`)
      data.members.push(member)
    })
  }

  /** Makes an invitation for a member; gives its token, which is kept nowhere. */
  async invite(meeting: string, member: string, uses: number, ends: number): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    await this.#change(({ invitations }) => {
      invitations.push({ hash: hashOf(token), meeting, member, ends, usesLeft: uses })
    })
    return token
  }

  /** Says whom a token invites, without using it up. */
  invitation(
    token: string,
    now: number,
  ): { meeting: Meeting & { id: string }; member: Member } | InvitationFault {
    const found = this.#data.invitations.find(({ hash }) => sameHash(hash, hashOf(token)))
    const meeting = found === undefined ? null : this.meeting(found.meeting)
    const member = found === undefined ? null : this.member(found.meeting, found.member)
    if (found === undefined || meeting === null || member === null) return 'invitation-unknown'
    if (found.ends <= now) return 'invitation-ended'
    if (found.usesLeft <= 0) return 'invitation-used'
    return { meeting: { ...meeting, id: found.meeting }, member }
  }

  /** Uses an invitation up by one and signs a browser in; gives the sign-in's token. */
  async signIn(token: string, now: number): Promise<{ signIn: string; member: Member } | InvitationFault> {
    const signIn = randomBytes(32).toString('base64url')
    let outcome: { signIn: string; member: Member } | InvitationFault = 'invitation-unknown'
    // Looked at inside the change: two presses at once must not both use up the last use.
    await this.#change((data) => {
      const invited = this.invitation(token, now)
      if (typeof invited === 'string') {
        outcome = invited
        return
      }
      const found = data.invitations.find(({ hash }) => sameHash(hash, hashOf(token)))
      if (found !== undefined) found.usesLeft--
      data.signIns.push({
        hash: hashOf(signIn),
        memberships: { [invited.meeting.id]: invited.member.id },
        at: now,
      })
      outcome = { signIn, member: invited.member }
    })
    return outcome
  }

  async signOut(signIn: string): Promise<void> {
    await this.#change((data) => {
      data.signIns = data.signIns.filter(({ hash }) => !sameHash(hash, hashOf(signIn)))
    })
  }

  /** Gives who a sign-in is in a meeting; null when it is nobody there. */
  principal(signIn: string, meeting: MeetingId): MemberPrincipal | null {
    const found = this.#data.signIns.find(({ hash }) => sameHash(hash, hashOf(signIn)))
    const memberId = found?.memberships[meeting]
    const member = memberId === undefined ? null : this.member(meeting, memberId)
    if (member === null) return null
    const { role, mechanism, topics } = member
    return { kind: 'member', meeting, member: member.id as MemberId, role, mechanism, topics }
  }

  /** Gives the memberships of a sign-in. */
  memberships(signIn: string): Member[] {
    const found = this.#data.signIns.find(({ hash }) => sameHash(hash, hashOf(signIn)))
    return Object.entries(found?.memberships ?? {}).flatMap(([meeting, memberId]) => {
      const member = this.member(meeting, memberId)
      return member === null ? [] : [member]
    })
  }

  /** Changes one after the other. What was changed can be read only when it is on disk. */
  #change(change: (data: Data) => void): Promise<void> {
    const next = this.#writing.then(async () => {
      const changed = structuredClone(this.#data)
      change(changed)
      this.#db.data = changed
      await this.#db.write()
      this.#data = changed
    })
    this.#writing = next.catch(() => {})
    return next
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
