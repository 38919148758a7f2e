import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type AlikeEntry, indexEntries } from '../../../shared/merge/alike/alike-index.ts'
import { alikeTo, lookAlikes } from '../../../shared/merge/alike/look-alikes.ts'
import { Random } from '../../fuzz/random.ts'
import { formatNumber, markdownTable, median } from '../report/table.ts'
import { readOwnPairs } from './own-pairs.ts'

/** A meeting at its largest (issue 5, point 9). */
export const TOPICS = 5
export const PASSAGES = 2_000
export const ITEMS = 500
const ROUNDS = 5
/** Words of a passage: as in the sample. */
const WORDS = 30
/** For all pairs of a meeting at its largest (issue 5, point 9). */
const BUDGET_MS = 1_000

/** What look-alikes of the largest meeting cost, on one core. */
export function scaleTable(): { table: string; isWithinBudget: boolean } {
  const entries = largestMeeting()
  const before = usedBytes()
  const index = indexEntries(entries)
  const kept = usedBytes() - before
  const [indexing, pairing, typing]: [number[], number[], number[]] = [[], [], []]
  const cpu: number[] = []
  let found = 0
  for (let round = 0; round < ROUNDS; round++) {
    const worked = process.cpuUsage()
    const started = performance.now()
    const fresh = indexEntries(entries)
    const indexed = performance.now()
    found = lookAlikes(fresh).length
    indexing.push(indexed - started)
    pairing.push(performance.now() - indexed)
    const { user, system } = process.cpuUsage(worked)
    cpu.push((user + system) / 1_000)
    for (let turn = 0; turn < 20; turn++) typing.push(timed(() => alikeTo(index, typedText(entries, turn))))
  }
  const all = indexing.map((ms, round) => ms + (pairing[round] as number))
  const rows = [
    ['all pairs, from the texts, ms', formatNumber(median(all), 0), `≤ ${formatNumber(BUDGET_MS, 0)}`],
    ['the same, time of the processor, ms', formatNumber(median(cpu), 0), ''],
    ['reading and weighing the texts, ms', formatNumber(median(indexing), 0), ''],
    ['finding, ranking and explaining, ms', formatNumber(median(pairing), 0), ''],
    ['one text while it is typed, ms', formatNumber(median(typing), 1), ''],
    ['pairs given', formatNumber(found, 0), ''],
    ['the index keeps, MiB', formatNumber(kept / 2 ** 20, 1), ''],
  ]
  const head = [
    `${formatNumber(entries.length, 0)} texts of ${WORDS} words; medians of ${ROUNDS}`,
    'Minuta',
    'budget',
  ]
  return { table: markdownTable(head, rows), isWithinBudget: median(all) <= BUDGET_MS }
}

/** Passages and items made of stretches of the bench's own texts, so that words and phrases are as common as there. */
export function largestMeeting(): AlikeEntry[] {
  const random = new Random(1)
  const { tuning, testing } = readOwnPairs()
  const texts = [...tuning.entries, ...testing.entries]
  const langs = ['en', 'fr', 'es', 'ar']
  const make = (topic: string | null, id: string): AlikeEntry => {
    const lang = random.pick(langs)
    const own = texts.filter((text) => text.lang === lang)
    const words: string[] = []
    while (words.length < WORDS) {
      const from = random.pick(own).words.split(' ')
      const start = random.int(0, from.length - 1)
      words.push(...from.slice(start, start + random.int(1, 5)))
    }
    return { id, topic, lang, words: words.slice(0, WORDS).join(' ') }
  }
  const passages = Array.from({ length: TOPICS * PASSAGES }, (_, place) =>
    make(String(place % TOPICS), `p${place}`),
  )
  return [...passages, ...Array.from({ length: ITEMS }, (_, place) => make(null, `i${place}`))]
}

function typedText(entries: readonly AlikeEntry[], turn: number): AlikeEntry {
  return entries[turn * 97] as AlikeEntry
}

function timed(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function usedBytes(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}
