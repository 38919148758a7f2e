import { join } from 'node:path'
import { Low } from 'lowdb'
import type { MeetingId, MemberId } from '../../shared/ids/ids.ts'
import type { MemberPrincipal, Phase } from '../../shared/permissions/principal.ts'
import type { MeetingFacts } from '../../shared/permissions/room-access.ts'
import { DurableFile } from './durable-file.ts'
import {
  type Invitation,
  type Meeting,
  type Member,
  type RegistryData,
  registryShape,
} from './registry-shape.ts'
import { findByToken, hashOf, makeToken } from './tokens.ts'

/** Why an invitation opens nothing. */
export type InvitationFault = 'invitation-unknown' | 'invitation-ended' | 'invitation-used'

/** Whom an invitation invites. */
export interface Invited {
  readonly meeting: Meeting & { readonly id: string }
  readonly member: Member
  readonly ends: number
}

/** How a browser signs in. */
export interface SignInRequest {
  readonly token: string
  readonly now: number
  /** The name that the person goes by, where it differs from the invited one. */
  readonly name?: string | undefined
  /** The sign-in this browser has: it holds one membership per meeting. */
  readonly current?: string | null | undefined
  /** Takes the place of another member of the same meeting in this browser. */
  readonly replace?: boolean | undefined
}

/** A browser that is signed in. `signIn` is its token, kept nowhere here. */
export interface SignedIn {
  readonly signIn: string
  readonly member: Member
}

const EMPTY: RegistryData = { format: 1, meetings: {}, members: [], invitations: [], signIns: [] }

/**
 * Who may do what (JR6): meetings, members, invitations, sign-ins. Kept in memory, written durably at each change,
 * never on the way of typing. Tokens are kept as hashes only.
 */
export class Registry {
  readonly #db: Low<RegistryData>
  readonly #listeners = new Set<(meeting: MeetingId) => void>()
  /** What is on disk. */
  #data: RegistryData
  #writing: Promise<void> = Promise.resolve()

  private constructor(db: Low<RegistryData>) {
    this.#db = db
    this.#data = db.data
  }

  /** Opens the registry of a data folder, making it if there is none. Rejects with DamagedFile. */
  static async open(dataDir: string, onDamage: (path: string) => void = () => {}): Promise<Registry> {
    const file = new DurableFile(join(dataDir, 'registry', 'registry.json'), registryShape, onDamage)
    const db = new Low<RegistryData>(file, structuredClone(EMPTY))
    await db.read()
    db.data ??= structuredClone(EMPTY)
    return new Registry(db)
  }

  get isEmpty(): boolean {
    return Object.keys(this.#data.meetings).length === 0
  }

  /** Calls back after each change of a meeting that is on disk: its settings, its members. */
  onChange(listener: (meeting: MeetingId) => void): void {
    this.#listeners.add(listener)
  }

  /** Names every meeting. */
  meetings(): MeetingId[] {
    return Object.keys(this.#data.meetings) as MeetingId[]
  }

  meeting(meetingId: string): Meeting | null {
    // The name comes from outside: `constructor` must not find Object's.
    const { meetings } = this.#data
    return Object.hasOwn(meetings, meetingId) ? (meetings[meetingId] ?? null) : null
  }

  member(meeting: string, memberId: string): Member | null {
    return this.#data.members.find((each) => each.meeting === meeting && each.id === memberId) ?? null
  }

  members(meeting: string): Member[] {
    return this.#data.members.filter((each) => each.meeting === meeting)
  }

  /** Says what of a meeting decides who may open which room; null for an unknown meeting. */
  facts(meeting: MeetingId): MeetingFacts | null {
    const found = this.meeting(meeting)
    if (found === null) return null
    const topics = new Map(Object.entries(found.topics).map(([id, { readers }]) => [id, readers]))
    return { meeting, phase: found.phase, topics }
  }

  /** Makes a meeting with its first members, whole or not at all. */
  async addMeeting(meetingId: string, meeting: Meeting, members: readonly Member[] = []): Promise<void> {
    await this.#change([meetingId], (data) => {
      if (data.meetings[meetingId] !== undefined) throw new Error(`There is a meeting ${meetingId} already.`)
      data.meetings[meetingId] = meeting
      data.members.push(...members)
    })
  }

