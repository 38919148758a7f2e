import { expect, test } from 'vitest'
import { wantsWhole } from './whole-wanted.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, getModifierState: () => false }
const ctrl = { ...none, ctrlKey: true }

test.each([
  ['Ctrl+F', { ...ctrl, key: 'f', code: 'KeyF' }, true, true],
  ['Cmd+F', { ...none, metaKey: true, key: 'f', code: 'KeyF' }, true, true],
  ['Ctrl+F on an Arabic keyboard', { ...ctrl, key: 'ب', code: 'KeyF' }, true, true],
  ['Ctrl+Shift+G', { ...ctrl, shiftKey: true, key: 'G', code: 'KeyG' }, true, true],
  ['F3', { ...none, key: 'F3', code: 'F3' }, true, true],
  ['Ctrl+A', { ...ctrl, key: 'a', code: 'KeyA' }, true, false],
  ['a letter', { ...none, key: 'f', code: 'KeyF' }, false, false],
  ['Ctrl+Alt+F', { ...ctrl, altKey: true, key: 'f', code: 'KeyF' }, false, false],
  ['Ctrl+C', { ...ctrl, key: 'c', code: 'KeyC' }, false, false],
])('%s: on the page, and in a text', (_name, press, onPage, inText) => {
  expect([wantsWhole(press, false), wantsWhole(press, true)]).toEqual([onPage, inText])
})
