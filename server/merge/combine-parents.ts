import { type DraftItem, findDraftItem, itemHash, readItems } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import type { ProvenanceFact } from '../../shared/meeting/facts.ts'
import { readFullProvenance } from '../../shared/meeting/full-provenance.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import {
  type CombineObjection,
  type CombineResult,
  type Combining,
  type ItemParent,
  isItemParent,
  type PassageParent,
} from '../../shared/merge/combination.ts'
import { authoredLines, type ItemLine, itemLines } from '../../shared/merge/item-lines.ts'
import type { PlannedPassage } from '../../shared/merge/merge-plan.ts'
import { sortPassages, type TopicNotes } from '../../shared/merge/new-passages.ts'
import { mergedPassages, passageKey } from '../../shared/merge/passage-key.ts'
import { planned } from '../../shared/merge/planned-passage.ts'
import type { MemberPrincipal, TopicReaders } from '../../shared/permissions/principal.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import type { Work } from '../commands/commands.ts'
import { draftingRoom, draftRoom, ledgerRoom, notesRoom } from '../draft/room-names.ts'
import { takenOf } from './merge-record.ts'
import { readNotes } from './notes-reading.ts'

/** An item that is to be combined, as it is now. */
export interface FoundItem {
  readonly kind: 'item'
  readonly item: DraftItem
  /** Where it comes from; undefined: somebody wrote it here. */
  readonly fact: ProvenanceFact | undefined
  readonly taken: Readonly<Record<string, string>>
  readonly lines: readonly ItemLine[]
}

/** A recommendation of the notes that is to be combined, as it is now. */
interface FoundPassage {
  readonly kind: 'passage'
  readonly passage: PlannedPassage
  readonly lines: readonly ItemLine[]
}

export type FoundParent = FoundItem | FoundPassage

/** Finds what somebody wants to combine, and what speaks against it (MG3). Throws MinutaError where it makes no sense. */
export function findParents(
  work: Work,
  by: MemberPrincipal,
  topics: ReadonlyMap<string, TopicReaders>,
  combining: Combining,
): { readonly parents: readonly FoundParent[]; readonly again: CombineResult['again'] } {
  checkParents(combining)
  const finder = new ParentFinder(work, by, topics)
  const parents: FoundParent[] = []
  const again: { parent: number; why: CombineObjection }[] = []
  for (const [index, parent] of combining.parents.entries()) {
    const found = isItemParent(parent) ? finder.item(parent, combining.evenDecided) : finder.passage(parent)
    if (typeof found === 'string') again.push({ parent: index, why: found })
    else parents.push(found)
  }
  const types = new Set(
    parents.map((parent) => (parent.kind === 'item' ? parent.item.type : 'recommendation')),
  )
  if (types.size > 1)
    throw new MinutaError(
      'bad-request',
      'Only items of one kind can be combined: recommendations, or paragraphs.',
    )
  return { parents, again }
}

function checkParents({ parents }: Combining): void {
  const names = parents.map((parent) =>
    isItemParent(parent) ? parent.item : passageKey(parent.topic, parent.passage),
  )
  if (new Set(names).size < names.length)
    throw new MinutaError('bad-request', 'One of them is named twice: an item can’t be combined with itself.')
  const firstPassage = parents.findIndex((parent) => !isItemParent(parent))
  if (firstPassage >= 0 && parents.slice(firstPassage).some(isItemParent))
    throw new MinutaError('bad-request', 'Items of the draft come first, passages of the notes after them.')
}

/** Looks up parents in rooms that are held. */
class ParentFinder {
  readonly #work: Work
  readonly #by: MemberPrincipal
  readonly #topics: ReadonlyMap<string, TopicReaders>
  readonly #provenance: ReadonlyMap<string, ProvenanceFact>
  readonly #merged: ReadonlySet<string>
  readonly #shown: ReadonlySet<string>
  readonly #notes = new Map<string, TopicNotes | undefined>()

  constructor(work: Work, by: MemberPrincipal, topics: ReadonlyMap<string, TopicReaders>) {
    const { meeting } = by
    this.#work = work
    this.#by = by
    this.#topics = topics
    this.#provenance = readFullProvenance(work.doc(ledgerRoom(meeting)), work.doc(draftingRoom(meeting)))
    this.#merged = mergedPassages(this.#provenance)
    this.#shown = new Set(readItems(work.doc(draftRoom(meeting)), []).map(({ id }) => id))
  }

  item({ item: id, hash }: ItemParent, evenDecided: boolean): FoundItem | CombineObjection {
    const room = draftRoom(this.#by.meeting)
    const item = this.#shown.has(id) ? findDraftItem(this.#work.doc(room), id) : null
    if (item === null) return 'gone'
    if (itemHash(item) !== hash) return 'changed'
    const ledger = this.#work.doc(ledgerRoom(this.#by.meeting))
    const status = readFacts(ledger, 'itemFacts').get(id)?.status ?? 'proposed'
    if (status === 'adopted') return 'adopted'
    if (status !== 'proposed' && !evenDecided) return 'decided'
    const taken = takenOf(this.#work.doc(draftingRoom(this.#by.meeting))).get(id) ?? {}
    const lines = authoredLines(renderBlocks(item.text), this.#work.authorship(room))
    return { kind: 'item', item, fact: this.#provenance.get(id), taken, lines }
  }

  passage({ topic, passage: id, hash }: PassageParent): FoundPassage | CombineObjection {
    if (this.#merged.has(passageKey(topic, id))) return 'merged'
    const { meeting } = this.#by
    const notes = this.#notesOf(topic)
    if (notes === undefined) return 'gone'
    const passage = sortPassages(notes.passages, this.#merged).fresh.find((each) => each.id === id)
    if (passage === undefined) return 'gone'
    if (passage.hash !== hash) return 'changed'
    const lines = itemLines(passage.blocks, this.#work.authorship(notesRoom(meeting, topic)))
    return { kind: 'passage', passage: planned(passage, notes.cap), lines }
  }

  /** Read once: a long topic takes a while. */
  #notesOf(topic: string): TopicNotes | undefined {
    const readers = this.#topics.get(topic)
    if (readers === undefined) return undefined
    if (!this.#notes.has(topic)) {
      const read = readNotes((room) => this.#work.doc(room), this.#by.meeting, new Map([[topic, readers]]))
      this.#notes.set(topic, read[0])
    }
    return this.#notes.get(topic)
  }
}
