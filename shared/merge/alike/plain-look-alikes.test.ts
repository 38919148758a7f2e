import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type AlikeEntry, type AlikeIndex, indexEntries, type Weighed } from './alike-index.ts'
import { LEXICON } from './lexicon/lexicon.ts'
import { alikeTo, lookAlikes } from './look-alikes.ts'
import { LEAST_SCORE } from './score.ts'
import { wordTokens } from './word-tokens.ts'

// What README.md says of scores and partners, written as plainly as can be: every pair is compared, nothing is added
// up ahead. What is fast has to find the very same.

interface PlainPair {
  readonly a: number
  readonly b: number
  readonly score: number
}

const PARTNERS = 5
/** Of two in one language, one is not lifted over those that it is not near to without. */
const NEARLY = 0.9
/** Two texts are compared where they share a term that no more entries say. */
const MOST_PLACES = 800

function plainPairs(index: AlikeIndex<AlikeEntry>, needed = LEAST_SCORE): PlainPair[] {
  const kept: PlainPair[][] = index.entries.map(() => [])
  const least = (place: number): number => kept[place]?.[PARTNERS - 1]?.score ?? 0
  const keep = (place: number, pair: PlainPair): void => {
    const other = ({ a, b }: PlainPair): number => (a === place ? b : a)
    kept[place] = [...(kept[place] as PlainPair[]), pair]
      .sort((x, y) => y.score - x.score || other(x) - other(y))
      .slice(0, PARTNERS)
  }
  for (let a = 0; a < index.entries.length; a++) {
    const found: PlainPair[] = []
    for (let b = a + 1; b < index.entries.length; b++) {
      const group = index.entries[a]?.group
      if (group !== undefined && group === index.entries[b]?.group) continue
      const { score, most } = plainScore(index, a, b)
      const better = Math.min(least(a), least(b))
      if (most >= better * NEARLY && score >= Math.max(needed, better)) found.push({ a, b, score })
    }
    for (const pair of found) {
      keep(pair.a, pair)
      keep(pair.b, pair)
    }
  }
  const pairs = new Map(kept.flat().map((pair) => [`${pair.a} ${pair.b}`, pair]))
  return [...pairs.values()].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)
}

function plainScore(index: AlikeIndex<AlikeEntry>, a: number, b: number): { score: number; most: number } {
  const [one, other] = [index.weighed[a] as Weighed, index.weighed[b] as Weighed]
  let [product, reasons, reaching, common] = [0, 0, 0, 0]
  let isLed = false
  one.terms.forEach((term, at) => {
    const most = (one.weights[at] as number) * (index.fullWeights[term] as number)
    const place = other.terms.indexOf(term)
    if (one.reasons[at] === 0) common += most
    else if (place >= 0) {
      reaching += most
      isLed ||= (index.vocabulary.counts[term] as number) <= MOST_PLACES
    }
    if (place < 0) return
    product += (one.weights[at] as number) * (other.weights[place] as number)
    reasons += Math.min(one.reasons[at] as number, other.reasons[place] as number)
  })
  const most = (reaching + common) / (one.length * other.length)
  if (reasons < 2 || !isLed) return { score: 0, most }
  const same = Math.min(1, product / (one.length * other.length))
  if (one.lang !== other.lang) return { score: same, most }
  const all = one.pairs.length + other.pairs.length
  const inOrder = all === 0 ? 0 : (2 * one.pairs.filter((pair) => other.pairs.includes(pair)).length) / all
  return { score: same * (1 + (1 - same) * 0.5 * inOrder), most }
}

const LANGS = ['en', 'fr', 'es', 'ar', 'ru', 'zh'] as const
/** Few terms, so that many texts are alike; in all languages, with their own words. */
const TERMS = LEXICON.filter((_, place) => place % 9 === 0)
const said = fc.oneof(
  fc.tuple(fc.constantFrom(...TERMS), fc.nat()).map(([term, place]) => (lang: (typeof LANGS)[number]) => {
    const words = term[lang].split('|')
    return (words[place % words.length] as string).replaceAll('*', '').trim()
  }),
  fc.constantFrom('of the', 'States should', '12', 'pilot', 'annex', 'dossier').map((words) => () => words),
)
const entries = fc
  .array(
    fc.record({
      parts: fc.array(said, { maxLength: 12 }),
      lang: fc.constantFrom(...LANGS),
      isNamed: fc.boolean(),
      group: fc.constantFrom(undefined, undefined, 'a', 'b'),
      topic: fc.constantFrom('1', '2', null),
    }),
    { maxLength: 40, size: 'max' },
  )
  .map((list) =>
    list.map(
      ({ parts, lang, isNamed, group, topic }, place): AlikeEntry => ({
        id: `p${place}`,
        topic,
        lang: isNamed ? lang : null,
        words: parts.map((part) => part(lang)).join(' '),
        group,
      }),
    ),
  )

