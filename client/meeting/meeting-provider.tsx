import { createContext, type ReactNode, useContext, useEffect, useLayoutEffect, useMemo } from 'react'
import { useMatch } from 'react-router'
import type { MeetingId, MemberId } from '../../shared/ids/ids.ts'
import type { LedgerFacts } from '../../shared/meeting/facts.ts'
import { can } from '../../shared/permissions/can.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import type { MeetingFacts } from '../../shared/permissions/room-access.ts'
import { actAs } from '../api/acting-as.ts'
import type { Membership } from '../api/membership.ts'
import { openRooms } from '../sync/open-rooms.ts'
import type { RoomClient } from '../sync/room-client.ts'
import { useRoom, useRoomState } from '../sync/use-room.ts'
import { type FactsOf, LedgerReader } from './ledger-facts.ts'
import type { Me, Meeting, Topic } from './meeting.ts'
import { keptMembership, myMeetings, watchOtherTabs } from './my-meetings.ts'
import { useLedgerFacts } from './use-ledger-facts.ts'

const MeetingContext = createContext<Meeting | undefined>(undefined)

interface MeetingProviderProps {
  membership: Membership
  /** Stands in for the children until the ledger has been read, from the server or from this device. */
  waiting(ledger: RoomClient): ReactNode
  children: ReactNode
}

/** Opens a meeting's ledger and gives what it tells to everything inside. */
export function MeetingProvider({ membership, waiting, children }: MeetingProviderProps) {
  const { meeting, member } = membership
  // "Writes" keeps it on this device, although nobody writes there: without the server it can then still be read.
  const ledger = useRoom(`m/${meeting.id}/ledger`, member.id, true)
  const { text } = useRoomState(ledger)
  const reader = useMemo(() => new LedgerReader(ledger.doc), [ledger])
  const current = useCurrentMeeting(membership, ledger, reader)

  useEffect(() => {
    openRooms.deliverUnsent(member.id, (room) => room.startsWith(`m/${meeting.id}/`))
  }, [member.id, meeting.id])

  // Every member may read the draft: at its address it comes beside the ledger, and not after it.
  const isDraft = useMatch('/m/:meeting/draft/*') !== null
  useEffect(
    () => (isDraft ? openRooms.hold(`m/${meeting.id}/draft`, member.id, true) : undefined),
    [isDraft, meeting.id, member.id],
  )

  const isLive = text === 'live'
  useEffect(() => {
    if (isLive && current !== null) giveUpClosed(current, member.id)
  }, [isLive, current, member.id])

  // Before anything inside sends a command.
  useLayoutEffect(() => actAs(meeting.id, member.id), [meeting.id, member.id])

  // A sign-in in another tab ends the one before it, and with that this tab's connections. The new one is theirs too,
  // unless it is somebody else's: then this page asks anew who it is.
  useEffect(
    () =>
      watchOtherTabs(() => {
        if (keptMembership(meeting.id)?.member.id === member.id) openRooms.wake()
        else void myMeetings.ask()
      }),
    [meeting.id, member.id],
  )

  if (text === 'none' || current === null) return waiting(ledger)
  return <MeetingContext value={current}>{children}</MeetingContext>
}

/** What the ledger says a member may not read (any more) is not to stay on their device. */
function giveUpClosed({ id, topics, may }: Meeting, member: string): void {
  for (const topic of topics)
    if (!may('read-notes', { topic })) openRooms.giveUp(`m/${id}/notes/${topic.id}`, member)
  if (!may('read-drafting')) openRooms.giveUp(`m/${id}/drafting`, member)
}

function useCurrentMeeting(
  { meeting: { id }, member }: Membership,
  ledger: RoomClient,
  reader: LedgerReader,
): Meeting | null {
  const meeting = useLedgerFacts(reader, 'meeting').get('meeting')
  const topicFacts = useLedgerFacts(reader, 'topics')
  const mechanisms = useLedgerFacts(reader, 'mechanisms')
  const members = useLedgerFacts(reader, 'members')
  return useMemo(() => {
    if (meeting === undefined) return null
    const me: Me = { ...member, ...members.get(member.id) }
    const topics = [...topicFacts].map(([topic, fact]): Topic => ({ ...fact, id: topic }))
    topics.sort((one, other) => one.number - other.number)
    const facts: MeetingFacts = {
      meeting: id as MeetingId,
      phase: meeting.phase,
      topics: new Map(topics.map((topic) => [topic.id, topic.readers])),
    }
    const principal: MemberPrincipal = {
      kind: 'member',
      meeting: id as MeetingId,
      member: me.id as MemberId,
      role: me.role,
      mechanism: me.mechanism,
      topics: me.topics,
    }
    return {
      id,
      me,
      meeting,
      topics,
      mechanisms,
      members,
      principal,
      facts,
      ledger,
      reader,
      may: (action, thing) =>
        can(principal, action, { ...thing, meeting: facts.meeting, phase: facts.phase }),
    }
  }, [id, member, ledger, reader, meeting, topicFacts, mechanisms, members])
}

/** Gives the meeting that the page is in: me, agenda, mechanisms, members, what I may do. Again at each change. */
export function useMeeting(): Meeting {
  const meeting = useContext(MeetingContext)
  if (!meeting) throw new Error('useMeeting needs a MeetingProvider above it')
  return meeting
}

/** Gives what a root of the ledger holds, by id; again at each change. */
export function useFacts<Root extends keyof LedgerFacts>(root: Root): FactsOf<Root> {
  return useLedgerFacts(useMeeting().reader, root)
}
