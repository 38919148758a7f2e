import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import { seenChars } from '../../scripts/fuzz/text/view.ts'
import { findDraftItem, readItems } from '../../shared/draft/draft-item.ts'
import { parseRoomName } from '../../shared/ids/ids.ts'
import { readFullProvenance } from '../../shared/meeting/full-provenance.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import type { Choice } from '../../shared/merge/merge-plan.ts'
import { passageKey } from '../../shared/merge/passage-key.ts'
import { readTaken } from '../../shared/merge/read-draft.ts'
import { authorshipOf } from '../../shared/text/authorship.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { shown } from '../../shared/text/testing/flat-text.ts'
import { DRAFT, DRAFTING, LEDGER, notesOf } from '../draft/testing/sim-meeting.ts'
import { RoomDocument } from '../sync/room-document.ts'
import { MergeWorld, type WorldOperation } from './testing/merge-world.ts'

const FIRST_SEED = 2013
const SEEDS = 40
const STEPS = 90

/** What is stored in a room, opened anew. */
async function stored(world: MergeWorld, room: typeof DRAFT): Promise<RoomDocument> {
  const found = await world.meeting.settled(world.journal.read(room))
  return new RoomDocument(parseRoomName(room)!.parts, found)
}

/** Everybody holds what is stored. */
async function checkReplicas(world: MergeWorld): Promise<void> {
  for (const { writer, room } of world.writers) {
    expect(writer.refusals).toEqual([])
    expect(writer.isOnline).toBe(true)
    const { doc } = await stored(world, room)
    if (room === DRAFT) expect(writer.doc.getMap('items').toJSON()).toEqual(doc.getMap('items').toJSON())
    else expect(shown(writer.text())).toEqual(shown(doc.getText('text')))
  }
}

/** Each passage stands behind one item at most, each merge made what it answered, and nothing else is there. */
async function checkOnce(world: MergeWorld): Promise<number> {
  const { doc: ledger } = await stored(world, LEDGER)
  const { doc: draft } = await stored(world, DRAFT)
  const { doc: drafting } = await stored(world, DRAFTING)
  const sources = [...readFullProvenance(ledger, drafting).values()].flatMap((fact) => fact.sources)
  const passages = sources.map(({ topic, blocks }) => passageKey(topic, blocks[0] ?? ''))
  expect(new Set(passages).size).toBe(passages.length)
  const merges = readFacts(ledger, 'merges')
  const answered = world.merges.filter(({ result }) => result?.merge != null)
  expect(world.merges.filter(({ result }) => result === null)).toEqual([])
  expect(answered.map(({ result }) => merges.get(String(result?.merge))?.items)).toEqual(
    answered.map(({ result }) => result?.items),
  )
  expect(new Set(answered.map(({ result }) => result?.merge)).size).toBe(merges.size)
  const made = [...merges.values()].flatMap(({ items }) => items)
  expect([...draft.getMap('items').keys()].sort()).toEqual([...made].sort())
  return made.length
}

