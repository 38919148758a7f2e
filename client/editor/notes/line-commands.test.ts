import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { attributesOf } from '../binding/block-node.ts'
import { schema } from '../binding/testing/writer.ts'
import { indent, setBlock } from '../manners/blocks.ts'
import { positionOfLine, selectedLines } from '../manners/lines.ts'
import { indexOfLine, interventionAt, speakersAround } from './interventions-in.ts'
import { closeIntervention, correctSpeaker, cutLine, openIntervention, setKind } from './line-commands.ts'
import { facesOf } from './line-face.ts'
import { nextSentence } from './sentences.ts'

type Line = readonly [id: string, text: string, attributes?: object]

const FRANCE = { speaker: 'm:fra', lead: '1' }
const MORE = { speaker: 'm:fra' }
const CHILE = { speaker: 'm:chl', lead: '1' }

/** An editor with these lines and the caret in one of them. */
function editor(lines: readonly Line[], line = 0, offset = 0): EditorState {
  const nodes = lines.map(([id, text, attributes = {}]) => {
    return schema.node('line', { id, attributes }, text === '' ? [] : [schema.text(text)])
  })
  const doc = schema.node('doc', null, nodes)
  const state = EditorState.create({ doc })
  const place = positionOfLine(doc, line) + 1 + offset
  return state.apply(state.tr.setSelection(TextSelection.create(doc, place)))
}

/** Each line as `id attributes: text`. */
function told({ doc }: Pick<EditorState, 'doc'>): string[] {
  const lines: string[] = []
  doc.forEach((line) => {
    const attributes = Object.entries(attributesOf(line)).map(([key, value]) => `${key}=${value}`)
    lines.push(`${[line.attrs.id, ...attributes.sort()].join(' ')}: ${line.textContent}`)
  })
  return lines
}

function changed(state: EditorState, change: (tr: EditorState['tr']) => unknown): EditorState {
  const { tr } = state
  change(tr)
  return state.apply(tr)
}

describe('closing an intervention', () => {
  it('makes an empty line after its last line, that opens another', () => {
    const state = editor(
      [
        ['a', 'One', FRANCE],
        ['b', 'Two', MORE],
        ['c', 'Three', CHILE],
      ],
      0,
      2,
    )
    const closed = changed(state, (tr) => closeIntervention(tr, () => 'n'))
    expect(told(closed)).toEqual([
      'a lead=1 speaker=m:fra: One',
      'b speaker=m:fra: Two',
      'n lead=1: ',
      'c lead=1 speaker=m:chl: Three',
    ])
    expect(closed.selection.$from.parent.attrs.id).toBe('n')
  })

  it('takes the empty line that Enter has just made', () => {
    const state = editor(
      [
        ['a', 'One', FRANCE],
        ['b', '', { ...MORE, kind: 'trend' }],
      ],
      1,
    )
    expect(told(changed(state, (tr) => closeIntervention(tr, () => 'n')))).toEqual([
      'a lead=1 speaker=m:fra: One',
      'b lead=1: ',
    ])
  })
})

describe('who speaks', () => {
  it('is said of one line that opens an intervention', () => {
    const state = editor([
      ['a', 'One', FRANCE],
      ['b', '', MORE],
    ])
    expect(told(changed(state, (tr) => openIntervention(tr, 1, 'm:chl')))[1]).toBe('b lead=1 speaker=m:chl: ')
  })

  it('is corrected for the whole intervention, and ids stay', () => {
    const state = editor([
      ['a', 'One', FRANCE],
      ['b', 'Two', MORE],
      ['c', 'Three', CHILE],
    ])
    expect(told(changed(state, (tr) => correctSpeaker(tr, 1, 'guest:Ada')))).toEqual([
      'a lead=1 speaker=guest:Ada: One',
      'b speaker=guest:Ada: Two',
      'c lead=1 speaker=m:chl: Three',
    ])
  })

  it('may be nobody again', () => {
    const state = editor([['a', 'One', FRANCE]])
    expect(told(changed(state, (tr) => correctSpeaker(tr, 0, '')))).toEqual(['a lead=1: One'])
  })

  it('is remembered latest first, then who comes after', () => {
    const { doc } = editor([
      ['a', '', FRANCE],
      ['b', '', CHILE],
      ['c', '', FRANCE],
      ['d', ''],
      ['e', '', { speaker: 'chair' }],
    ])
    expect(speakersAround(doc, 3)).toEqual(['m:fra', 'm:chl', 'chair'])
    expect(speakersAround(doc, 0)).toEqual(['m:fra', 'm:chl', 'chair'])
  })
})

