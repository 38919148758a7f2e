import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { FlatUndo } from '../../editor/binding/flat-undo.ts'
import { DraftEditors } from './draft-editors.ts'
import { DrawnRows } from './drawn-rows.ts'

function waiting(words = ''): DraftEditors {
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
  const editors = waiting('Words')
  editors.entered('other')
  expect(editors.isWanted('new')).toBe(true)
})

test('an item that does not come wants no editor; another does not answer for it', () => {
  const editors = waiting()
  editors.withdraw('other')
  expect(editors.isWanted('new')).toBe(true)
  editors.withdraw('new')
  expect(editors.isWanted('new')).toBe(false)
})
