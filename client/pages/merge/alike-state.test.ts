import { describe, expect, it } from 'vitest'
import {
  type AlikeDoes,
  type AlikePair,
  type AlikeText,
  combiningOf,
  memoryOf,
  pairsOf,
  UNDECIDED,
  waitingPairs,
} from './alike-state.ts'

const text = (key: string, isItem: boolean): AlikeText => ({
  key,
  words: `Words of ${key}`,
  lang: null,
  hash: `hash-${key}`,
  parent: isItem ? { item: key, hash: `hash-${key}` } : { topic: 't1', passage: key, hash: `p-${key}` },
  item: isItem ? key : null,
  status: 'proposed',
  said: null,
})
const marks = { marksA: [], marksB: [], terms: [] }
const pair = (a: AlikeText, b: AlikeText): AlikePair =>
  pairsOf([{ a: a.key, b: b.key, ...marks }], [a, b])[0]!
const does = (what: AlikeDoes, words: string | null = null) => ({ ...UNDECIDED, does: what, words })

const [one, two, note, other] = [
  text('one', true),
  text('two', true),
  text('note', false),
  text('other', false),
]

describe('[MG4] what is combined', () => {
  it.each<[string, AlikePair, AlikeDoes, unknown[], string | undefined]>([
    ['the item whose wording is chosen stays', pair(one, two), 'second', [two.parent, one.parent], undefined],
    [
      'an item stays, with the wording of the notes',
      pair(one, note),
      'second',
      [one.parent, note.parent],
      note.words,
    ],
    ['an item stays, with its own wording', pair(note, one), 'second', [one.parent, note.parent], undefined],
    [
      'of two passages, the one whose wording is chosen',
      pair(note, other),
      'second',
      [other.parent, note.parent],
      undefined,
    ],
  ])('%s', (_, given, what, parents, words) => {
    expect(combiningOf(given, does(what))).toEqual({
      parents,
      evenDecided: false,
      ...(words !== undefined && { words }),
    })
  })

  it('is nothing while a wording is not written, or where two stay two', () => {
    expect(combiningOf(pair(one, two), does('write'))).toBeNull()
    expect(combiningOf(pair(one, two), does('keep-both'))).toBeNull()
    expect(combiningOf(pair(one, two), does('write', 'Both'))).toMatchObject({ words: 'Both' })
  })

  it('says so where the chair has decided about one of them', () => {
    const agreed = { ...two, status: 'agreed' as const }
    expect(combiningOf(pair(one, agreed), does('first'))?.evenDecided).toBe(true)
  })
})

it('[MG4] two items that stay two refer to each other; what is in the notes only is remembered by its words', () => {
  expect(memoryOf(pair(one, two), does('keep-both'))).toEqual({
    decision: 'keep-both',
    hashes: [one.hash, two.hash],
    items: ['one', 'two'],
  })
  expect(memoryOf(pair(one, note), does('not-alike'))).toEqual({
    decision: 'not-alike',
    hashes: [one.hash, note.hash],
  })
  expect(memoryOf(pair(one, note), does('later'))).toBeNull()
})

it('[MG4] a text is combined once: its other pairs wait', () => {
  const pairs = [pair(one, two), pair(one, note), pair(note, other)]
  const decisions = new Map([[pairs[0]!.key, does('first')]])
  expect([...waitingPairs(pairs, decisions)]).toEqual([pairs[1]!.key])
  expect(waitingPairs(pairs, new Map()).size).toBe(0)
})