describe('lines', () => {
  it('get their kind and keep what else they say', () => {
    const state = editor([
      ['a', 'One', FRANCE],
      ['b', 'Two', { ...MORE, future: 'x' }],
    ])
    const set = changed(state, (tr) => setKind(tr, { from: 0, to: 2 }, 'lesson'))
    expect(told(set)).toEqual([
      'a kind=lesson lead=1 speaker=m:fra: One',
      'b future=x kind=lesson speaker=m:fra: Two',
    ])
    expect(told(changed(set, (tr) => setKind(tr, { from: 1, to: 2 }, null)))[1]).toBe(
      'b future=x speaker=m:fra: Two',
    )
  })

  it('are cut at the caret; the second part is the same speaker’s and has no kind', () => {
    const state = editor([['a', 'One two', { ...FRANCE, kind: 'trend' }]], 0, 4)
    const cut = changed(state, (tr) => cutLine(tr, () => 'n'))
    expect(told(cut)).toEqual(['a kind=trend lead=1 speaker=m:fra: One ', 'n speaker=m:fra: two'])
    expect(cut.selection.$from.parentOffset).toBe(0)
  })

  it.each([0, 3])('are not cut at an end (%i)', (offset) => {
    const { tr } = editor([['a', 'One']], 0, offset)
    expect(cutLine(tr, () => 'n')).toBe(false)
  })

  it('become headings and lists, and a list goes in and out by a step', () => {
    const state = editor([['a', 'One', FRANCE]])
    const lines = { from: 0, to: 1 }
    const list = changed(state, (tr) => setBlock(tr, lines, 'bullet'))
    expect(told(list)).toEqual(['a lead=1 speaker=m:fra type=bullet: One'])
    const inside = changed(list, (tr) => indent(tr, lines, 1))
    expect(told(inside)).toEqual(['a depth=1 lead=1 speaker=m:fra type=bullet: One'])
    expect(told(changed(inside, (tr) => indent(tr, lines, -1)))).toEqual(told(list))
    expect(told(changed(inside, (tr) => setBlock(tr, lines, 'heading-2')))).toEqual([
      'a lead=1 level=2 speaker=m:fra type=heading: One',
    ])
    expect(indent(state.tr, lines, 1)).toBe(false)
  })

  it('that a selection reaches into are all of them', () => {
    const state = editor(
      [
        ['a', 'One'],
        ['b', 'Two'],
        ['c', 'Three'],
      ],
      0,
      1,
    )
    const wide = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 2, 8)))
    expect(selectedLines(wide)).toEqual({ from: 0, to: 2 })
    expect(selectedLines(state)).toEqual({ from: 0, to: 1 })
  })

  it('are found by id, and an intervention by any of its lines', () => {
    const { doc } = editor([
      ['a', '', FRANCE],
      ['b', '', MORE],
      ['c', '', CHILE],
    ])
    expect([indexOfLine(doc, 'b'), indexOfLine(doc, 'x')]).toEqual([1, -1])
    expect(interventionAt(doc, 1)).toEqual({ from: 0, to: 2 })
    expect(interventionAt(doc, 2)).toEqual({ from: 2, to: 3 })
  })
})

describe('the face of a line', () => {
  it('tells the speaker once for an intervention', () => {
    const { doc } = editor([
      ['a', '', FRANCE],
      ['b', '', { ...MORE, kind: 'trend' }],
      ['c', '', FRANCE],
      ['d', '', { kind: 'odd' }],
    ])
    expect(facesOf(doc)).toEqual([
      { opens: true, speaker: 'm:fra', kind: null, placed: false, gloss: false, level: null },
      { opens: false, speaker: 'm:fra', kind: 'trend', placed: false, gloss: false, level: null },
      { opens: true, speaker: 'm:fra', kind: null, placed: false, gloss: false, level: null },
      { opens: true, speaker: '', kind: null, placed: false, gloss: false, level: null },
    ])
  })
})

describe('sentences', () => {
  const text = 'One. Two is here. Three'
  it.each<[number, 1 | -1, number]>([
    [0, 1, 5],
    [6, 1, 18],
    [20, 1, 23],
    [20, -1, 18],
    [18, -1, 5],
    [0, -1, 0],
  ])('from %i by %i to %i', (offset, step, expected) => {
    expect(nextSentence(text, offset, step)).toBe(expected)
  })
})
