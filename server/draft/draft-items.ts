import * as Y from 'yjs'
import {
  findDraftItem,
  GENERAL_SECTION,
  type ItemType,
  isItemRemoved,
  itemHash,
} from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import type { RoomName } from '../../shared/ids/ids.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import type { MeetingFacts } from '../../shared/permissions/room-access.ts'
import type { Commands, Work } from '../commands/commands.ts'
import { headForAlternative, headOfAlternative, itemEntry } from './alternatives.ts'
import { type RightsSource, requireRight } from './current-rights.ts'
import { EMPTY_LINE, makeItem } from './new-item.ts'
import { rankAfter, rankAmongAlternatives, ranksAmongAlternatives } from './ranks.ts'
import { draftingRoom, draftRoom, ledgerRoom } from './room-names.ts'
import { setFact } from './set-fact.ts'

/** Who sends a command, and under which key it is carried out once. */
export interface Sender {
  readonly principal: MemberPrincipal
  readonly key: string
}

/** Where an item is to stand. */
export interface Place {
  /** A topic's id, or `general`. */
  readonly section: string
  /** The item straight before it; null: it is the first one of its section. */
  readonly after: string | null
}

/** An item that is to be made. */
interface NewPlacedItem extends Place {
  readonly id: string
  readonly type: ItemType
  /** The recommendation that it is another version of: then it stands behind that one's other versions. */
  readonly alternativeOf?: string | null
}

const STAYS_WITH_ITS_VERSIONS =
  'An alternative stays with its recommendation. Make it a recommendation of its own first.'

/** What commands that answer nothing answer. */
type Done = Readonly<Record<string, never>>

/**
 * Creates, moves, removes and restores items of the draft (DR1). A command never touches the words of an item that is
 * there. Each rejects with MinutaError.
 */
export class DraftItems {
  readonly #commands: Commands
  readonly #registry: RightsSource

  constructor(commands: Commands, registry: RightsSource) {
    this.#commands = commands
    this.#registry = registry
  }

