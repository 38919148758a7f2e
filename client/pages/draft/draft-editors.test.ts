import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { FlatUndo } from '../../editor/binding/flat-undo.ts'
import { DraftEditors } from './draft-editors.ts'
import { DrawnRows } from './drawn-rows.ts'

function waiting(words: Parameters<DraftEditors['enter']>[3] = null): DraftEditors {
  const editors = new DraftEditors(new FlatUndo(new Y.Doc()), new DrawnRows())
  editors.enter('new', 'last', null, words)
  return editors
}

test('an item that the caret is to go into wants an editor until the caret goes into another', () => {
  const editors = waiting()
  expect(editors.isWanted('new')).toBe(true)
  editors.entered('other')
  expect(editors.isWanted('new')).toBe(false)
  expect(editors.isWanted('other')).toBe(true)
})

test('words that were typed before there was an editor still get there', () => {
  const editors = waiting({ take: () => 'Words', letGo: () => undefined })
  editors.entered('other')
  expect(editors.isWanted('new')).toBe(true)
})

test('words are let go of when the caret is to go elsewhere before there was an editor', () => {
  const letGo = vi.fn()
  const editors = waiting({ take: () => 'Words', letGo })
  editors.enter('other', 'first')
  expect(letGo).toHaveBeenCalledTimes(1)
  expect(editors.isWanted('new')).toBe(false)
})
