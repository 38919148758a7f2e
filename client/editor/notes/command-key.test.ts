import { describe, expect, it } from 'vitest'
import { commandOf, type KeyPress, kindOfCommand, textOf } from './command-key.ts'

function press(key: string, code: string, held: readonly string[] = []): KeyPress {
  return {
    key,
    code,
    ctrlKey: held.includes('Control') || held.includes('AltGraph'),
    metaKey: held.includes('Meta'),
    altKey: held.includes('Alt') || held.includes('AltGraph'),
    shiftKey: held.includes('Shift'),
    getModifierState: (name) => held.includes(name),
  }
}

describe('the command of a key', () => {
  it.each<[string, KeyPress, string | null]>([
    ['a Latin letter as printed', press('r', 'KeyR'), 'r'],
    ['a Latin letter elsewhere on the keyboard', press('r', 'KeyO'), 'r'],
    ['a capital', press('R', 'KeyR', ['Shift']), 'r'],
    ['an Arabic letter by its place', press('ق', 'KeyR'), 'r'],
    ['a Cyrillic letter by its place', press('к', 'KeyR'), 'r'],
    ['a digit', press('5', 'Digit5'), '5'],
    ['a digit of a French keyboard without Shift', press('(', 'Digit5'), '5'],
    ['a letter on a French digit', press('é', 'Digit2'), '2'],
    ['an Arabic digit', press('٥', 'Digit5'), '5'],
    ['a digit of the number pad', press('5', 'Numpad5'), '5'],
    ['punctuation where others have a letter', press(';', 'KeyZ'), null],
    ['with Ctrl it is the browser’s', press('r', 'KeyR', ['Control']), null],
    ['with AltGr it is text', press('µ', 'KeyM', ['AltGraph']), null],
    ['an arrow', press('ArrowUp', 'ArrowUp'), null],
  ])('%s', (_, event, expected) => {
    expect(commandOf(event)).toBe(expected)
  })

  it('kinds have letters and digits', () => {
    expect(['t', 'g', 'l', 'c', 'r'].map(kindOfCommand)).toEqual(['1', '2', '3', '4', '5'].map(kindOfCommand))
    expect(kindOfCommand('r')).toBe('recommendation')
    expect([kindOfCommand('x'), kindOfCommand('0'), kindOfCommand('6'), kindOfCommand(null)]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})

describe('the text of a key', () => {
  it.each<[string, KeyPress, string | null]>([
    ['a letter', press('a', 'KeyA'), 'a'],
    ['a sign beyond the first plane', press('𝒜', 'KeyA'), '𝒜'],
    ['AltGr types text', press('@', 'KeyQ', ['AltGraph']), '@'],
    ['Ctrl types none', press('a', 'KeyA', ['Control']), null],
    ['Alt types none', press('a', 'KeyA', ['Alt']), null],
    ['Enter types none', press('Enter', 'Enter'), null],
  ])('%s', (_, event, expected) => {
    expect(textOf(event)).toBe(expected)
  })
})
