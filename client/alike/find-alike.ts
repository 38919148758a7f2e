import { type AlikeEntry, indexEntries } from '../../shared/merge/alike/alike-index.ts'
import { type SharedTerm, termName } from '../../shared/merge/alike/explain.ts'
import { alikeTo, lookAlikes } from '../../shared/merge/alike/look-alikes.ts'
import type { AlikeMark, AlikeQuestion, FoundAlike, TextToCompare } from './found-alike.ts'

/** Terms that are named: a person reads no more, and what all recommendations say comes last. */
const MOST_TERMS = 5
/** Less than this part of what is shared is no reason. */
const LEAST_PART = 0.03

/** Finds what looks alike. Takes up to seconds for ten thousand texts: the worker's business. */
export function findAlike({ texts, about, language, most }: AlikeQuestion): FoundAlike[] {
  const entryOf = ({ key, words, lang }: TextToCompare): AlikeEntry => ({ id: key, topic: null, words, lang })
  const own = texts.find(({ key }) => key === about)
  if (about !== null && own === undefined) return []
  if (own !== undefined) {
    const index = indexEntries(texts.filter((text) => text !== own).map(entryOf))
    return alikeTo(index, own, { most }).map(({ entry, why }) =>
      found(own, { key: entry.id, words: entry.words }, why.shared, language),
    )
  }
  return lookAlikes(texts.map(entryOf), { most }).map(({ a, b, why }) =>
    found({ key: a.id, words: a.words }, { key: b.id, words: b.words }, why.shared, language),
  )
}

function found(
  a: Pick<TextToCompare, 'key' | 'words'>,
  b: Pick<TextToCompare, 'key' | 'words'>,
  shared: readonly SharedTerm[],
  language: string,
): FoundAlike {
  const telling = shared.filter(({ part }) => part >= LEAST_PART)
  const reasons = telling.length > 0 ? telling : shared
  const names = reasons.map(({ concept, spanA }) =>
    concept === null ? a.words.slice(spanA.from, spanA.to) : termName(concept, language),
  )
  return {
    a: a.key,
    b: b.key,
    marksA: marksOf(shared, 'spanA'),
    marksB: marksOf(shared, 'spanB'),
    terms: [...new Set(names)].slice(0, MOST_TERMS),
  }
}

/** Gives marks in the order of the text; where two overlap, the weightier. */
function marksOf(shared: readonly SharedTerm[], side: 'spanA' | 'spanB'): AlikeMark[] {
  const marks: AlikeMark[] = []
  for (const { kind, [side]: span } of shared) {
    if (marks.some(({ from, to }) => span.from < to && from < span.to)) continue
    marks.push({ ...span, kind })
  }
  return marks.sort((one, other) => one.from - other.from)
}
