import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { attributesOf } from '../binding/block-node.ts'
import { joinLineAbove, joinLineBelow, splitLine } from '../binding/commands.ts'
import { schema } from '../binding/testing/writer.ts'
import type { TextBinding } from '../binding/text-binding.ts'
import { positionOfLine } from '../manners/lines.ts'
import { glossOf, openGloss, removeGloss, setLanguage } from './gloss-commands.ts'
import { closeIntervention, cutLine, openIntervention, setKind } from './line-commands.ts'

type Line = readonly [id: string, text: string, attributes?: object]

const FRANCE = { speaker: 'm:fra' }
const GLOSS = { ...FRANCE, type: 'gloss' }
const SAID: readonly Line[] = [
  ['a', 'Un', { ...FRANCE, lead: '1', kind: 'lesson' }],
  ['b', 'deux', FRANCE],
]
const GLOSSED: readonly Line[] = [...SAID, ['g', 'One two', GLOSS], ['c', 'trois', FRANCE]]

function editor(lines: readonly Line[], line = 0, offset = 0): EditorState {
  const nodes = lines.map(([id, text, attributes = {}]) =>
    schema.node('line', { id, attributes }, text === '' ? [] : [schema.text(text)]),
  )
  const state = EditorState.create({ doc: schema.node('doc', null, nodes) })
  const place = positionOfLine(state.doc, line) + 1 + offset
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)))
}

/** Each line as `id attributes: text`. */
function told({ doc }: Pick<EditorState, 'doc'>): string[] {
  return doc.children.map((line) => {
    const attributes = Object.entries(attributesOf(line)).map(([key, value]) => `${key}=${value}`)
    const text = line.textBetween(0, line.content.size, null, '|')
    return `${[line.attrs.id, ...attributes.sort()].join(' ')}: ${text}`
  })
}

function changed(state: EditorState, change: (tr: EditorState['tr']) => unknown): EditorState {
  const { tr } = state
  change(tr)
  return state.apply(tr)
}

describe('a gloss', () => {
  it('stands under the passage, with its speaker and without its kind; the caret is in it', () => {
    const state = changed(editor(SAID, 0, 1), (tr) => openGloss(tr, 0, () => 'new'))
    expect(told(state).slice(2)).toEqual(['new speaker=m:fra type=gloss: '])
    expect(state.selection.$from.parent.attrs.id).toBe('new')
  })

  it('that is there is gone to', () => {
    const before = editor(GLOSSED, 1)
    const state = changed(before, (tr) => openGloss(tr, 1, () => 'new'))
    expect(told(state)).toEqual(told(before))
    expect([state.selection.$from.parent.attrs.id, state.selection.$from.parentOffset]).toEqual(['g', 7])
  })

  it('is taken away from its passage or from its own line, and nothing else is', () => {
    for (const line of [1, 2]) {
      const state = changed(editor(GLOSSED), (tr) => removeGloss(tr, line))
      expect(state.doc.children.map(({ attrs }) => attrs.id)).toEqual(['a', 'b', 'c'])
    }
    const { tr } = editor(SAID)
    expect([removeGloss(tr, 0), tr.docChanged]).toEqual([false, false])
    expect(glossOf(tr.doc, 0)).toBe(-1)
  })

  it('is of no kind, and becomes what is said where somebody begins to speak in it', () => {
    const all = { from: 0, to: 4 }
    const kinds = changed(editor(GLOSSED), (tr) => setKind(tr, all, 'trend'))
    expect(kinds.doc.children.map((line) => attributesOf(line).kind)).toEqual([
      ...['trend', 'trend', undefined, 'trend'],
    ])
    const opened = changed(editor([['g', '', GLOSS]]), (tr) => openIntervention(tr, 0, 'm:chl'))
    expect(told(opened)).toEqual(['g lead=1 speaker=m:chl: '])
    const closed = changed(editor([...SAID, ['g', '', GLOSS]], 2), (tr) => closeIntervention(tr, () => 'new'))
    expect(told(closed).at(-1)).toBe('g lead=1: ')
  })

  it('is not cut in two: its second part would be taken for what was said', () => {
    expect(cutLine(editor(GLOSSED, 2, 3).tr, () => 'new')).toBe(false)
  })

  const press = (state: EditorState, command: ReturnType<typeof splitLine>): EditorState => {
    let after = state
    command(state, (tr) => {
      after = state.apply(tr)
    })
    return after
  }
  const enter = splitLine({ doc: null } as unknown as TextBinding, () => 'new')

  it.each<[string, number, string[]]>([
    [
      'at its end makes a line of what is said',
      7,
      ['g speaker=m:fra type=gloss: One two', 'new speaker=m:fra: '],
    ],
    ['inside it makes a break', 3, ['g speaker=m:fra type=gloss: One| two', 'c speaker=m:fra: trois']],
  ])('[TX4] Enter %s', (_, offset, expected) => {
    expect(told(press(editor(GLOSSED, 2, offset), enter)).slice(2, 4)).toEqual(expected)
  })

  it.each<[string, number, number, ReturnType<typeof splitLine>]>([
    ['Backspace at its start', 2, 0, joinLineAbove(false)],
    ['an explicit join', 2, 0, joinLineAbove(true)],
    ['Backspace in the line after it', 3, 0, joinLineAbove(false)],
    ['Delete at its end', 2, 7, joinLineBelow],
    ['Delete before it', 1, 4, joinLineBelow],
  ])('[TX14] %s joins nothing: a gloss and what was said stay apart', (_, line, offset, command) => {
    const state = editor(GLOSSED, line, offset)
    expect(told(press(state, command))).toEqual(told(state))
  })
})

it('the language of lines is set and taken away; lines that are gone are passed over', () => {
  const set = changed(editor(SAID), (tr) => setLanguage(tr, ['a', 'gone'], 'fr'))
  expect(told(set)[0]).toContain('lang=fr')
  expect(told(changed(set, (tr) => setLanguage(tr, ['a'], null)))).toEqual(told(editor(SAID)))
})
