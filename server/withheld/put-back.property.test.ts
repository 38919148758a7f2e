import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { authoredSpans } from '../../shared/text/authorship.ts'
import { type Block, blockText, type FormatValue } from '../../shared/text/block.ts'
import { keepFormatting } from '../../shared/text/keep-formatting.ts'
import { MoveMap } from '../../shared/text/moves.ts'
import { renderBlocks } from '../../shared/text/render.ts'
import { docOf, flatText, fork, sync } from '../../shared/text/testing/flat-text.ts'
import { findPlaces, putBack } from './put-back.ts'
import { leaveStubs, wordsOf } from './take-words.ts'

/** fast-check prints it again with a counterexample. */
const OPTIONS = { seed: 20130524, numRuns: 50 }
const ID = 'w1'
/** Only those who type meanwhile write it. */
const NEW = '★'
/** Delegated clientIDs begin here (SY3). */
const DELEGATED = 1000
const AUTHORS = ['ann', 'ben', 'cat']

function memberOf(client: number): string | null {
  if (client >= DELEGATED) return AUTHORS[client - DELEGATED] ?? null
  return client >= 1 && client <= 3 ? (AUTHORS[client - 1] ?? null) : null
}

const typists = { memberOf, moves: new MoveMap() }

interface Edit {
  readonly by: 1 | 2 | 3
  readonly at: number
  readonly text: string
  readonly bold: boolean
}

const edit = (text: fc.Arbitrary<string>): fc.Arbitrary<Edit> =>
  fc.record({ by: fc.constantFrom(1, 2, 3), at: fc.nat(1000), text, bold: fc.boolean() })
const words = fc.constantFrom('Shelter', ' of nine', 'é😀', ' in ', 'Geneva, 3 May')

/** Types into one of the lines, never over a marker or an end. */
function type(text: Y.Text, { at, text: typed, bold }: Edit): void {
  const places: number[] = []
  let index = 0
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    const length = typeof insert === 'string' ? insert.length : 1
    // Straight after a marker, and after any character.
    if (typeof insert === 'string') {
      for (let offset = 1; offset <= length; offset++) {
        // Not between the halves of a pair.
        if (!/[\uD800-\uDBFF]/.test(insert.charAt(offset - 1))) places.push(index + offset)
      }
    } else if (insert instanceof Y.Map) places.push(index + 1)
    index += length
  }
  const place = places[at % places.length] as number
  text.insert(place, typed, bold ? { bold: true } : {})
}

/** A character with its formats and its author, for every character of the lines. */
function told(text: Y.Text): string[][] {
  return renderBlocks(text).map((block) => [block.id, JSON.stringify(block.attributes), ...chars(block)])
}

function chars(block: Block): string[] {
  const formats = block.inlines.flatMap((inline): Record<string, FormatValue>[] =>
    Array.from({ length: 'text' in inline ? inline.text.length : 1 }, () => inline.formats),
  )
  return authoredSpans(block, memberOf, typists.moves).flatMap(({ from, to, typedBy }) =>
    Array.from({ length: to - from }, (_, offset) => {
      const at = from + offset
      return `${blockText(block).charAt(at)} ${JSON.stringify(formats[at])} ${typedBy}`
    }),
  )
}

function withhold(text: Y.Text, ids: readonly string[]) {
  const all = renderBlocks(text)
  const blocks = wordsOf(
    all.filter(({ id }) => ids.includes(id)),
    typists,
  )
  const lines = all.filter(({ id }) => blocks.some((block) => block.id === id))
  docOf(text).transact((transaction) => leaveStubs(transaction, text, all, lines, ID))
  return blocks
}

function restore(text: Y.Text, blocks: ReturnType<typeof withhold>): void {
  const doc = docOf(text)
  const places = findPlaces(text, ID, blocks)
  doc.transact((transaction) =>
    putBack(transaction, text, places, (author, insert) => {
      const own = doc.clientID
      doc.clientID = author === null ? own : DELEGATED + AUTHORS.indexOf(author)
      insert()
      doc.clientID = own
    }),
  )
}

it('what is put back is every character, format and author as before; what others typed meanwhile stays', () => {
  fc.assert(
    fc.property(
      fc.array(edit(words), { minLength: 1, maxLength: 10 }),
      fc.array(edit(fc.constantFrom(NEW, NEW + NEW)), { maxLength: 6 }),
      fc.array(edit(fc.constantFrom(NEW)), { maxLength: 4 }),
      fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
      (before, meanwhile, after, ids) => {
        const server = flatText(
          ['a lead speaker=m:fra kind=trend|One', 'b speaker=m:fra|{mention id=x}', 'c speaker=m:chl|'],
          99,
        )
        const people = new Map(AUTHORS.map((_, index) => [index + 1, fork(server, index + 1)]))
        // As rooms and clients do (TX11).
        for (const text of [server, ...people.values()]) keepFormatting(docOf(text))
        for (const each of before) {
          const typing = people.get(each.by) as Y.Text
          sync(server, typing)
          type(typing, each)
          sync(server, typing)
        }
        const plain = told(server)
        // Somebody is offline while the passage goes.
        const away = people.get(3) as Y.Text
        sync(server, away)
        const taken = withhold(server, ids)
        for (const each of meanwhile) type(away, each)
        sync(server, away)
        for (const each of after) {
          type(away, each)
          sync(server, away)
        }
        expect(blockText(renderBlocks(server).find(({ id }) => id === ids[0]) as Block)).not.toContain('One')
        restore(server, taken)
        sync(server, away)
        const now = told(server)
        expect(told(away)).toEqual(now)
        expect(now.map((line) => line.filter((char) => !char.startsWith(NEW)))).toEqual(plain)
        const added = now.flat().filter((char) => char.startsWith(NEW)).length
        expect(added).toBe([...meanwhile, ...after].reduce((sum, { text }) => sum + text.length, 0))
      },
    ),
    OPTIONS,
  )
})

it('words whose stub somebody deleted go back to the start of their line', () => {
  const text = flatText(['a|One', 'b|Two'], 1)
  const blocks = withhold(text, ['b'])
  const at = (text.toDelta() as { insert: unknown }[]).findIndex(
    ({ insert }) => (insert as { t?: string }).t === 'withheld',
  )
  // "One" is one piece of three characters.
  text.delete(at + 2, 1)
  expect(renderBlocks(text).map(blockText)).toEqual(['One', ''])
  restore(text, blocks)
  expect(renderBlocks(text).map(blockText)).toEqual(['One', 'Two'])
})
