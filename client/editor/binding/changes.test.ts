import { type Node, Slice } from '@tiptap/pm/model'
import { type StepMap, Transform } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedLines } from './changed-lines.ts'
import { type Change, composeChanges } from './changes.ts'
import { refineChanges } from './refine.ts'
import { schema } from './testing/writer.ts'

/** fast-check prints it again with a counterexample. */
const SEED = 20130705
const OPTIONS = { seed: SEED, numRuns: 500 }

function docOf(...lines: readonly string[]): Node {
  const nodes = lines.map((text, index) => {
    return schema.node('line', { id: `l${index}`, attributes: {} }, text === '' ? [] : [schema.text(text)])
  })
  return schema.node('doc', null, nodes)
}

function mapsOf(transform: Transform): readonly StepMap[] {
  return transform.mapping.maps
}

describe('composing', () => {
  it('nothing is nothing', () => {
    expect(composeChanges([])).toEqual([])
  })

  it.each<[string, (tr: Transform) => unknown, Change[]]>([
    ['one insert', (tr) => tr.insert(2, schema.text('XY')), [{ fromA: 2, toA: 2, fromB: 2, toB: 4 }]],
    ['one deletion', (tr) => tr.delete(2, 4), [{ fromA: 2, toA: 4, fromB: 2, toB: 2 }]],
    [
      'two inserts apart, the later place first',
      (tr) => tr.insert(5, schema.text('Y')).insert(2, schema.text('X')),
      [
        { fromA: 2, toA: 2, fromB: 2, toB: 3 },
        { fromA: 5, toA: 5, fromB: 6, toB: 7 },
      ],
    ],
    [
      'two that touch become one',
      (tr) => tr.insert(2, schema.text('X')).insert(3, schema.text('Y')),
      [{ fromA: 2, toA: 2, fromB: 2, toB: 4 }],
    ],
    [
      'a deletion over an insert takes it back',
      (tr) => tr.insert(3, schema.text('X')).delete(2, 5),
      [{ fromA: 2, toA: 4, fromB: 2, toB: 2 }],
    ],
  ])('%s', (_title, change, expected) => {
    const tr = new Transform(docOf('abcdef'))
    change(tr)
    expect(composeChanges(mapsOf(tr))).toEqual(expected)
  })
})

describe('refining', () => {
  function refined(before: Node, change: (tr: Transform) => unknown): Change[] {
    const tr = new Transform(before)
    change(tr)
    return refineChanges(composeChanges(mapsOf(tr)), before, tr.doc)
  }

  it('[TX9] a line replaced by nearly the same is changed where it differs', () => {
    const changes = refined(docOf('One two'), (tr) => tr.replaceWith(1, 8, schema.text('One XX two')))
    expect(changes).toEqual([{ fromA: 5, toA: 5, fromB: 5, toB: 8 }])
  })

  it('[TX9] the same replaced by the same is no change', () => {
    expect(refined(docOf('One'), (tr) => tr.replaceWith(1, 4, schema.text('One')))).toEqual([])
  })

  it('[TX9] lines on both sides are matched by id and compared inside', () => {
    const before = docOf('One', 'Two', 'Three')
    const after = docOf('OneX', 'Two', 'hree')
    const changes = refined(before, (tr) => tr.replaceWith(0, before.content.size, after.content))
    expect(changes).toEqual([
      { fromA: 4, toA: 4, fromB: 4, toB: 5 },
      { fromA: 11, toA: 12, fromB: 12, toB: 12 },
    ])
  })

  it('[TX9] no cut falls inside a surrogate pair', () => {
    // Both characters begin with the same half.
    const changes = refined(docOf('x😀y'), (tr) => tr.replaceWith(2, 4, schema.text('😁')))
    expect(changes).toEqual([{ fromA: 2, toA: 4, fromB: 2, toB: 4 }])
  })

  it('[TX9] nor where both end with the same half', () => {
    const changes = refined(docOf('x\u{1F600}y'), (tr) => tr.replaceWith(2, 4, schema.text('\u{1FA00}')))
    expect(changes).toEqual([{ fromA: 2, toA: 4, fromB: 2, toB: 4 }])
  })

  it('the first and last line that differ are found by identity', () => {
    const before = docOf('One', 'Two', 'Three')
    const tr = new Transform(before)
    expect(changedLines(before, tr.doc)).toBeNull()
    tr.insert(7, schema.text('X'))
    expect(changedLines(before, tr.doc)).toEqual({ from: 1, toA: 2, toB: 2 })
    tr.delete(0, 5)
    expect(changedLines(before, tr.doc)).toEqual({ from: 0, toA: 2, toB: 1 })
  })
})

