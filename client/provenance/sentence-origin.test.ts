import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../shared/text/block.ts'
import { MoveMap } from '../../shared/text/moves.ts'
import { type OriginSource, originOf, sentenceAt } from './sentence-origin.ts'

// Clients: 1 Ann's notes by Ben's merge, 2 Ben while merging, 3 Cleo in the draft.
const known = {
  moves: new MoveMap(),
  isKnown: true,
  memberOf: (client: number) => ['', 'ann', 'ben', 'cleo'][client] ?? null,
  delegationOf: (client: number) => {
    if (client === 1) return { author: 'ann', via: 'merge:ben' }
    return client === 2 ? { author: 'ben', via: 'merge:ben' } : null
  },
}

function line(...parts: (readonly [client: number, text: string])[]): Block {
  const inlines = parts.map(([client, text]) => ({ at: { client, clock: 0 }, text, formats: {} }))
  return { id: 'b', marker: null, attributes: {}, state: 'shown', inlines, seams: [], formats: {} }
}

function whole(block: Block, sources: readonly OriginSource[]) {
  const length = block.inlines.reduce((sum, inline) => sum + ('text' in inline ? inline.text.length : 1), 0)
  return originOf(block, { from: 0, to: length }, sources, known)
}

const FINLAND = { key: 'fi', wordings: ['States should set out the mandate in an act of Parliament.'] }
const BELGIUM = { key: 'be', wordings: ['Bodies need a statutory basis that shields them.'] }

describe('[MG5] a sentence of the draft', () => {
  test('comes from the passage whose words it has', () => {
    const { sources, typed, words } = whole(line([1, FINLAND.wordings[0] as string]), [BELGIUM, FINLAND])
    expect({ sources, typed, words }).toEqual({ sources: [{ key: 'fi', words: 11 }], typed: [], words: 11 })
  })

  test('comes from both where two were combined in it, and says how much of each', () => {
    const text = 'States should set out the mandate with a statutory basis that shields them'
    const { sources, typed } = whole(line([1, text]), [BELGIUM, FINLAND])
    expect(sources).toEqual([
      { key: 'fi', words: 6 },
      { key: 'be', words: 6 },
    ])
    expect(typed).toEqual([{ member: 'ann', at: 'notes', words: 1 }])
  })

  test('that was typed in the draft comes from nobody’s notes, also where it reads like them', () => {
    const { sources, typed } = whole(line([3, FINLAND.wordings[0] as string]), [FINLAND])
    expect(sources).toEqual([])
    expect(typed).toEqual([{ member: 'cleo', at: 'draft', words: 11 }])
  })

  test('tells a word that was edited in the draft, in part or whole, from those of the notes', () => {
    const block = line([1, 'States must set out the mandate'], [3, 's soon'])
    expect(whole(block, [FINLAND])).toEqual({
      text: 'States must set out the mandates soon',
      words: 7,
      sources: [{ key: 'fi', words: 4 }],
      typed: [
        { member: 'cleo', at: 'draft', words: 2 },
        { member: 'ann', at: 'notes', words: 1 },
      ],
    })
  })

  test('that was written while merging says so, unless a closed source may have it', () => {
    const block = line([2, 'Act at once.'])
    expect(whole(block, [FINLAND]).typed).toEqual([{ member: 'ben', at: 'merge', words: 3 }])
    expect(whole(block, [FINLAND, { key: 'x', wordings: null }]).typed).toEqual([
      { member: 'ben', at: 'notes', words: 3 },
    ])
  })

  test('is found by the words as they were taken where the notes read otherwise now', () => {
    const source = { key: 'fi', wordings: ['Something else.', 'States should act soon.'] }
    expect(whole(line([1, 'States should act soon.']), [source]).sources).toEqual([{ key: 'fi', words: 4 }])
  })

  test('before the server has told who typed, is told by its words alone', () => {
    const block = line([3, 'States should set out the mandate'])
    const { sources } = originOf(block, { from: 0, to: 33 }, [FINLAND], { ...known, isKnown: false })
    expect(sources).toEqual([{ key: 'fi', words: 6 }])
  })

  test('counts each of its words once, and gives no word of the draft to a passage', () => {
    const word = fc.constantFrom('states', 'should', 'act', 'now', 'الدول', '国')
    const some = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '))
    const part = fc.tuple(fc.constantFrom(1, 2, 3), some)
    const source = fc.record({
      key: fc.constantFrom('a', 'b', 'c'),
      wordings: fc.option(fc.array(some, { maxLength: 2 })),
    })
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), fc.array(source, { maxLength: 4 }), (parts, sources) => {
        const block = line(...parts.map(([client, text]) => [client, ` ${text} `] as const))
        const origin = whole(block, sources)
        const sum = [...origin.sources, ...origin.typed].reduce((all, { words }) => all + words, 0)
        expect(sum).toBe(origin.words)
        const draft = origin.typed
          .filter(({ at }) => at === 'draft')
          .reduce((all, { words }) => all + words, 0)
        expect(draft).toBe(
          parts.filter(([client]) => client === 3).reduce((all, [, text]) => all + countWords(text), 0),
        )
      }),
    )
  })
})

function countWords(text: string): number {
  return text === '' ? 0 : text.split(' ').length
}

test.each([
  ['One is here. Two is there.', 3, 'One is here.'],
  ['One is here. Two is there.', 12, 'One is here.'],
  ['One is here. Two is there.', 13, 'Two is there.'],
  ['One is here. Two is there.', 26, 'Two is there.'],
  ['  No stop', 0, 'No stop'],
  ['هل تعمل الدول؟ نعم تعمل.', 20, 'نعم تعمل.'],
] as const)('in %j the sentence at %i is %j', (text, offset, expected) => {
  const at = sentenceAt(text, offset, 'en')
  expect(at === null ? null : text.slice(at.from, at.to)).toBe(expected)
})

test('a line without words has no sentence', () => {
  expect(sentenceAt('  ', 1, 'en')).toBeNull()
  expect(sentenceAt('', 0, 'en')).toBeNull()
})
