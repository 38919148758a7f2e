import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Low } from 'lowdb'
import type { MeetingId, MemberId } from '../../shared/ids/ids.ts'
import type { TopicFact } from '../../shared/meeting/facts.ts'
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
import {
  endSignIns,
  type InvitationFault,
  type Invited,
  invitedBy,
  memberOf,
  type SignedIn,
  type SignInRequest,
  spendInvitation,
  type Told,
} from './sign-in.ts'
import { byHash, hashOf, makeToken } from './tokens.ts'

const EMPTY: RegistryData = { format: 1, meetings: {}, members: [], invitations: [], signIns: [] }

/**
 * Who may do what (JR6): meetings, members, invitations, sign-ins. Kept in memory, written durably at each change,
 * never on the way of typing. Tokens are kept as hashes only.
 */
export class Registry {
  readonly #db: Low<RegistryData>
  readonly #listeners = new Set<(meeting: MeetingId) => void>()
  /** What is on disk, and its tokens by their hashes: who a request is costs no search. */
  #data: RegistryData
  #invitations: ReadonlyMap<string, Invitation>
  #signIns: ReadonlyMap<string, RegistryData['signIns'][number]>
  #writing: Promise<void> = Promise.resolve()

  private constructor(db: Low<RegistryData>) {
    this.#db = db
    this.#data = db.data
    this.#invitations = byHash(db.data.invitations)
    this.#signIns = byHash(db.data.signIns)
  }