/** Notes keep every word; an item holds all words of its passage but those erased in the draft. */
async function checkWords(world: MergeWorld): Promise<void> {
  const { doc: draft } = await stored(world, DRAFT)
  const charsOf = (text: Y.Text): string[] => seenChars(renderBlocks(text)).map(({ char }) => char)
  const notes = await Promise.all(
    ['t1', 't2'].map(async (topic) => (await stored(world, notesOf(topic))).doc.getText('text')),
  )
  const inNotes = notes.flatMap(charsOf)
  expect(new Set(inNotes).size).toBe(inNotes.length)
  const typedInNotes = [...world.authors.keys()].filter((char) => !world.typedInDraft.has(char))
  const standing = new Set(inNotes)
  expect(typedInNotes.filter((char) => !standing.has(char) && !world.erasedInNotes.has(char))).toEqual([])
  const lastTaken = readTaken((await stored(world, DRAFTING)).doc)
  for (const { result, choices, words } of world.merges) {
    const again = new Set(
      result?.again.flatMap(({ topic, passage, item }) =>
        item === undefined ? [passageKey(topic, passage)] : [],
      ),
    )
    const taken = [...words.keys()].filter((key) => {
      const isNew = ({ topic, passage, item }: Choice): boolean =>
        item === undefined && passageKey(topic, passage) === key
      return !again.has(key) && choices.some(isNew)
    })
    expect(taken.length).toBe(result?.items.length)
    for (const [index, key] of taken.entries()) {
      const item = findDraftItem(draft, result?.items[index] as string)
      const kept = new Set(charsOf(item!.text))
      const lost = [...(words.get(key) ?? '')].filter((char) => char !== '\n' && !kept.has(char))
      // A later merge takes from the item what the passage no longer says: erased, or cut off by a line of another kind.
      const says = lastTaken.get(result?.items[index] as string)?.[key] ?? ''
      const mayGo = (char: string): boolean =>
        world.erasedInDraft.has(char) || world.erasedInNotes.has(char) || !says.includes(char)
      const wasKept = world.merges.some(({ choices: all }) =>
        all.some(({ item: id, take }) => id === item!.id && !take),
      )
      if (!wasKept) expect(lost.filter((char) => !mayGo(char))).toEqual([])
    }
  }
  const visible = new Set(readItems(draft, []).map(({ id }) => id))
  const inDraft = [...draft.getMap('items').keys()].flatMap((id) =>
    visible.has(id) || world.removedByPeople.has(id) ? charsOf(findDraftItem(draft, id)!.text) : [],
  )
  const there = new Set(inDraft)
  const typed = [...world.typedInDraft].filter((char) => !world.erasedInDraft.has(char))
  expect(typed.filter((char) => !there.has(char))).toEqual([])
}

/** Every character of notes and draft is credited to whoever typed it. */
async function checkAuthors(world: MergeWorld): Promise<number> {
  let copied = 0
  for (const room of [notesOf('t1'), notesOf('t2'), DRAFT]) {
    const document = await stored(world, room)
    const texts =
      room === DRAFT
        ? [...document.doc.getMap('items').keys()].map((id) => findDraftItem(document.doc, id)!.text)
        : [document.doc.getText('text')]
    for (const { char, ...at } of texts.flatMap((text) => seenChars(renderBlocks(text)))) {
      const { typedBy } = authorshipOf(at, (client) => document.typistOf(client), document.moves)
      expect(typedBy, char).toBe(world.authors.get(char))
      if (room === DRAFT && !world.typedInDraft.has(char)) copied++
    }
  }
  return copied
}

it(`[MG2 MG3 MG5 JR7 DR1] ${SEEDS} seeds from ${FIRST_SEED}: noting, merging, editing, undoing at once, writes that fail and a server that dies; each passage becomes an item once, no word is lost, each keeps its author`, async () => {
  const sums = { items: 0, changed: 0, copied: 0, again: 0, undone: 0 }
  const operations: Partial<Record<WorldOperation, number>> = {}
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
    const world = new MergeWorld(seed)
    try {
      await world.run(STEPS)
      await checkReplicas(world)
      sums.items += await checkOnce(world)
      await checkWords(world)
      sums.copied += await checkAuthors(world)
    } catch (error) {
      throw new Error(`Seed ${seed} failed.`, { cause: error })
    }
    for (const { result } of world.merges) sums.again += result?.again.length ?? 0
    const merges = readFacts(await world.meeting.doc(LEDGER), 'merges')
    sums.changed += [...merges.values()].reduce((sum, { changed = [] }) => sum + changed.length, 0)
    sums.undone += [...merges.values()].filter(({ undone }) => undone !== null).length
    for (const [operation, count] of world.counts)
      operations[operation] = (operations[operation] ?? 0) + count
  }
  console.log({ ...sums, ...operations })
  // Below this the runs met too little to say anything.
  expect(sums.items).toBeGreaterThan(250)
  expect(sums.changed).toBeGreaterThan(100)
  expect(sums.copied).toBeGreaterThan(800)
  expect(sums.again).toBeGreaterThan(60)
  expect(sums.undone).toBeGreaterThan(20)
  expect(operations.crash).toBeGreaterThan(30)
  expect(operations.failing).toBeGreaterThan(10)
}, 120_000)
