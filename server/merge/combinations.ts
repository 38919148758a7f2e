import { findDraftItem, itemHash, readItems } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import { type AlikePairFact, type PairDecision, pairKey } from '../../shared/merge/alike-pair.ts'
import {
  type CombineResult,
  type Combining,
  isItemParent,
  type TakeApartResult,
} from '../../shared/merge/combination.ts'
import type { MemberPrincipal, TopicReaders } from '../../shared/permissions/principal.ts'
import type { Work } from '../commands/commands.ts'
import { requireRight } from '../draft/current-rights.ts'
import type { Sender } from '../draft/draft-items.ts'
import { draftingRoom, draftRoom, ledgerRoom, notesRoom } from '../draft/room-names.ts'
import { setFact } from '../draft/set-fact.ts'
import { combine } from './combine.ts'
import type { MergeContext } from './merges.ts'
import { readableTopics } from './notes-reading.ts'
import { type Split, splitItem } from './split-item.ts'
import { takeApart } from './take-apart.ts'

/** What somebody decided about two texts that look alike; null: it is open again. */
export interface DecidedPair {
  readonly decision: PairDecision | null
  /** Hashes of both texts, as somebody saw them. */
  readonly hashes: readonly [string, string]
  /** Both items of the draft, where both are: kept, they refer to each other. */
  readonly items?: readonly [string, string] | undefined
}

type Done = Readonly<Record<string, never>>

/** Combines recommendations, takes them apart, splits them, and keeps what look-alikes are not to be (MG4). */
export class Combinations {
  readonly #context: Omit<MergeContext, 'rooms'>

  constructor(context: Omit<MergeContext, 'rooms'>) {
    this.#context = context
  }

  /** Combines recommendations into the first of them. Rejects with MinutaError. */
  async combine(sender: Sender, combining: Combining): Promise<CombineResult> {
    const asked = new Set(combining.parents.flatMap((parent) => (isItemParent(parent) ? [] : [parent.topic])))
    // Before any room is opened, so that none comes into being for a topic that is none.
    const open = readableTopics(requireRight(this.#context.registry, sender.principal, 'merge'))
    const topics = [...open.keys()].filter((topic) => asked.has(topic))
    return this.#run(sender, 'combine', topics, (work, readable) => {
      const still = new Map([...readable].filter(([topic]) => topics.includes(topic)))
      return combine(work, sender.principal, { asked: still, readable }, combining)
    })
  }

  /** Takes a combination apart. Rejects with MinutaError. */
  takeApart(sender: Sender, merge: number): Promise<TakeApartResult> {
    return this.#run(sender, 'take-apart', [], (work, readable) =>
      takeApart(work, sender.principal, merge, readable),
    )
  }

  /** Splits an item in two. Rejects with MinutaError. */
  split(sender: Sender, split: Split): Promise<{ readonly id: string }> {
    return this.#run(sender, 'item-split', [], (work, readable) =>
      splitItem(work, sender.principal, split, readable),
    )
  }

  /** Remembers that two texts are not to be suggested together, until one of them changes. Rejects with MinutaError. */
  decidePair(sender: Sender, pair: DecidedPair): Promise<Done> {
    return this.#run(sender, 'alike-pair', [], (work) => decidePair(work, sender.principal, pair))
  }

  async #run<Result>(
    { principal, key }: Sender,
    name: string,
    topics: readonly string[],
    carryOut: (work: Work, readable: ReadonlyMap<string, TopicReaders>) => Result,
  ): Promise<Result> {
    const { commands, registry } = this.#context
    const { meeting } = principal
    const notes = topics.map((topic) => notesRoom(meeting, topic))
    return commands.run({
      meeting,
      by: principal,
      key,
      name,
      rooms: [ledgerRoom(meeting), draftRoom(meeting), draftingRoom(meeting), ...notes],
      carryOut: (work) => carryOut(work, readableTopics(requireRight(registry, principal, 'merge'))),
    })
  }
}

function decidePair(work: Work, by: MemberPrincipal, { decision, hashes, items }: DecidedPair): Done {
  const { at } = work
  if (hashes[0] === hashes[1] && items === undefined)
    throw new MinutaError('bad-request', 'Two texts are needed, by their hashes.')
  const refers = items !== undefined && decision === 'keep-both'
  if (refers) checkItems(work, by, hashes, items)
  work.write(draftingRoom(by.meeting), (_, doc) => {
    const pairs = doc.getMap<AlikePairFact>('alikePairs')
    const key = pairKey(...hashes)
    if (decision !== null) pairs.set(key, { decision, by: by.member, at })
    else if (pairs.has(key)) pairs.delete(key)
  })
  if (items === undefined) return {}
  work.write(ledgerRoom(by.meeting), (_, doc) => {
    const key = pairKey(...items)
    if (refers) setFact(doc, 'seeAlso', key, { by: by.member, at })
    else if (doc.getMap('seeAlso').has(key)) doc.getMap('seeAlso').delete(key)
  })
  return {}
}

function checkItems(
  work: Work,
  { meeting }: MemberPrincipal,
  hashes: DecidedPair['hashes'],
  items: readonly [string, string],
): void {
  const draft = work.doc(draftRoom(meeting))
  const shown = new Set(readItems(draft, []).map(({ id }) => id))
  for (const [index, id] of items.entries()) {
    const item = shown.has(id) ? findDraftItem(draft, id) : null
    if (item === null || items[0] === items[1])
      throw new MinutaError('not-found', 'There is no such item in the draft.')
    if (itemHash(item) !== hashes[index])
      throw new MinutaError('conflict', 'Its words have changed meanwhile. Look at both again.')
  }
}