  /**
   * Opens the registry of a data folder, making it if there is none; says when it reads the last good copy instead.
   * Rejects with DamagedFile.
   */
  static async open(dataDir: string, onCopyRead: (path: string) => void = () => {}): Promise<Registry> {
    const file = new DurableFile(join(dataDir, 'registry', 'registry.json'), registryShape, onCopyRead)
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
    await this.#change((data) => {
      if (Object.hasOwn(data.meetings, meetingId)) throw new Error(`There is a meeting ${meetingId} already.`)
      data.meetings[meetingId] = meeting
      data.members.push(...members)
      return [meetingId]
    })
  }

  async addMember(member: Member): Promise<void> {
    await this.#change((data) => {
      if (this.member(member.meeting, member.id) !== null)
        throw new Error(`There is a member ${member.id} already.`)
      data.members.push(member)
      return [member.meeting]
    })
  }

  async setPhase(meeting: MeetingId, phase: Phase): Promise<void> {
    await this.#change(({ meetings }) => {
      const found = Object.hasOwn(meetings, meeting) ? meetings[meeting] : undefined
      if (found === undefined || found.phase === phase) return null
      found.phase = phase
      return [meeting]
    })
  }

  /** Changes who may open a topic's notes, and how much is told of who spoke there. */
  async changeTopic(
    meeting: MeetingId,
    topic: string,
    change: Partial<Pick<TopicFact, 'readers' | 'cap'>>,
  ): Promise<void> {
    await this.#change(({ meetings }) => {
      const topics = Object.hasOwn(meetings, meeting) ? meetings[meeting]?.topics : undefined
      const found = topics !== undefined && Object.hasOwn(topics, topic) ? topics[topic] : undefined
      if (found === undefined) return null
      const before = { ...found }
      Object.assign(found, change)
      return isDeepStrictEqual(found, before) ? null : [meeting]
    })
  }

  /**
   * Changes what a member may do. The last chair stays one: nobody could undo it. False: it would not. Whoever becomes
   * chair loses the open invitations made before: they were meant for less, and a chair's works once.
   */
  async changeMember(
    meeting: MeetingId,
    id: string,
    change: Partial<Pick<Member, 'role' | 'topics' | 'mechanism'>>,
  ): Promise<boolean> {
    let done = false
    await this.#change((data) => {
      const ofMeeting = data.members.filter((each) => each.meeting === meeting)
      const found = ofMeeting.find((each) => each.id === id)
      if (found === undefined) return null
      const before = structuredClone(found)
      Object.assign(found, change)
      done = ofMeeting.some(({ role }) => role === 'chair')
      if (!done || isDeepStrictEqual(found, before)) return null
      if (found.role === 'chair' && before.role !== 'chair')
        for (const each of data.invitations)
          if (each.meeting === meeting && each.member === id && each.usesLeft > 0) each.revoked = true
      return [meeting]
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
    await this.#change(({ invitations }) => {
      const hash = hashOf(token)
      invitations.push({
        ...{ hash, meeting, member, madeAt: now, ends, uses },
        ...{ usesLeft: uses, firstUsedAt: null, revoked: false },
      })
      return []
    })
    return token
  }

  /** Withdraws every invitation of a member. Sign-ins stay. */
  async revoke(meeting: string, member: string): Promise<void> {
    await this.#change(({ invitations }) => {
      const standing = invitations.filter(
        (each) => each.meeting === meeting && each.member === member && !each.revoked,
      )
      for (const each of standing) each.revoked = true
      return standing.length > 0 ? [] : null
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
    return this.#invitations.get(hashOf(token))?.ends ?? null
  }

  /** Says whom a token invites, without using it up. */
  invitation(token: string, now: number): Invited | InvitationFault {
    const found = this.#invitations.get(hashOf(token))
    const meeting = found === undefined ? null : this.meeting(found.meeting)
    const member = found === undefined ? null : this.member(found.meeting, found.member)
    return invitedBy(found, meeting, member, now)
  }

  /** Uses an invitation up by one and signs a browser in; nothing is used up where it is that member already. */
  async signIn(request: SignInRequest): Promise<SignedIn | InvitationFault | 'signed-in-already'> {
    let outcome: SignedIn | InvitationFault | 'signed-in-already' = 'invitation-unknown'
    // A guess must not cost a copy of everything.
    if (!this.#invitations.has(hashOf(request.token))) return outcome
    // Looked at inside the change: two presses at once must not both use up the last use.
    await this.#change((data) => {
      const used = spendInvitation(data, request)
      outcome = used.outcome
      return used.told
    })
    return outcome
  }

  /** Ends a sign-in, in every meeting. */
  async signOut(signIn: string): Promise<void> {
    const hash = hashOf(signIn)
    if (!this.#signIns.has(hash)) return
    await this.#change((data) => {
      const found = data.signIns.find((each) => each.hash === hash)
      data.signIns = data.signIns.filter((each) => each !== found)
      return found === undefined ? null : Object.keys(found.memberships)
    })
  }

  /** Signs a member out in every browser. Invitations stay: they are withdrawn by `revoke`. */
  async endSignIns(meeting: MeetingId, member: string): Promise<void> {
    await this.#change((data) => endSignIns(data, meeting, member))
  }

  /** Gives who a sign-in is in a meeting; null when it is nobody there. */
  principal(signIn: string, meeting: MeetingId): MemberPrincipal | null {
    const found = this.#signIns.get(hashOf(signIn))
    const memberId = found === undefined ? undefined : memberOf(found, meeting)
    const member = memberId === undefined ? null : this.member(meeting, memberId)
    if (member === null) return null
    const { role, mechanism, topics } = member
    return { kind: 'member', meeting, member: member.id as MemberId, role, mechanism, topics }
  }

  /** Gives the memberships of a sign-in. */
  memberships(signIn: string): Member[] {
    const found = this.#signIns.get(hashOf(signIn))
    return Object.entries(found?.memberships ?? {}).flatMap(([meeting, memberId]) => {
      const member = this.member(meeting, memberId)
      return member === null ? [] : [member]
    })
  }

  /**
   * Changes one after the other. What was changed can be read only when it is on disk; then the listeners of the
   * meetings that `change` gives hear of it. Null: nothing was changed, so nothing is written and nobody told.
   */
  #change(change: (data: RegistryData) => Told): Promise<void> {
    const next = this.#writing.then(async () => {
      const changed = structuredClone(this.#data)
      const told = change(changed)
      if (told === null) return
      this.#db.data = changed
      await this.#db.write()
      this.#data = changed
      this.#invitations = byHash(changed.invitations)
      this.#signIns = byHash(changed.signIns)
      for (const meeting of told) for (const listener of this.#listeners) listener(meeting as MeetingId)
    })
    this.#writing = next.catch(() => {})
    return next
  }
}
