import { type DraftItem, findDraftItem, itemHash, itemWords } from '../../shared/draft/draft-item.ts'
import type { ProvenanceFact, SourceFact } from '../../shared/meeting/facts.ts'
import type { Decided } from '../../shared/merge/choose.ts'
import type { ItemLine } from '../../shared/merge/item-lines.ts'
import type { AgainChoice, PlannedPassage, Proposal } from '../../shared/merge/merge-plan.ts'
import { passageKey } from '../../shared/merge/passage-key.ts'
import { passageOf } from '../../shared/merge/proposal.ts'
import { mergedWords, threeWay } from '../../shared/merge/three-way.ts'
import { isWordless } from '../../shared/merge/wordless.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import type { Work } from '../commands/commands.ts'
import { draftRoom } from '../draft/room-names.ts'
import { forgetWithheld } from './forget-withheld.ts'
import type { ItemRecord } from './merge-record.ts'
import { rewriteItem, takeOut } from './rewrite-item.ts'

/** What a merge works with where it changes items. */
export interface ChangeContext {
  readonly work: Work
  readonly by: MemberPrincipal
  readonly merge: number
  readonly provenance: ReadonlyMap<string, ProvenanceFact>
  readonly taken: ReadonlyMap<string, Readonly<Record<string, string>>>
  /** Gives the lines of a passage, each word under whoever typed it in the notes. */
  linesOf(passage: PlannedPassage): readonly ItemLine[]
}

/** How an item stands after a merge, and how it stood before. */
export interface ChangedItem {
  readonly fact: ProvenanceFact
  readonly taken: Readonly<Record<string, string>>
  readonly record: ItemRecord
  /** Words of it are withheld: no undo brings them back. */
  readonly isFinal: boolean
}

type ItemProposal = Exclude<Proposal, { readonly change: 'new' }>

/** Carries out what was decided about items that are there. What two decisions about one item can't both do comes back. */
export function changeItems(
  context: ChangeContext,
  decided: readonly Decided[],
): { changed: Map<string, ChangedItem>; again: AgainChoice[] } {
  const changed = new Map<string, ChangedItem>()
  const again: AgainChoice[] = []
  for (const each of decided) {
    const { proposal } = each
    if (proposal.change === 'new') continue
    const { id } = proposal.item
    const [topic, passage] = passageOf(proposal)
    if (each.take && proposal.change === 'withdrawn' && proposal.why === 'withheld')
      for (const [back, record] of forgetWithheld(context.work, context.by, passageKey(topic, passage)))
        if (!changed.has(back)) changed.set(back, cameBack(record))
    const now = changed.get(id) ?? stateOf(context, id)
    const next = now === null ? null : decide(context, now, proposal, each)
    if (next === null) again.push({ topic, passage, item: id, why: 'changed' })
    else changed.set(id, next)
  }
  return { changed, again }
}

/** An item that late words brought back stands behind its passages again, and these are proposed to be let go of. */
function cameBack(record: ItemRecord): ChangedItem {
  const { sources, taken } = record
  return { fact: { sources, itemHash: '' }, taken: { ...taken }, record, isFinal: true }
}

function stateOf({ provenance, taken }: ChangeContext, id: string): ChangedItem | null {
  const fact = provenance.get(id)
  if (fact === undefined) return null
  const { sources, itemHash: hash } = fact
  const words = taken.get(id) ?? {}
  const record = { sources, taken: words, itemHash: hash, before: null, after: null, gone: null }
  return { fact, taken: words, record, isFinal: false }
}

function decide(
  context: ChangeContext,
  now: ChangedItem,
  proposal: ItemProposal,
  { take, words }: Decided,
): ChangedItem | null {
  const item = findDraftItem(context.work.doc(draftRoom(context.by.meeting)), proposal.item.id)
  if (item === null || now.record.gone !== null) return null
  if (proposal.change === 'withdrawn') return take ? letGo(context, now, item, proposal) : keep(now, proposal)
  const { passage } = proposal
  const source = sourceOf(passage, context.merge)
  if (proposal.change === 'attribution') return withSource(now, source)
  const known = withSource(now, source, { [passageKey(passage.topic, passage.id)]: passage.words })
  if (!take) return known
  const target = targetOf(proposal, words, itemWords(item))
  return target === null || isEmptied(target, passage)
    ? null
    : reworded(context, known, item, passage, target)
}

/** Tells whether nothing would be left of it: U+FFFC stands for an atom only where the passage has one. */
function isEmptied(words: string, passage: PlannedPassage): boolean {
  return passage.words.includes('\uFFFC') ? words.trim() === '' : isWordless(words)
}

/** Gives the words that the item is to have; null: another decision of this merge has changed the same words. */
function targetOf(
  { item, parts }: Extract<ItemProposal, { readonly change: 'update' | 'three-way' | 'conflict' }>,
  words: string | null,
  now: string,
): string | null {
  const target = words ?? mergedWords(parts)
  if (target === null || now === item.words) return target
  return mergedWords(threeWay(item.words, now, target))
}

function reworded(
  context: ChangeContext,
  now: ChangedItem,
  item: DraftItem,
  passage: PlannedPassage,
  words: string,
): ChangedItem {
  const { work, by } = context
  const sources = [context.linesOf(passage)]
  const via = `merge:${by.member}`
  const before = rewriteItem(work, draftRoom(by.meeting), item, { words, sources, by: by.member, via })
  return {
    ...now,
    fact: { ...now.fact, itemHash: itemHash(item) },
    record: { ...now.record, before: now.record.before ?? before, after: itemWords(item) },
  }
}

function letGo(
  { work, by }: ChangeContext,
  now: ChangedItem,
  item: DraftItem,
  { topic, id, why }: Extract<ItemProposal, { readonly change: 'withdrawn' }>,
): ChangedItem {
  const sources = now.fact.sources.filter((source) => !isFrom(source, topic, id))
  const { [passageKey(topic, id)]: _, ...taken } = now.taken
  const rest = { ...now, fact: { ...now.fact, sources }, taken }
  // What is withheld must not wait for its undo where everybody of the meeting is sent it.
  const isFinal = now.isFinal || why === 'withheld'
  if (sources.length > 0) return { ...rest, isFinal }
  const room = draftRoom(by.meeting)
  if (why === 'withheld')
    rewriteItem(work, room, item, { words: '', sources: [], by: by.member, via: `merge:${by.member}` })
  return { ...rest, isFinal, record: { ...now.record, gone: takeOut(work, room, item) } }
}

function keep(
  now: ChangedItem,
  { topic, id }: Extract<ItemProposal, { readonly change: 'withdrawn' }>,
): ChangedItem {
  const sources = now.fact.sources.map((source) =>
    isFrom(source, topic, id) ? { ...source, isLetGo: true as const } : source,
  )
  return { ...now, fact: { ...now.fact, sources } }
}

function withSource(now: ChangedItem, next: SourceFact, words: Record<string, string> = {}): ChangedItem {
  const [id] = next.blocks
  const sources = now.fact.sources.map((source) => (isFrom(source, next.topic, id) ? next : source))
  return { ...now, fact: { ...now.fact, sources }, taken: { ...now.taken, ...words } }
}

function isFrom(source: SourceFact, topic: string, id: string | undefined): boolean {
  return source.topic === topic && source.blocks[0] === id
}

/** Gives what an item is to know of a passage that stands behind it. */
export function sourceOf(
  { topic, blocks, hash, speaker, attribution }: PlannedPassage,
  merge: number,
): SourceFact {
  return { topic, blocks, hash, speaker, attribution, merge }
}
