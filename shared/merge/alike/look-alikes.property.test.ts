import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textHash } from '../../text/text-hash.ts'
import { type AlikeEntry, indexEntries } from './alike-index.ts'
import { alikeTo, lookAlikes } from './look-alikes.ts'
import { termReader } from './terms.ts'

const WORDS = [
  ...'States should publish annual reports to parliament and the government answers in writing'.split(' '),
  ...'Les États devraient publier chaque année un rapport au Parlement et le Gouvernement y répond'.split(
    ' ',
  ),
  ...'Los Estados deberían capacitar a los inspectores de trabajo y prohibir las comisiones'.split(' '),
  ...'ينبغي للدول تدريب مفتشي العمل وحماية الضحايا وتقديم تقرير سنوي إلى البرلمان'.split(' '),
  ...'Следует ежегодно представлять парламенту доклад о торговле людьми'.split(' '),
  ...['国家应每年向议会提交报告', '劳动监察', '匿名数据', '\ud800', '🙂', 'e\u0301tat', '12', '[', 'x'],
]
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 25 }).map((words) => words.join(' '))
const lang = fc.constantFrom('en', 'fr', 'es', 'ar', 'ru', 'zh', 'de', 'und', null)
const entries = fc
  .array(fc.record({ words: text, lang, group: fc.constantFrom(undefined, 'a', 'b') }), { maxLength: 12 })
  .map((list) => list.map((entry, place): AlikeEntry => ({ id: `p${place}`, topic: '1', ...entry })))

describe('look-alikes', () => {
  it('[MG4] are the same for every order of the entries, and the same each time', () => {
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.nat()), (list, keys) => {
        const shuffled = list
          .map((entry) => ({ entry, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
        const found = lookAlikes(list)
        expect(lookAlikes(shuffled.map(({ entry }) => entry))).toEqual(found)
        expect(lookAlikes(list)).toEqual(found)
      }),
      { numRuns: 60 },
    )
  })

  it('[MG4] score two texts alike from either side', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const index = indexEntries(list.map(({ group: _, ...entry }) => entry))
        for (const { a, b, score } of lookAlikes(index)) {
          const from = (one: AlikeEntry, other: AlikeEntry): number | undefined =>
            alikeTo(index, one, { most: list.length }).find(({ entry }) => entry.id === other.id)?.score
          expect(from(a, b)).toBeCloseTo(score, 12)
          expect(from(b, a)).toBeCloseTo(score, 12)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('[MG4] put a text itself first, with score 1, wherever it is suggested at all', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const index = indexEntries(list.map(({ group: _, ...entry }) => entry))
        for (const entry of index.entries) {
          const found = alikeTo(index, entry, { most: list.length })
          const own = found.find((partner) => partner.entry.id === entry.id)
          if (found.length > 0) expect(own?.score).toBeCloseTo(1, 9)
          for (const { score } of found) expect(score).toBeLessThanOrEqual((own?.score ?? 0) + 1e-9)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('[MG4] show spans within their texts, heaviest first, whose parts make the whole', () => {
    fc.assert(
      fc.property(entries, (list) => {
        for (const { a, b, why } of lookAlikes(list)) {
          for (const { spanA, spanB } of why.shared) {
            for (const [{ from, to }, { words }] of [[spanA, a] as const, [spanB, b] as const]) {
              expect(0 <= from && from < to && to <= words.length).toBe(true)
              expect(words.slice(from, to).trim()).toBe(words.slice(from, to))
            }
          }
          const parts = why.shared.map(({ part }) => part)
          expect(parts).toEqual([...parts].sort((x, y) => y - x))
          expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9)
          for (const cover of [why.coverA, why.coverB]) expect(cover > 0 && cover <= 1 + 1e-9).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('[MG4] are never of one group, and never dismissed with these words', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const found = lookAlikes(list)
        for (const { a, b } of found) expect(a.group !== undefined && a.group === b.group).toBe(false)
        const dismissed = found.map(({ a, b }) => ({ a: textHash(b.words), b: textHash(a.words) }))
        const names = dismissed.map(({ a, b }) => [a, b].sort().join())
        for (const { a, b } of lookAlikes(list, { dismissed }))
          expect(names).not.toContain([textHash(a.words), textHash(b.words)].sort().join())
      }),
      { numRuns: 60 },
    )
  })
})

it('any text is read, in any language, as terms in their order that lie within it', () => {
  const read = termReader()
  const hostile = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }), text)
  fc.assert(
    fc.property(hostile, lang, (words, tag) => {
      let before = 0
      for (const { from, to } of read(words, tag).terms) {
        expect(from >= before && from < to && to <= words.length).toBe(true)
        before = from
      }
    }),
    { numRuns: 100 },
  )
})
