import type { WaitingWords } from '../../../shared/meeting/late-words.ts'
import type { CheckWork } from '../../checks/count-checks.ts'
import { byMember, type InvitationFact, invitedOf } from '../../meeting/invitation-fact.ts'
import type { Topic } from '../../meeting/meeting.ts'
import type { TopicWork } from '../../work/count-work.ts'

/** One thing that waits for this member. */
export type Need =
  | { readonly kind: 'late'; readonly count: number; readonly members: readonly string[] }
  | { readonly kind: 'merge'; readonly count: number; readonly topics: readonly Topic[] }
  | { readonly kind: 'own-words'; readonly count: number; readonly topics: readonly Topic[] }
  | { readonly kind: 'corrections'; readonly count: number; readonly topic: Topic }
  | { readonly kind: 'no-speaker'; readonly count: number; readonly topic: Topic; readonly line: string }
  | {
      readonly kind: 'not-opened'
      readonly members: readonly string[]
      /** When the first of their links ends. */
      readonly ends: number
    }

export interface NeedsInput {
  /** In the order of the agenda. */
  readonly topics: readonly Topic[]
  readonly work: ReadonlyMap<string, TopicWork & CheckWork>
  readonly mayMerge: boolean
  /** Whether this member may confirm what their mechanism said. */
  readonly mayCheck: boolean
  /** Whether this member may write a topic's notes. */
  mayWrite(topic: Topic): boolean
  /** Null: not this member's affair, or not known. */
  readonly invitations: readonly InvitationFact[] | null
  /** Null: not this member's affair, or not known. */
  readonly lateWords: readonly WaitingWords[] | null
}

/** Says what waits for a member: first what nobody else can see, then what others wait for, then what goes into the draft, then what is to be put right, then who is missing. */
export function needsYou(input: NeedsInput): Need[] {
  const { topics, work, mayMerge, mayCheck, mayWrite, invitations, lateWords } = input
  const needs: Need[] = []
  const late = lateWords ?? []
  const members = [...new Set(late.map(({ member }) => member))]
  if (late.length > 0) needs.push({ kind: 'late', count: late.length, members })
  const own = topics.filter(({ id }) => (work.get(id)?.toCheck ?? 0) > 0)
  const toCheck = own.reduce((sum, { id }) => sum + (work.get(id)?.toCheck ?? 0), 0)
  if (mayCheck && toCheck > 0) needs.push({ kind: 'own-words', count: toCheck, topics: own })
  for (const topic of topics) {
    const { corrections = 0 } = work.get(topic.id) ?? {}
    if (corrections > 0 && mayWrite(topic)) needs.push({ kind: 'corrections', count: corrections, topic })
  }
  const open = topics.filter(({ id }) => (work.get(id)?.unmerged ?? 0) > 0)
  const count = open.reduce((sum, { id }) => sum + (work.get(id)?.unmerged ?? 0), 0)
  if (mayMerge && count > 0) needs.push({ kind: 'merge', count, topics: open })
  for (const topic of topics) {
    const { withoutSpeaker = 0, firstWithoutSpeaker = null } = work.get(topic.id) ?? {}
    if (withoutSpeaker > 0 && firstWithoutSpeaker !== null && mayWrite(topic))
      needs.push({ kind: 'no-speaker', count: withoutSpeaker, topic, line: firstWithoutSpeaker })
  }
  const waiting = [...byMember(invitations ?? [])].flatMap(([member, own]) => {
    const invited = invitedOf(own)
    return invited.state === 'not-opened' ? [{ member, ends: invited.ends }] : []
  })
  if (waiting.length > 0)
    needs.push({
      kind: 'not-opened',
      members: waiting.map(({ member }) => member),
      ends: Math.min(...waiting.map(({ ends }) => ends)),
    })
  return needs
}