interface Edit {
  readonly from: number
  readonly length: number
  readonly text: string
  readonly breaks: boolean
}

const edit: fc.Arbitrary<Edit> = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 8 }),
  text: fc.constantFrom('', 'a', 'ab', '😀', '😁b'),
  breaks: fc.boolean(),
})
const lines = fc.array(fc.constantFrom('', 'abc', 'a😀b', 'abab', '😁😀'), { minLength: 1, maxLength: 4 })

function transformed(before: Node, edits: readonly Edit[]): Transform {
  const tr = new Transform(before)
  for (const { from, length, text, breaks } of edits) {
    const { size } = tr.doc.content
    const at = Math.max(1, Math.min(size - 1, Math.round(from * size)))
    const start = tr.doc.resolve(at)
    if (!start.parent.isTextblock) continue
    const end = tr.doc.resolve(Math.min(size - 1, at + length))
    const node = schema.node('line', { id: null, attributes: {} }, text === '' ? [] : [schema.text(text)])
    const slice = new Slice(docOf('').content.replaceChild(0, node), 1, 1)
    if (end.parent.isTextblock) tr.replace(start.pos, end.pos, text === '' ? Slice.empty : slice)
    if (breaks && tr.doc.resolve(Math.min(at, tr.doc.content.size - 1)).parent.isTextblock)
      tr.split(Math.min(at, tr.doc.content.size - 1))
  }
  return tr
}

/** Carries a position over by the changes; null inside a replaced range. */
function carried(changes: readonly Change[], position: number): number | null {
  let shift = 0
  for (const { fromA, toA, toB } of changes) {
    if (position < fromA) break
    if (position < toA) return null
    shift = toB - toA
  }
  return position + shift
}

function contentAt(doc: Node, position: number): string {
  const node = doc.nodeAt(position)
  if (node === null) return 'close'
  if (!node.isText) return node.type.name
  const { parentOffset, parent } = doc.resolve(position)
  return `${parent.textBetween(parentOffset, parentOffset + 1)}`
}

describe(`[TX9] any transaction (seed ${SEED})`, () => {
  it('what the changes call kept is kept, and ProseMirror maps it to the same place', () => {
    fc.assert(
      fc.property(lines, fc.array(edit, { maxLength: 6 }), (start, edits) => {
        const before = docOf(...start)
        const tr = transformed(before, edits)
        const changes = composeChanges(mapsOf(tr))
        for (let position = 0; position < before.content.size; position++) {
          const to = carried(changes, position)
          if (to === null) continue
          expect(contentAt(tr.doc, to)).toBe(contentAt(before, position))
          const mapped = tr.mapping.mapResult(position, 1)
          if (!mapped.deletedAfter) expect(to).toBe(mapped.pos)
        }
        expectOrdered(changes, before, tr.doc)
      }),
      OPTIONS,
    )
  })

  it('refined changes lie inside them, agree on what is kept, and cut no surrogate pair', () => {
    fc.assert(
      fc.property(lines, fc.array(edit, { maxLength: 6 }), (start, edits) => {
        const before = docOf(...start)
        const tr = transformed(before, edits)
        const changes = composeChanges(mapsOf(tr))
        const refined = refineChanges(changes, before, tr.doc)
        for (let position = 0; position < before.content.size; position++) {
          const to = carried(refined, position)
          if (to !== null) expect(contentAt(tr.doc, to)).toBe(contentAt(before, position))
        }
        expectOrdered(refined, before, tr.doc)
      }),
      OPTIONS,
    )
  })
})

function expectOrdered(changes: readonly Change[], before: Node, after: Node): void {
  let endA = 0
  let endB = 0
  for (const { fromA, toA, fromB, toB } of changes) {
    expect(fromA - endA).toBe(fromB - endB)
    expect(fromA).toBeGreaterThanOrEqual(endA)
    expect(toA).toBeGreaterThanOrEqual(fromA)
    expect(toB).toBeGreaterThanOrEqual(fromB)
    endA = toA
    endB = toB
  }
  expect(before.content.size - endA).toBe(after.content.size - endB)
}
