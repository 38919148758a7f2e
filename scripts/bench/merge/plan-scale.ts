import process from 'node:process'
import * as Y from 'yjs'
import type { ItemFact, ProvenanceFact } from '../../../shared/meeting/facts.ts'
import { passageKey } from '../../../shared/merge/passage-key.ts'
import { type PlanInput, plan } from '../../../shared/merge/plan.ts'
import { plannedItems } from '../../../shared/merge/read-draft.ts'
import { readPassages } from '../../../shared/notes/passage.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { appendLine, flatText } from '../../../shared/text/testing/flat-text.ts'
import { formatNumber, markdownTable, median } from '../report/table.ts'
import { ITEMS, largestMeeting, PASSAGES, TOPICS } from './alike-scale.ts'

const ROUNDS = 7
/** For the plan of a meeting at its largest (issue 5, point 9). */
const BUDGET_MS = 300
/** Every so many passages behind an item read otherwise since they were taken. */
const CHANGED = 5

/** What the plan of the largest meeting costs, on one core: from rooms that are open, and from what was read. */
export function planTable(): { table: string; isWithinBudget: boolean } {
  const rooms = makeRooms()
  const [reading, planning, cpu]: [number[], number[], number[]] = [[], [], []]
  let proposals = 0
  for (let round = 0; round < ROUNDS; round++) {
    const worked = process.cpuUsage()
    const started = performance.now()
    const input = readInput(rooms)
    const read = performance.now()
    proposals = plan(input).proposals.length
    planning.push(performance.now() - read)
    reading.push(read - started)
    const { user, system } = process.cpuUsage(worked)
    cpu.push((user + system) / 1_000)
  }
  const all = planning.map((ms, round) => ms + (reading[round] as number))
  const rows = [
    ['plan, from the rooms, ms', formatNumber(median(all), 0), `≤ ${formatNumber(BUDGET_MS, 0)}`],
    ['the same, time of the processor, ms', formatNumber(median(cpu), 0), ''],
    ['reading notes and draft, ms', formatNumber(median(reading), 0), ''],
    ['planning, ms', formatNumber(median(planning), 0), ''],
    ['proposals', formatNumber(proposals, 0), ''],
  ]
  const head = [
    `${TOPICS} topics of ${formatNumber(PASSAGES, 0)} passages, ${ITEMS} items; medians of ${ROUNDS}`,
    'Minuta',
    'budget',
  ]
  return { table: markdownTable(head, rows), isWithinBudget: median(all) <= BUDGET_MS }
}

interface Rooms {
  readonly notes: ReadonlyMap<string, Y.Text>
  readonly draft: Y.Doc
  readonly provenance: ReadonlyMap<string, ProvenanceFact>
  readonly taken: ReadonlyMap<string, Readonly<Record<string, string>>>
  readonly facts: ReadonlyMap<string, ItemFact>
}

function readInput({ notes, draft, provenance, taken, facts }: Rooms): PlanInput {
  const read = [...notes].map(([topic, text]) => ({
    topic,
    cap: 'named' as const,
    passages: readPassages(topic, renderBlocks(text)),
  }))
  return { notes: read, provenance, taken, items: plannedItems(draft, [...notes.keys()], facts) }
}

/** The notes of every topic, and a draft of which each item comes from one passage. */
function makeRooms(): Rooms {
  const texts = largestMeeting().filter(({ topic }) => topic !== null)
  const topics = Array.from({ length: TOPICS }, (_, number) => String(number))
  const notes = new Map(
    topics.map((topic) => {
      const own = texts.filter((text) => text.topic === topic)
      const lines = own.map(({ id, words }) => `${id} kind=recommendation speaker=m:nld lead|${plain(words)}`)
      return [topic, flatText(lines)] as const
    }),
  )
  const passages = new Map(
    [...notes].flatMap(([topic, text]) =>
      readPassages(topic, renderBlocks(text)).map((each) => [each.id, each] as const),
    ),
  )
  const draft = new Y.Doc()
  const provenance = new Map<string, ProvenanceFact>()
  const taken = new Map<string, Record<string, string>>()
  for (const [place, { id, topic }] of texts.slice(0, ITEMS).entries()) {
    const passage = passages.get(id)
    if (passage === undefined || topic === null) continue
    const wasOther = place % CHANGED === 0
    const words = wasOther ? `${plain(passage.words)} indeed` : plain(passage.words)
    const text = new Y.Text()
    const rank = `a${String(place).padStart(4, '0')}`
    draft
      .getMap('items')
      .set(`i${place}`, new Y.Map(Object.entries({ type: 'recommendation', section: topic, rank, text })))
    appendLine(text, `b${place}|${words}`)
    const source = { topic, blocks: [id], speaker: 'm:nld', attribution: 'named' as const, merge: 1 }
    const hash = wasOther ? 'another' : passage.hash
    provenance.set(`i${place}`, { sources: [{ ...source, hash }], itemHash: '' })
    taken.set(`i${place}`, { [passageKey(topic, id)]: words })
  }
  return { notes, draft, provenance, taken, facts: new Map() }
}

/** Without what the language of lines would take for a format. */
function plain(words: string): string {
  return words.replace(/[*/~{}|]/g, ' ')
}