  /** Creates an item of one empty line. The id is the client's; one that is taken is refused. */
  create(
    sender: Sender,
    { id, type, section, after, alternativeOf = null }: NewPlacedItem,
  ): Promise<{ id: string }> {
    const { meeting } = sender.principal
    const rooms = [draftRoom(meeting), ledgerRoom(meeting)]
    return this.#run(sender, 'item-create', rooms, (work, draft, facts) => {
      checkPlace(draft, facts, { section, after })
      if (draft.getMap('items').has(id))
        throw new MinutaError('conflict', 'There is an item of this id already.')
      const head = alternativeOf === null ? null : headForAlternative(draft, alternativeOf, type)
      const rank =
        head === null
          ? rankAfter(draft, section, after)
          : (ranksAmongAlternatives(draft, head.id, 1)[0] ?? '')
      work.write(draftRoom(meeting), (_, doc) => {
        makeItem(
          doc,
          { id, type, section: head?.section ?? section, rank },
          [EMPTY_LINE],
          (_author, insert) => insert(),
        )
        if (head !== null) itemEntry(doc, id)?.set('alternativeOf', head.id)
      })
      if (type === 'recommendation') {
        work.write(ledgerRoom(meeting), (_, doc) => {
          setFact(doc, 'itemFacts', id, { status: 'proposed' })
        })
      }
      return { id }
    })
  }

  /** Moves an item: its rank and section change, nothing else. Of two moves at once both hold. */
  move(sender: Sender, id: string, place: Place): Promise<Done> {
    return this.#change(sender, 'item-move', id, (draft, facts, entry) => {
      if (place.after === id) throw new MinutaError('bad-request', 'An item can’t stand after itself.')
      checkPlace(draft, facts, place)
      const head = headOfAlternative(draft, id)
      if (head !== null) {
        const among = rankAmongAlternatives(draft, head.id, place.after ?? '', id)
        if (among !== null) return () => entry.set('rank', among)
        if (!isItemRemoved(draft, head.id)) throw new MinutaError('conflict', STAYS_WITH_ITS_VERSIONS)
      }
      // Versions whose first has left the draft stand where that one would: it is moved.
      const moved = head === null ? entry : (itemEntry(draft, head.id) ?? entry)
      const rank = rankAfter(draft, place.section, place.after, head?.id ?? id)
      return () => {
        moved.set('rank', rank)
        if (moved.get('section') !== place.section) moved.set('section', place.section)
      }
    })
  }

  /** Takes an item out of the draft. It is marked, not deleted, and comes back when its words change (DR1). */
  remove(sender: Sender, id: string): Promise<Done> {
    return this.#change(sender, 'item-remove', id, (draft, _, entry) => {
      const item = findDraftItem(draft, id)
      const hash = item === null ? null : itemHash(item)
      return entry.get('gone') === hash ? null : () => entry.set('gone', hash)
    })
  }

  /** Brings an item back to where it stood. One that left for a combination comes back when that is taken apart. */
  restore(sender: Sender, id: string): Promise<Done> {
    const { meeting } = sender.principal
    const rooms = [draftRoom(meeting), draftingRoom(meeting)]
    return this.#run(sender, 'item-restore', rooms, (work, draft) => {
      const entry = itemEntry(draft, id)
      if (entry === undefined || findDraftItem(draft, id) === null)
        throw new MinutaError('not-found', 'There is no such item in the draft.')
      if (leftToCombine(work.doc(draftingRoom(meeting)), id, entry.get('gone')))
        throw new MinutaError(
          'conflict',
          'It was combined with another. Take that one apart, and it is back.',
        )
      if (entry.has('gone')) work.write(draftRoom(meeting), () => entry.delete('gone'))
      return {}
    })
  }

  /** Changes one item that must be there. `decide` may refuse; it gives the change, or null when nothing is to do. */
  #change(
    sender: Sender,
    name: string,
    id: string,
    decide: (draft: Y.Doc, facts: MeetingFacts, entry: Y.Map<unknown>) => (() => void) | null,
  ): Promise<Done> {
    const room = draftRoom(sender.principal.meeting)
    return this.#run(sender, name, [room], (work, draft, facts) => {
      const entry = draft.getMap('items').get(id)
      if (!(entry instanceof Y.Map) || findDraftItem(draft, id) === null)
        throw new MinutaError('not-found', 'There is no such item in the draft.')
      const change = decide(draft, facts, entry)
      if (change !== null) work.write(room, change)
      return {}
    })
  }

  #run<Result>(
    { principal, key }: Sender,
    name: string,
    rooms: readonly RoomName[],
    carryOut: (work: Work, draft: Y.Doc, facts: MeetingFacts) => Result,
  ): Promise<Result> {
    const { meeting } = principal
    return this.#commands.run({
      meeting,
      by: principal,
      key,
      name,
      rooms,
      carryOut: (work) => {
        const { facts } = requireRight(this.#registry, principal, 'change-items')
        return carryOut(work, work.doc(draftRoom(meeting)), facts)
      },
    })
  }
}

/** Tells whether a combination that stands has taken an item out of the draft, and nothing brought it back since. */
function leftToCombine(drafting: Y.Doc, id: string, gone: unknown): boolean {
  if (typeof gone !== 'string') return false
  return [...drafting.getMap<MergeRecord>('mergeRecords').values()].some(
    (record) => record[id]?.gone === gone && Object.values(record).some(({ joined }) => joined !== undefined),
  )
}

/** What is read here of the records that merges keep (`server/merge`). */
type MergeRecord = Readonly<Record<string, { readonly gone: string | null; readonly joined?: unknown }>>

function checkPlace(draft: Y.Doc, { topics }: MeetingFacts, { section, after }: Place): void {
  if (section !== GENERAL_SECTION && !topics.has(section))
    throw new MinutaError('not-found', 'There is no such section: it is a topic’s id, or "general".')
  if (after !== null && findDraftItem(draft, after) === null)
    throw new MinutaError('not-found', 'The item to stand after is not in the draft.')
}
