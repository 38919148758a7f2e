import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MergeFact, ProvenanceFact, SourceFact } from '../meeting/facts.ts'
import { type Fate, type FateFacts, type FatePassage, fateFinder, itemsBehind } from './fate.ts'

function source(...blocks: string[]): SourceFact {
  return { topic: 't1', blocks, hash: 'h', speaker: 'm:fi', attribution: 'country', merge: 1 }
}

const WITHHELD: SourceFact = { ...source(), hash: null, speaker: null }

function behind(of: Readonly<Record<string, readonly SourceFact[]>>): Map<string, ProvenanceFact> {
  return new Map(Object.entries(of).map(([item, sources]) => [item, { sources, itemHash: 'h' }]))
}

function facts(given: Partial<FateFacts> = {}): FateFacts {
  const none = { provenance: new Map(), itemFacts: new Map(), merges: new Map() }
  return { ...none, drafted: new Set(['i1', 'i2']), ...given }
}

function merge(at: number, items: readonly string[] = ['i9']): MergeFact {
  return { at, by: 'ann', items, undone: null }
}

function fatesOf(passage: FatePassage, given: FateFacts, typed: number | null): Fate[] {
  return fateFinder(given)(passage, typed)
}

const PASSAGE: FatePassage = { topic: 't1', kind: 'recommendation', isWithheld: false, blocks: [{ id: 'b' }] }

describe('[MG5] a passage of the notes', () => {
  test('stands behind an item, alone or with others', () => {
    const provenance = behind({ i1: [source('b')], i2: [source('a'), source('b', 'c'), source('d')] })
    expect(fatesOf(PASSAGE, facts({ provenance }), null)).toEqual([
      { is: 'in-draft', item: 'i1', others: 0 },
      { is: 'in-draft', item: 'i2', others: 2 },
    ])
  })

  test('stands where it was combined, not where it was taken out by that', () => {
    const provenance = behind({ gone: [source('b')], i1: [source('a'), source('b')] })
    expect(fatesOf(PASSAGE, facts({ provenance }), null)).toEqual([{ is: 'in-draft', item: 'i1', others: 1 }])
  })

  test('whose item was removed or withdrawn says so', () => {
    const removed = facts({ provenance: behind({ gone: [source('b')] }) })
    expect(fatesOf(PASSAGE, removed, null)).toEqual([{ is: 'removed', item: 'gone' }])
    const itemFacts = new Map([['i1', { status: 'withdrawn' as const }]])
    const withdrawn = facts({ provenance: behind({ i1: [source('b')] }), itemFacts })
    expect(fatesOf(PASSAGE, withdrawn, null)).toEqual([{ is: 'withdrawn', item: 'i1' }])
  })

  test('was left out by the latest merge that made items when all its words were there', () => {
    const merges = new Map([
      ['1', merge(10)],
      ['2', merge(20)],
      ['3', { ...merge(30), undone: { at: 31, by: 'ben' } }],
      ['4', merge(40, [])],
      ['5', { ...merge(50), combined: 'i9' }],
    ])
    expect(fatesOf(PASSAGE, facts({ merges }), 5)).toEqual([{ is: 'left-out', merge: 2, by: 'ann', at: 20 }])
    expect(fatesOf(PASSAGE, facts({ merges }), 25)).toEqual([{ is: 'not-taken' }])
    expect(fatesOf(PASSAGE, facts({ merges }), null)).toEqual([{ is: 'not-taken' }])
  })

  test('that is no recommendation or kept for the drafting group was not left out', () => {
    const merges = new Map([['1', merge(10)]])
    expect(fatesOf({ ...PASSAGE, kind: 'trend' }, facts({ merges }), 1)).toEqual([
      { is: 'no-recommendation' },
    ])
    expect(fatesOf({ ...PASSAGE, kind: null }, facts({ merges }), 1)).toEqual([{ is: 'no-recommendation' }])
    expect(fatesOf({ ...PASSAGE, isWithheld: true }, facts({ merges }), 1)).toEqual([{ is: 'withheld' }])
  })

  test('of a topic with sources that the reader is not told of has no fate that could be a lie', () => {
    const provenance = behind({ i1: [WITHHELD] })
    expect(fatesOf(PASSAGE, facts({ provenance }), null)).toEqual([{ is: 'unknown' }])
    expect(fatesOf({ ...PASSAGE, topic: 't2' }, facts({ provenance }), null)).toEqual([{ is: 'not-taken' }])
  })

  test('has at least one fate, and is in the draft iff a source of a standing item says so', () => {
    const block = fc.constantFrom('a', 'b', 'c')
    const anySource = fc.array(block, { maxLength: 3 }).map((blocks) => source(...new Set(blocks)))
    const anyProvenance = fc.dictionary(
      fc.constantFrom('i1', 'i2', 'gone'),
      fc.array(anySource, { maxLength: 3 }),
    )
    fc.assert(
      fc.property(anyProvenance, fc.uniqueArray(block, { minLength: 1 }), (given, lines) => {
        const provenance = behind(given)
        const passage = { ...PASSAGE, blocks: lines.map((id) => ({ id })) }
        const fates = fatesOf(passage, facts({ provenance }), null)
        expect(fates.length).toBeGreaterThan(0)
        const expected = [...provenance].flatMap(([item, { sources }]) =>
          sources.some(({ blocks }) => blocks.some((id) => lines.some((line) => line === id))) ? [item] : [],
        )
        expect(new Set(itemsBehind(provenance)('t1', passage.blocks))).toEqual(new Set(expected))
        const inDraft = fates.flatMap((fate) => (fate.is === 'in-draft' ? [fate.item] : []))
        expect(new Set(inDraft)).toEqual(new Set(expected.filter((item) => item !== 'gone')))
      }),
    )
  })
})
