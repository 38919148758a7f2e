import type { Choice, MergePlan, MergeResult, UndoResult } from '../../shared/merge/merge-plan.ts'
import { plan } from '../../shared/merge/plan.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import type { Commands } from '../commands/commands.ts'
import { type RightsSource, requireRight } from '../draft/current-rights.ts'
import type { Sender } from '../draft/draft-items.ts'
import { draftingRoom, draftRoom, ledgerRoom, notesRoom } from '../draft/room-names.ts'
import type { Rooms } from '../sync/rooms.ts'
import { applyMerge } from './apply-merge.ts'
import { readableTopics, readPlanInput } from './notes-reading.ts'
import { readRooms } from './read-rooms.ts'
import { undoMerge } from './undo-merge.ts'

/** What merging works with. */
export interface MergeContext {
  readonly rooms: Rooms
  readonly commands: Commands
  readonly registry: RightsSource
}

/** Plans, carries out and undoes merges. Each rejects with MinutaError. */
export class Merges {
  readonly #context: MergeContext

  constructor(context: MergeContext) {
    this.#context = context
  }

  /** Says what a merge would do now. Changes nothing, and writes nothing down. */
  async plan(by: MemberPrincipal): Promise<MergePlan> {
    const { rooms, registry } = this.#context
    const { meeting } = by
    const topics = readableTopics(requireRight(registry, by, 'merge'))
    const names = [
      ledgerRoom(meeting),
      draftRoom(meeting),
      draftingRoom(meeting),
      ...[...topics.keys()].map((topic) => notesRoom(meeting, topic)),
    ]
    return readRooms(rooms, names, (docOf) => plan(readPlanInput(docOf, meeting, topics)))
  }

  /** Carries out the choices that still stand, and says which do not (MG3). */
  async apply({ principal, key }: Sender, choices: readonly Choice[]): Promise<MergeResult> {
    const { commands, registry } = this.#context
    const { meeting } = principal
    const chosen = new Set(choices.map(({ topic }) => topic))
    const open = readableTopics(requireRight(registry, principal, 'merge'))
    const topics = [...open.keys()].filter((topic) => chosen.has(topic))
    const rooms = [
      ledgerRoom(meeting),
      draftRoom(meeting),
      draftingRoom(meeting),
      ...topics.map((topic) => notesRoom(meeting, topic)),
    ]
    return commands.run({
      meeting,
      by: principal,
      key,
      name: 'merge',
      rooms,
      carryOut: (work) => {
        const readable = readableTopics(requireRight(registry, principal, 'merge'))
        const merged = new Map([...readable].filter(([topic]) => topics.includes(topic)))
        return applyMerge(work, principal, { merged, readable }, choices)
      },
    })
  }

  /** Takes a merge back: items that nobody has changed since leave the draft, the others stay (MG2). */
  undo({ principal, key }: Sender, merge: number): Promise<UndoResult> {
    const { commands, registry } = this.#context
    const { meeting } = principal
    return commands.run({
      meeting,
      by: principal,
      key,
      name: 'merge-undo',
      rooms: [ledgerRoom(meeting), draftRoom(meeting), draftingRoom(meeting)],
      carryOut: (work) => {
        const readable = readableTopics(requireRight(registry, principal, 'merge'))
        return undoMerge(work, principal, merge, readable)
      },
    })
  }
}
