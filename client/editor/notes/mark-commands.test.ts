import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { REMOTE } from '../binding/binding-plugin.ts'
import { attributesOf } from '../binding/block-node.ts'
import { schemaExtensions } from '../schema/extensions.ts'
import { type MarkAsk, MarkAsks } from './mark-asks.ts'
import { onlyWithheld, passageAt, setLevel, setPlaced } from './mark-commands.ts'
import { marksPlugin } from './marks-plugin.ts'

const schema = getSchema(schemaExtensions())
const FRANCE = { speaker: 'm:fra' }

type Line = readonly [id: string, text: string, attributes?: object]

function document(lines: readonly Line[]): Node {
  const nodes = lines.map(([id, text, attributes = {}]) =>
    schema.node('line', { id, attributes }, text === '' ? [] : [schema.text(text)]),
  )
  return schema.node('doc', null, nodes)
}

const stub = (id: string): Node => schema.node('atom', { atom: { t: 'withheld', id } })

describe('a passage in the editor', () => {
  const doc = document([
    ['a', 'Thanks', { ...FRANCE, lead: '1' }],
    ['b', 'One', { ...FRANCE, kind: 'trend' }],
    ['c', 'more', FRANCE],
    ['d', 'Two', { ...FRANCE, kind: 'lesson' }],
    ['e', 'Three', { speaker: 'm:chl', lead: '1' }],
  ])

  it.each<[string, number, number, number]>([
    ['a line before any kind is alone', 0, 0, 1],
    ['a line with a kind takes its kindless lines', 1, 1, 3],
    ['a kindless line belongs to the kind above', 2, 1, 3],
    ['ends at the next kind', 3, 3, 4],
    ['does not reach over speakers', 4, 4, 5],
  ])('%s', (_, index, from, to) => {
    expect(passageAt(doc, index)).toEqual({ from, to })
  })

  it('without a kind is a line with the glosses under it: what hides the one hides the other', () => {
    const glossed = document([
      ['a', 'Un', FRANCE],
      ['b', 'Deux', FRANCE],
      ['g', 'Two', { ...FRANCE, type: 'gloss' }],
      ['c', 'Trois', FRANCE],
    ])
    expect([0, 1, 2, 3].map((index) => passageAt(glossed, index))).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 3 },
      { from: 1, to: 3 },
      { from: 3, to: 4 },
    ])
  })
})

it.each<[string, Node[][], string | null]>([
  ['one stub', [[stub('w')]], 'w'],
  ['stubs of one passage', [[stub('w')], [], [stub('w')]], 'w'],
  ['stubs of two passages', [[stub('w')], [stub('v')]], null],
  ['words beside a stub', [[stub('w'), schema.text('x')]], null],
  ['no words', [[]], null],
])('lines with %s stand for the passage %j', (_, contents, expected) => {
  expect(onlyWithheld(contents.map((content) => schema.node('line', { id: 'a' }, content)))).toBe(expected)
})

it('the level stands on the opening line alone', () => {
  const doc = document([
    ['a', 'One', { ...FRANCE, lead: '1', attribution: 'none' }],
    ['b', 'Two', { ...FRANCE, attribution: 'region' }],
  ])
  const { tr } = EditorState.create({ doc })
  setLevel(tr, 'b', 'country')
  expect(tr.doc.children.map((line) => attributesOf(line).attribution)).toEqual(['country', undefined])
  setLevel(tr, 'a', null)
  expect(tr.doc.children.map((line) => attributesOf(line).attribution)).toEqual([undefined, undefined])
})

describe('what is placed on record', () => {
  const asks = new MarkAsks()
  const asked: MarkAsk[] = []
  asks.listen((ask) => asked.push(ask))
  const options = { mayWrite: () => true, newId: () => 'new', undo: { stopCapturing: () => {} } }
  const plugins = [marksPlugin(options, asks)]
  const doc = document([
    ['a', 'On record', { verbatim: '1' }],
    ['b', 'Free'],
  ])
  const state = EditorState.create({ doc, plugins })
  // "a" is 1 to 10, "b" begins at 12.
  it.each<[string, (tr: EditorState['tr']) => EditorState['tr'], string]>([
    ['refuses text inside', (tr) => tr.insertText('x', 3), 'On record/Free'],
    ['refuses a deletion that reaches in', (tr) => tr.delete(8, 14), 'On record/Free'],
    ['refuses a cut', (tr) => tr.split(3), 'On record/Free'],
    ['refuses to go as a whole', (tr) => tr.delete(0, 11), 'On record/Free'],
    ['refuses a format', (tr) => tr.addMark(2, 4, schema.mark('bold')), 'On record/Free'],
    ['lets other lines change', (tr) => tr.insertText('x', 12), 'On record/xFree'],
    ['shows what others wrote', (tr) => tr.insertText('x', 1).setMeta(REMOTE, true), 'xOn record/Free'],
  ])('%s', async (_, change, expected) => {
    asked.length = 0
    const after = state.apply(change(state.tr))
    expect(after.doc.children.map((line) => line.textContent).join('/')).toBe(expected)
    await Promise.resolve()
    expect(asked).toEqual(after === state ? [{ what: 'locked' }] : [])
  })

  it('changes again once it is unlocked', () => {
    const { tr } = state
    setPlaced(tr, ['a', 'gone meanwhile'], false)
    const unlocked = state.apply(tr)
    expect(attributesOf(unlocked.doc.child(0))).toEqual({})
    expect(unlocked.apply(unlocked.tr.insertText('x', 1)).doc.child(0).textContent).toBe('xOn record')
  })
})