  async addMember(member: Member): Promise<void> {
    await this.#change([member.meeting], (data) => {
      if (this.member(member.meeting, member.id) !== null)
        throw new Error(`There is a member ${member.id} already.`)
      data.members.push(member)
    })
  }

  async setPhase(meeting: MeetingId, phase: Phase): Promise<void> {
    await this.#change([meeting], (data) => {
      const found = data.meetings[meeting]
      if (found !== undefined) found.phase = phase
    })
  }

  /** Changes what a member may do. The last chair stays one: nobody could undo it. False: it would not. */
  async changeMember(
    meeting: MeetingId,
    id: string,
    change: Partial<Pick<Member, 'role' | 'topics' | 'mechanism'>>,
  ): Promise<boolean> {
    let done = false
    await this.#change([meeting], (data) => {
      const ofMeeting = data.members.filter((each) => each.meeting === meeting)
      const found = ofMeeting.find((each) => each.id === id)
      if (found === undefined) return
      Object.assign(found, change)
      done = ofMeeting.some(({ role }) => role === 'chair')
      if (!done) Object.assign(found, this.member(meeting, id))
    })
    return done
  }

  /** Makes an invitation for a member; gives its token, which is kept nowhere. Older ones stay valid. */
  async invite(
    meeting: string,
    member: string,
    { uses, ends, now = Date.now() }: { uses: number; ends: number; now?: number },
  ): Promise<string> {
    const token = makeToken()
    await this.#change([], ({ invitations }) => {
      const hash = hashOf(token)
      invitations.push({
        ...{ hash, meeting, member, madeAt: now, ends, uses },
        ...{ usesLeft: uses, firstUsedAt: null, revoked: false },
      })
    })
    return token
  }

  /** Withdraws every invitation of a member. Sign-ins stay. */
  async revoke(meeting: string, member: string): Promise<void> {
    await this.#change([], ({ invitations }) => {
      for (const each of invitations)
        if (each.meeting === meeting && each.member === member) each.revoked = true
    })
  }

  /** Gives the invitations of a meeting, newest last, without their hashes. */
  invitations(meeting: string): Omit<Invitation, 'hash'>[] {
    return this.#data.invitations
      .filter((each) => each.meeting === meeting)
      .map(({ hash: _hash, ...rest }) => rest)
  }

  /** Says when an invitation ended or ends; null for one that is not known. */
  invitationEnd(token: string): number | null {
    return findByToken(this.#data.invitations, token)?.ends ?? null
  }

  /** Says whom a token invites, without using it up. */
  invitation(token: string, now: number): Invited | InvitationFault {
    const found = findByToken(this.#data.invitations, token)
    const meeting = found === undefined ? null : this.meeting(found.meeting)
    const member = found === undefined ? null : this.member(found.meeting, found.member)
    if (found === undefined || found.revoked || meeting === null || member === null)
      return 'invitation-unknown'
    if (found.ends <= now) return 'invitation-ended'
    if (found.usesLeft <= 0) return 'invitation-used'
    return { meeting: { ...meeting, id: found.meeting }, member, ends: found.ends }
  }

  /** Uses an invitation up by one and signs a browser in; nothing is used up where it is that member already. */
  async signIn(request: SignInRequest): Promise<SignedIn | InvitationFault | 'signed-in-already'> {
    const { token, now, name } = request
    let outcome: SignedIn | InvitationFault | 'signed-in-already' = 'invitation-unknown'
    const meeting = findByToken(this.#data.invitations, token)?.meeting ?? null
    // A guess must not cost a write.
    if (meeting === null) return 'invitation-unknown'
    // Looked at inside the change: two presses at once must not both use up the last use.
    await this.#change([meeting], (data) => {
      const invitation = findByToken(data.invitations, token)
      const own = request.current == null ? undefined : findByToken(data.signIns, request.current)
      const already = invitation === undefined ? undefined : own?.memberships[invitation.meeting]
      const isSame = already !== undefined && already === invitation?.member && !invitation.revoked
      const invited = this.invitation(token, now)
      if (typeof invited === 'string' && !(isSame && invited === 'invitation-used')) {
        outcome = invited
        return
      }
      if (invitation === undefined) return
      if (already !== undefined && !isSame && request.replace !== true) {
        outcome = 'signed-in-already'
        return
      }
      const member = data.members.find(
        (each) => each.meeting === invitation.meeting && each.id === invitation.member,
      ) as Member
      if (name !== undefined) member.name = name
      if (!isSame) invitation.usesLeft--
      invitation.firstUsedAt ??= now
      outcome = { signIn: this.#enter(data, own, request.current ?? null, member, now), member }
    })
    return outcome
  }

  /** Ends a sign-in, in every meeting. */
  async signOut(signIn: string): Promise<void> {
    const meetings = this.memberships(signIn).map(({ meeting }) => meeting)
    await this.#change(meetings, (data) => {
      const found = findByToken(data.signIns, signIn)
      data.signIns = data.signIns.filter((each) => each !== found)
    })
  }

  /** Gives who a sign-in is in a meeting; null when it is nobody there. */
  principal(signIn: string, meeting: MeetingId): MemberPrincipal | null {
    const memberships = findByToken(this.#data.signIns, signIn)?.memberships ?? {}
    const memberId = Object.hasOwn(memberships, meeting) ? memberships[meeting] : undefined
    const member = memberId === undefined ? null : this.member(meeting, memberId)
    if (member === null) return null
    const { role, mechanism, topics } = member
    return { kind: 'member', meeting, member: member.id as MemberId, role, mechanism, topics }
  }

  /** Gives the memberships of a sign-in. */
  memberships(signIn: string): Member[] {
    const found = findByToken(this.#data.signIns, signIn)
    return Object.entries(found?.memberships ?? {}).flatMap(([meeting, memberId]) => {
      const member = this.member(meeting, memberId)
      return member === null ? [] : [member]
    })
  }

  #enter(
    { signIns }: RegistryData,
    own: RegistryData['signIns'][number] | undefined,
    current: string | null,
    { meeting, id }: Member,
    now: number,
  ): string {
    if (own !== undefined && current !== null) {
      own.memberships[meeting] = id
      return current
    }
    const signIn = makeToken()
    signIns.push({ hash: hashOf(signIn), memberships: { [meeting]: id }, at: now })
    return signIn
  }

  /** Changes one after the other. What was changed can be read only when it is on disk. */
  #change(meetings: readonly string[], change: (data: RegistryData) => void): Promise<void> {
    const next = this.#writing.then(async () => {
      const changed = structuredClone(this.#data)
      change(changed)
      this.#db.data = changed
      await this.#db.write()
      this.#data = changed
      for (const meeting of meetings) for (const listener of this.#listeners) listener(meeting as MeetingId)
    })
    this.#writing = next.catch(() => {})
    return next
  }
}