it('[MG4] look-alikes are those, with those scores, in that order, that comparing all pairs plainly gives', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const index = indexEntries(list)
      const found = lookAlikes(index).map(({ a, b, score }) => [a.id, b.id, score])
      const id = (place: number): string | undefined => index.entries[place]?.id
      expect(found).toEqual(plainPairs(index).map(({ a, b, score }) => [id(a), id(b), score]))
    }),
    { numRuns: 60 },
  )
})

it('[MG4] where more is asked for, a pair that has just the score is given, and none below it', () => {
  fc.assert(
    fc.property(entries, fc.nat(), (list, choice) => {
      // Nearly the same text: what both say leaves no room above the score.
      const again = list.map(({ words, ...entry }) => ({
        ...entry,
        id: `${entry.id}b`,
        words: `${words} States should`,
      }))
      const index = indexEntries([...list, ...again])
      const scores = plainPairs(index).map(({ score }) => score)
      const least = scores[choice % Math.max(1, scores.length)] ?? 1
      const found = lookAlikes(index, { least }).map(({ a, b, score }) => [a.id, b.id, score])
      const id = (place: number): string | undefined => index.entries[place]?.id
      expect(found).toEqual(plainPairs(index, least).map(({ a, b, score }) => [id(a), id(b), score]))
    }),
    { numRuns: 60 },
  )
})

it('[MG4] in a large set too, where one term is said by more than lead to each other', () => {
  const [frequent, ...rare] = TERMS.filter((term) => term.said === undefined)
  const one = fc.record({
    lang: fc.constantFrom(...LANGS),
    terms: fc.uniqueArray(fc.constantFrom(...rare), { minLength: 1, maxLength: 12 }),
    saysFrequent: fc.nat(100).map((number) => number > 0),
  })
  const list = fc
    .sample(one, { seed: 3, numRuns: 820 })
    .map(({ lang, terms, saysFrequent }, place): AlikeEntry => {
      const names = (saysFrequent ? [frequent, ...terms] : terms).map(
        (term) => term?.[lang].split('|')[0] ?? '',
      )
      const words = names.map((name) => name.replaceAll('*', '').trim()).join(' 1 ')
      return { id: `p${place}`, topic: '1', lang, words }
    })
  const index = indexEntries(list)
  expect(Math.max(...index.vocabulary.counts)).toBeGreaterThan(MOST_PLACES)
  const found = lookAlikes(index, { most: 10_000 }).map(({ a, b, score }) => [a.id, b.id, score])
  const id = (place: number): string | undefined => index.entries[place]?.id
  expect(found.length).toBeGreaterThan(1_000)
  expect(found).toEqual(plainPairs(index).map(({ a, b, score }) => [id(a), id(b), score]))
})

it('[MG4] what looks like one text is what comparing it plainly with all gives', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const index = indexEntries(list.map(({ group: _, ...entry }) => entry))
      index.entries.forEach((entry, from) => {
        const plain = index.entries
          .map((other, place) => ({ id: other.id, place, score: plainScore(index, from, place).score }))
          .filter(({ score }) => score >= LEAST_SCORE)
          .sort((x, y) => y.score - x.score || x.place - y.place)
        const found = alikeTo(index, entry, { most: list.length })
        expect(found.map(({ entry: { id }, score }) => [id, score])).toEqual(
          plain.map(({ id, score }) => [id, score]),
        )
      })
    }),
    { numRuns: 30 },
  )
})

it('words are what the pattern of words finds, in any text', () => {
  const pattern = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}\u0640])+/gu
  const letters = fc.constantFrom(...'aé9 -\u0301\u0640ض国𠮷🙂', '\ud800', '\udc00', '𝒳')
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(letters).map((list) => list.join('')),
  )
  fc.assert(
    fc.property(text, (words) => {
      const plain = [...words.matchAll(pattern)].map(({ index, 0: word }) => ({
        from: index,
        to: index + word.length,
        word,
      }))
      expect(wordTokens(words)).toEqual(plain)
    }),
    { numRuns: 100 },
  )
})
