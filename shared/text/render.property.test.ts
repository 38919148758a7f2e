import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { END } from './atom.ts'
import { type Attributes, blockLength } from './block.ts'
import { firstItem, isVisibleInline } from './items.ts'
import { renderBlocks } from './render.ts'
import { type Line, type Piece, replaceBlocks } from './replace-blocks.ts'
import { docOf, flatText, fork, raw, showBlocks, shown, sync, watchWrites } from './testing/flat-text.ts'

/** fast-check prints it again with a counterexample. */
const SEED = 20130704
const OPTIONS = { seed: SEED, numRuns: 400 }

const IDS = ['a', 'b', 'c', 'root', ''] as const
const place = fc.double({ min: 0, max: 1, noNaN: true })

type Raw =
  | { do: 'marker'; at: number; id: string; gone: unknown; join: unknown }
  | { do: 'end'; at: number }
  | { do: 'text'; at: number; text: string }
  | { do: 'embed'; at: number; embed: object }
  | { do: 'format'; at: number; length: number; key: string; value: unknown }
  | { do: 'delete'; at: number; length: number }
  | { do: 'sync' }

const rawOperation: fc.Arbitrary<Raw> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('marker' as const),
      at: place,
      id: fc.constantFrom(...IDS),
      gone: fc.constantFrom(undefined, true, false, 1),
      join: fc.constantFrom(undefined, ...IDS, 7),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('end' as const), at: place }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('text' as const),
      at: place,
      text: fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('embed' as const),
      at: place,
      embed: fc.constantFrom({ t: 'break' }, { image: 1 }, { t: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('format' as const),
      at: place,
      length: fc.integer({ min: 1, max: 6 }),
      key: fc.constantFrom('bold', 'glow'),
      value: fc.constantFrom(true, null, 3),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('delete' as const),
      at: place,
      length: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sync' as const) }) },
)

function apply(text: Y.Text, operation: Exclude<Raw, { do: 'sync' }>): void {
  const at = Math.min(text.length, Math.floor(operation.at * (text.length + 1)))
  const left = text.length - at
  if (operation.do === 'marker') {
    const { id, gone, join } = operation
    const entries = Object.entries({ id, v: 1, gone, join }).filter(([, value]) => value !== undefined)
    text.insertEmbed(at, new Y.Map(entries))
  } else if (operation.do === 'end') text.insertEmbed(at, END)
  else if (operation.do === 'text') text.insert(at, operation.text)
  else if (operation.do === 'embed') text.insertEmbed(at, operation.embed)
  else if (left === 0) return
  else if (operation.do === 'delete') text.delete(at, Math.min(left, operation.length))
  else text.format(at, Math.min(left, operation.length), { [operation.key]: operation.value })
}

/** Two people at work by raw Yjs operations, meeting now and then and at the end. */
function randomText(operations: readonly (readonly [boolean, Raw])[]): Y.Text {
  const first = flatText([])
  const second = fork(first, 2)
  for (const [isFirst, operation] of operations) {
    if (operation.do === 'sync') sync(first, second)
    else apply(isFirst ? first : second, operation)
  }
  sync(first, second)
  sync(first, second)
  expect(shown(first)).toEqual(shown(second))
  return first
}

function visible(text: Y.Text): string[] {
  const seen: string[] = []
  for (let item = firstItem(text); item !== null; item = item.right) {
    if (!isVisibleInline(item)) continue
    for (let unit = 0; unit < item.length; unit++) seen.push(`${item.id.client}:${item.id.clock + unit}`)
  }
  return seen
}

const history = fc.array(fc.tuple(fc.boolean(), rawOperation), { maxLength: 30 })

describe(`properties (seed ${SEED})`, () => {
  it('[TX2] any text renders: at least one block, every visible character once, in raw order', () => {
    fc.assert(
      fc.property(history, (operations) => {
        const text = randomText(operations)
        const blocks = renderBlocks(text)
        expect(blocks.length).toBeGreaterThan(0)
        const units = blocks.flatMap(({ inlines }) =>
          inlines.flatMap((inline) => {
            const length = 'text' in inline ? inline.text.length : 1
            return Array.from({ length }, (_, unit) => `${inline.at.client}:${inline.at.clock + unit}`)
          }),
        )
        expect(units).toEqual(visible(text))
      }),
      OPTIONS,
    )
  })

  it('[TX2] [TX6] rendering is pure: the same again, after a reload too, and nothing is written', () => {
    fc.assert(
      fc.property(history, (operations) => {
        const text = randomText(operations)
        const writes = watchWrites(docOf(text))
        const before = writes()
        const blocks = renderBlocks(text)
        expect(renderBlocks(text)).toEqual(blocks)
        expect(writes()).toEqual(before)
        expect(shown(fork(text, 5))).toEqual(showBlocks(blocks))
      }),
      OPTIONS,
    )
  })

  it('[TX3] lines asked for are the lines shown, and markers, ends and kept characters stay', () => {
    fc.assert(
      fc.property(
        fc.array(startLine, { minLength: 1, maxLength: 5 }),
        place,
        place,
        fc.array(cutPoint, { maxLength: 6 }),
        (start, a, b, cuts) => {
          const text = flatText(
            start.map((line, index) => `l${index}|${line}`),
            1,
          )
          const blocks = renderBlocks(text)
          const [from, to] = [a, b].map((each) => Math.round(each * blocks.length)).sort((x, y) => x - y) as [
            number,
            number,
          ]
          const lines = linesFrom(blocks.slice(from, to).map(blockLength), from, blocks, cuts)
          if (from === 0 && to === blocks.length && lines.length === 0) return
          const frames = framesIn(text)
          docOf(text).clientID = 9
          docOf(text).transact((transaction) => {
            const written = replaceBlocks(transaction, text, blocks, from, to, lines)
            expect(written.map(({ id }) => id)).toEqual(lines.map(({ id }) => id))
          })
          const now = renderBlocks(text)
          const asked = [
            ...showBlocks(blocks.slice(0, from)),
            ...lines.map(
              ({ id, pieces }) => `${id}|${pieces.map((piece) => textOf(piece, blocks)).join('')}`,
            ),
            ...showBlocks(blocks.slice(to)),
          ]
          expect(showBlocks(now).map((line) => line.replaceAll(/¦[^¦]*¦/g, ''))).toEqual(asked)
          for (const frame of frames) expect(frame.deleted).toBe(false)
          const kept = lines.flatMap(({ pieces }) => pieces).filter((piece) => !('insert' in piece)).length
          if (kept > 0) expect(visible(text).length).toBeGreaterThan(0)
          expect(raw(fork(text, 3))).toEqual(raw(text))
        },
      ),
      OPTIONS,
    )
  })
})

const startLine = fc.stringMatching(/^[a-z]{0,5}$/)
const cutPoint = fc.record({
  /** Share of the text that is left, which this piece keeps. */
  keep: place,
  /** Share dropped before it. */
  drop: fc.constantFrom(0, 0, 0, 0.5, 1),
  insert: fc.constantFrom('', '', 'N', 'New'),
  breaks: fc.boolean(),
})

/** Makes up lines out of kept stretches, in order, and new text. A line goes on with the block that it begins in. */
function linesFrom(
  lengths: readonly number[],
  from: number,
  blocks: readonly { readonly id: string }[],
  cuts: readonly (typeof cutPoint extends fc.Arbitrary<infer T> ? T : never)[],
): Line[] {
  const lines: { id: string; attributes: Attributes; pieces: Piece[] }[] = []
  let fresh = 0
  let block = 0
  let offset = 0
  const used = new Set<string>()
  const open = (): void => {
    const id = blocks[from + block]?.id
    const goesOn = block < lengths.length && offset === 0 && id !== undefined && !used.has(id)
    const name = goesOn ? id : `n${fresh++}`
    used.add(name)
    lines.push({ id: name, attributes: {}, pieces: [] })
  }
  for (const { keep, drop, insert, breaks } of cuts) {
    if (breaks || lines.length === 0) open()
    const { pieces } = lines.at(-1) as { pieces: Piece[] }
    if (insert !== '') pieces.push({ insert, formats: {} })
    const length = lengths[block]
    if (length === undefined) continue
    const start = offset + Math.floor((length - offset) * drop)
    const end = start + Math.ceil((length - start) * keep)
    if (end > start) pieces.push({ block: from + block, from: start, to: end, formats: null })
    offset = end
    if (offset >= length) {
      block++
      offset = 0
    }
  }
  return lines
}

function textOf(piece: Piece, blocks: readonly Parameters<typeof blockLength>[0][]): string {
  if ('insert' in piece) return String(piece.insert)
  const inlines = blocks[piece.block]?.inlines ?? []
  return inlines
    .map((inline) => ('text' in inline ? inline.text : ''))
    .join('')
    .slice(piece.from, piece.to)
}

function framesIn(text: Y.Text): Y.Item[] {
  const frames: Y.Item[] = []
  for (let item = firstItem(text); item !== null; item = item.right) {
    if (!item.deleted && item.countable && !isVisibleInline(item)) frames.push(item)
  }
  return frames
}
