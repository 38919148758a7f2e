import type { AttributionLevel } from '../meeting/facts.ts'
import type { NameLanguage } from '../names/name-language.ts'
import type { Omission, OmissionKind } from './report.ts'
import { reportWords } from './report-words.ts'

type CountedKind = Exclude<OmissionKind, 'names'>

/** Order in which a document says what it leaves out. */
const ORDER: readonly CountedKind[] = [
  'capped',
  'lowered',
  'withheld',
  'brackets-kept',
  'brackets-stripped',
  'brackets-unpaired',
  'sections',
  'removed',
  'withdrawn',
  'empty',
  'footnotes',
  'links',
  'references',
  'unknown',
]
/** Those whose topics the sentence names. */
const WITH_TOPICS: ReadonlySet<CountedKind> = new Set(['withheld'])

/** Counts what a document leaves out, while it is made (EX4). */
export class OmissionCount {
  readonly #counts = new Map<CountedKind, number>()
  readonly #topics = new Map<CountedKind, Set<number>>()

  /** Counts things of a kind; `topic` is the number of the topic they stand under. */
  add(kind: CountedKind, topic: number | null = null, count = 1): void {
    if (count === 0) return
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count)
    const topics = this.#topics.get(kind) ?? new Set()
    this.#topics.set(kind, topic === null ? topics : topics.add(topic))
  }

  /** Gives the sentences. */
  list(level: AttributionLevel, language: NameLanguage): Omission[] {
    const words = reportWords[language]
    const names: Omission[] =
      level === 'named' ? [] : [{ kind: 'names', count: 0, topics: [], text: words.levels[level] }]
    const counted = ORDER.flatMap((kind): Omission[] => {
      const count = this.#counts.get(kind)
      if (count === undefined) return []
      const topics = [...(this.#topics.get(kind) ?? [])].sort((one, other) => one - other)
      return [{ kind, count, topics, text: sentence(kind, count, topics, language) }]
    })
    return [...names, ...counted]
  }
}

function sentence(
  kind: CountedKind,
  count: number,
  topics: readonly number[],
  language: NameLanguage,
): string {
  const { counted, colon, inTopics } = reportWords[language]
  const list = topics.join(', ')
  if (kind === 'capped') return `${counted[kind]}${colon}${list}`
  const where = WITH_TOPICS.has(kind) && topics.length > 0 ? ` ${inTopics(list)}` : ''
  return `${counted[kind]}${colon}${count}${where}`
}
