import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AlikeEntry, indexEntries } from '../../../shared/merge/alike/alike-index.ts'
import { alikeTo } from '../../../shared/merge/alike/look-alikes.ts'
import { LEAST_SCORE } from '../../../shared/merge/alike/score.ts'
import { projectRoot } from '../../setup/project-root.mjs'
import { formatNumber, markdownTable } from '../report/table.ts'
import { type JudgedPairs, readOwnPairs } from './own-pairs.ts'

const SAMPLE = join(projectRoot, '../shared/berlin-2013/sample.json')

/** How many true pairs are suggested, how many of what is suggested are true, and which partner comes first. */
export function qualityTables(): string {
  const own = readOwnPairs()
  const rows = [
    qualityRow('own pairs, tuning half', own.tuning),
    qualityRow('own pairs, testing half', own.testing),
    ...(existsSync(SAMPLE) ? [qualityRow('sample of Berlin', readSample())] : []),
  ]
  const absent = existsSync(SAMPLE) ? '' : `\n\nThe sample of Berlin is not at ${SAMPLE}: left out.`
  const head = [
    `suggested at ≥ ${LEAST_SCORE}`,
    'texts',
    'true pairs',
    'hard negatives',
    'precision',
    'recall',
    'F1',
    'partner first',
    'other pairs suggested',
  ]
  return `${markdownTable(head, rows)}${absent}`
}

function qualityRow(name: string, { entries, same, different }: JudgedPairs): string[] {
  const index = indexEntries(entries)
  const partners = new Map(
    entries.map((entry) => [
      entry.id,
      alikeTo(index, entry, { most: entries.length }).filter((found) => found.entry.id !== entry.id),
    ]),
  )
  const isSuggested = ([a, b]: readonly [string, string]): boolean =>
    partners.get(a)?.some(({ entry }) => entry.id === b) === true
  const found = same.filter(isSuggested).length
  const wrong = different.filter(isSuggested).length
  const first = same
    .flatMap(([a, b]) => [[a, b] as const, [b, a] as const])
    .filter(([one, other]) => partners.get(one)?.[0]?.entry.id === other).length
  const suggested = [...partners.values()].reduce((sum, list) => sum + list.length, 0) / 2
  const [precision, recall] = [found / Math.max(1, found + wrong), found / same.length]
  const f1 = (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall)
  return [
    name,
    String(entries.length),
    String(same.length),
    String(different.length),
    ...[precision, recall, f1].map((value) => formatNumber(value, 2)),
    `${first} of ${same.length * 2}`,
    `${suggested - found - wrong} of ${(entries.length * (entries.length - 1)) / 2}`,
  ]
}

interface Sample {
  readonly interventions: readonly { id: string; topic: number; lang: string; text: string }[]
  readonly pairs: readonly { ids: readonly [string, string] }[]
  readonly hard_negatives: readonly { ids: readonly [string, string] }[]
}

function readSample(): JudgedPairs {
  const { interventions, pairs, hard_negatives }: Sample = JSON.parse(readFileSync(SAMPLE, 'utf8'))
  const entries: AlikeEntry[] = interventions.map(({ id, topic, lang, text }) => ({
    id,
    topic: String(topic),
    lang,
    words: text,
  }))
  return { entries, same: pairs.map(({ ids }) => ids), different: hard_negatives.map(({ ids }) => ids) }
}
