import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText } from '../text/block.ts'
import { renderBlocks } from '../text/render.ts'
import { docOf, flatText, markerWith, watchWrites } from '../text/testing/flat-text.ts'
import { isBlank, readInterventions } from './intervention.ts'
import { type Passage, readPassages } from './passage.ts'

function passages(...lines: string[]): Passage[] {
  return readPassages('t1', renderBlocks(flatText(lines)))
}

/** Each passage as `kind speaker: words`. */
function told(...lines: string[]): string[] {
  return passages(...lines).map(({ kind, speaker, words }) => `${kind} ${speaker}: ${words}`)
}

describe('an intervention', () => {
  const interventions = (...lines: string[]) =>
    readInterventions(renderBlocks(flatText(lines))).map(
      ({ id, speaker, attribution, lines: inside }) =>
        `${id} ${speaker} ${attribution}: ${inside.map((line) => line.id).join(' ')}`,
    )

  it.each<[string, string[], string[]]>([
    [
      'goes on while the speaker stays',
      ['a lead speaker=m:fra|One', 'b speaker=m:fra|Two', 'c speaker=m:chl|Three'],
      ['a m:fra null: a b', 'c m:chl null: c'],
    ],
    [
      'is cut where the same speaker begins again',
      ['a lead speaker=m:fra|One', 'b lead speaker=m:fra|Two'],
      ['a m:fra null: a', 'b m:fra null: b'],
    ],
    [
      'may have no speaker yet',
      ['a|One', 'b|Two', 'c speaker=chair|Three'],
      ['a null null: a b', 'c chair null: c'],
    ],
    ['an empty speaker is nobody', ['a speaker=|One'], ['a null null: a']],
    [
      'goes over a line that was deleted and is empty',
      ['a speaker=m:fra|One', 'x speaker=m:chl gone|', 'b speaker=m:fra|Two'],
      ['a m:fra null: a b'],
    ],
    [
      'takes the level of its opening line for all its lines',
      ['a lead speaker=m:fra attribution=region|One', 'b speaker=m:fra|Two'],
      ['a m:fra region: a b'],
    ],
    [
      'tells the least that any of its lines asks for',
      ['a lead speaker=m:fra attribution=country|One', 'b speaker=m:fra attribution=none|Two'],
      ['a m:fra none: a b'],
    ],
    ['an unknown level is none of its own', ['a attribution=secret|One'], ['a null null: a']],
    [
      'text before the first line belongs to nobody',
      ['|Foreign', 'a speaker=m:fra|One'],
      ['root null null: root', 'a m:fra null: a'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(interventions(...lines)).toEqual(expected)
  })

  it('[TX13] leaves out a line that is held for a reader’s caret: others do not see it', () => {
    const text = flatText(['a speaker=m:fra|One', 'x speaker=m:chl gone|', 'b speaker=m:fra|Two'])
    const blocks = renderBlocks(text, { held: markerWith(text, 'x')._item?.id ?? null })
    expect(blocks.map(({ state }) => state)).toEqual(['shown', 'held', 'shown'])
    expect(readInterventions(blocks).map(({ id, lines }) => [id, lines.length])).toEqual([['a', 2]])
  })
})

describe('a passage', () => {
  it.each<[string, string[], string[]]>([
    [
      'is a line with a kind and the kindless lines after it',
      [
        'a lead speaker=m:fra kind=trend|One',
        'b speaker=m:fra|more',
        'c speaker=m:fra kind=recommendation|Two',
      ],
      ['trend m:fra: One\nmore', 'recommendation m:fra: Two'],
    ],
    [
      'leaves out what was said before the first kind',
      ['a lead speaker=m:fra|Thank you, Chair.', 'b speaker=m:fra kind=lesson|One'],
      ['lesson m:fra: One'],
    ],
    [
      'ends with the intervention',
      ['a lead speaker=m:fra kind=trend|One', 'b lead speaker=m:chl|Two', 'c lead speaker=m:fra|Three'],
      ['trend m:fra: One'],
    ],
    [
      'counts a line that was deleted and holds words all the same',
      ['a speaker=m:fra kind=trend|One', 'b speaker=m:fra gone|kept'],
      ['trend m:fra: One\nkept'],
    ],
    [
      'takes the words of a line joined to it',
      ['a speaker=m:fra kind=trend|One ', 'b speaker=m:chl kind=lesson join=a|two'],
      ['trend m:fra: One two'],
    ],
    ['has no words while its lines are blank', ['a kind=recommendation|', 'b|  '], ['recommendation null: ']],
    ['skips blank lines in its words', ['a kind=trend|', 'b|One', 'c|', 'd|Two'], ['trend null: One\nTwo']],
    [
      'a kind of a later format is none, and ends the one before',
      ['a kind=trend|One', 'b kind=appeal|Two', 'c|Three'],
      ['trend null: One'],
    ],
    [
      'leaves a gloss out of its words, wherever it stands',
      ['a kind=trend|Un', 'g gloss|One', 'b|deux', 'h gloss|two'],
      ['trend null: Un\ndeux'],
    ],
    [
      'an atom reads as one sign',
      ['a kind=trend|See {mention of=mechanism id=fra}.'],
      ['trend null: See \uFFFC.'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(told(...lines)).toEqual(expected)
  })

  it('says where it stands, what it is called, its language and level', () => {
    const [passage] = passages(
      'a lead speaker=m:fra attribution=region|Merci.',
      'b speaker=m:fra kind=recommendation lang=fr|Ratifier',
      'c speaker=m:fra lang=en|to ratify',
    )
    expect(passage).toMatchObject({
      topic: 't1',
      id: 'b',
      lead: 'a',
      lang: 'fr',
      attribution: 'region',
      blocks: [{ id: 'b' }, { id: 'c' }],
    })
  })
})

it('a passage says whether words of any of its lines are withheld', () => {
  const [one, other] = passages('a kind=trend|One', 'b|{withheld id=w}', 'c kind=trend|Two')
  expect([one?.isWithheld, other?.isWithheld]).toEqual([true, false])
})

describe('the hash of a passage', () => {
  const hash = (...lines: string[]) => passages(...lines)[0]?.hash

  it.each<[string, string[], string[]]>([
    ['formats', ['a kind=trend|One two'], ['a kind=trend|One *two*']],
    ['blank lines', ['a kind=trend|One'], ['a kind=trend|One', 'b|', 'c| ']],
    ['who spoke', ['a kind=trend|One'], ['a kind=trend speaker=m:fra|One']],
    ['ids', ['a kind=trend|One'], ['z kind=trend|One']],
    ['a gloss', ['a kind=trend|One'], ['a kind=trend|One', 'g gloss|Un']],
  ])('does not count %s', (_, one, other) => {
    expect(hash(...one)).toBe(hash(...other))
  })

  it.each<[string, string[], string[]]>([
    ['a word', ['a kind=trend|One'], ['a kind=trend|Once']],
    ['whom a mention names', ['a kind=trend|{mention id=fra}'], ['a kind=trend|{mention id=chl}']],
    ['where a line ends', ['a kind=trend|One', 'b|two'], ['a kind=trend|Onetwo']],
    ['an atom that somebody typed as text', ['a kind=trend|{x}'], ['a kind=trend|\uFFFC']],
  ])('tells %s apart', (_, one, other) => {
    expect(hash(...one)).not.toBe(hash(...other))
  })
})

/** fast-check prints it again with a counterexample. */
const SEED = 20130523
const OPTIONS = { seed: SEED, numRuns: 300 }

const line = fc
  .record({
    speaker: fc.constantFrom('', ' speaker=m:fra', ' speaker=m:chl', ' speaker=chair'),
    lead: fc.constantFrom('', '', ' lead'),
    kind: fc.constantFrom('', '', ' kind=trend', ' kind=recommendation', ' kind=appeal'),
    state: fc.constantFrom('', '', ' gone', ' join=l0', ' join=l1', ' join=l2'),
    text: fc.constantFrom('', 'One', 'Deux mots', '{break}', 'See {mention id=x}'),
  })
  .map(({ speaker, lead, kind, state, text }) => `${speaker}${lead}${kind}${state}|${text}`)
const notes = fc.array(line, { maxLength: 12 }).map((lines) => lines.map((each, index) => `l${index}${each}`))

describe(`properties (seed ${SEED})`, () => {
  it('every line is in exactly one intervention, in order, and in at most one passage', () => {
    fc.assert(
      fc.property(notes, (lines) => {
        const blocks = renderBlocks(flatText(lines))
        const inside = readInterventions(blocks).flatMap((intervention) => intervention.lines)
        expect(inside).toEqual(blocks)
        const taken = readPassages('t1', blocks).flatMap((passage) => passage.blocks)
        expect(new Set(taken).size).toBe(taken.length)
        expect(blocks.filter((block) => taken.includes(block))).toEqual(taken)
      }),
      OPTIONS,
    )
  })

  it('a passage opens with its kind, stays with one speaker, and loses no word of its lines', () => {
    fc.assert(
      fc.property(notes, (lines) => {
        for (const { kind, speaker, words, blocks, id } of readPassages(
          't1',
          renderBlocks(flatText(lines)),
        )) {
          expect(blocks[0]).toMatchObject({ id, attributes: { kind } })
          for (const block of blocks.slice(1)) expect(block.attributes.kind).toBeUndefined()
          for (const block of blocks) expect(block.attributes.speaker ?? null).toBe(speaker)
          expect(words).toBe(
            blocks
              .filter((block) => !isBlank(block))
              .map(blockText)
              .join('\n'),
          )
        }
      }),
      OPTIONS,
    )
  })

  it('[TX6] reading writes nothing and gives the same again', () => {
    fc.assert(
      fc.property(notes, (lines) => {
        const text = flatText(lines)
        const writes = watchWrites(docOf(text))
        const before = writes()
        const read = readPassages('t1', renderBlocks(text))
        expect(readPassages('t1', renderBlocks(text))).toEqual(read)
        expect(writes()).toEqual(before)
      }),
      OPTIONS,
    )
  })
})
