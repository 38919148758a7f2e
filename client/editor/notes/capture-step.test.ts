import { describe, expect, it } from 'vitest'
import { fold } from '../../../shared/names/fold.ts'
import type { Capture, KindCapture, KindItem, SpeakerCapture, SpeakerSource } from './capture.ts'
import { type Step, stepKind, stepLine, stepSpeaker } from './capture-step.ts'
import type { KeyPress } from './command-key.ts'
import type { SpeakerChoice } from './speaker-query.ts'

function choice(value: string, name: string): SpeakerChoice {
  return { value, name, detail: '', forms: [fold(name)] }
}

const SOURCE: SpeakerSource = {
  choices: [choice('m:fin', 'Finland'), choice('m:npl', 'Nepal'), choice('m:nld', 'Netherlands')],
  recent: ['m:nld', 'm:fin'],
  guest: (name) => choice(`guest:${name}`, name),
  nobody: choice('', 'Nobody yet'),
}

const ITEMS: KindItem[] = [
  { id: 'trend', words: 'Trend' },
  { id: 'good-practice', words: 'Good practice' },
  { id: 'recommendation', words: 'Recommendation' },
  { id: 'none', words: 'No kind' },
  { id: 'heading-1', words: 'Heading' },
]

/** A key by its name; `Ctrl+` before it, or `Shift+`. */
function press(name: string): KeyPress {
  const parts = name === '+' ? ['+'] : name.split('+')
  const key = parts.at(-1) as string
  const held = new Set(parts.slice(0, -1))
  return {
    key: key === 'Space' ? ' ' : key,
    code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
    ctrlKey: held.has('Ctrl'),
    metaKey: false,
    altKey: false,
    shiftKey: held.has('Shift'),
    getModifierState: () => false,
  }
}

function open(trigger: SpeakerCapture['trigger'] = 'at'): SpeakerCapture {
  return { mode: 'speaker', trigger, line: 'a', keys: [], active: -1, before: 'text' }
}

function menu(trigger: KindCapture['trigger'] = 'slash'): KindCapture {
  return { mode: 'kind', trigger, line: 'a', keys: [], active: -1, before: 'text' }
}

/** Presses keys one after the other, as far as the list stays open, and says what the last one did. */
function keys(start: Capture, names: string): string {
  let capture = start
  let step: Step = { does: 'nothing', passes: false }
  for (const name of names.split(' ')) {
    const event = press(name)
    if (capture.mode === 'speaker') step = stepSpeaker(capture, event, SOURCE)
    else if (capture.mode === 'kind') step = stepKind(capture, event, ITEMS)
    else return `closed before ${name}`
    if (step.does === 'go') capture = step.to
  }
  switch (step.does) {
    case 'speak':
      return `${step.speaker} ${step.kind ?? '-'}`
    case 'choose':
      return step.item
    case 'leave':
      return `leaves ${JSON.stringify(step.text)}${step.passes ? ' and passes' : ''}`
    case 'go':
      return step.to.mode === 'text' ? 'closes' : 'stays'
    case 'nothing':
      return step.passes ? 'passes' : 'takes'
    default:
      return step.does
  }
}

describe('the list of speakers', () => {
  it.each<[SpeakerCapture['trigger'], string, string]>([
    ['at', 'n e Enter', 'm:nld -'],
    ['at', 'n e ArrowDown Enter', 'm:npl -'],
    ['at', 'n e ArrowUp Enter', 'm:npl -'],
    ['at', 'n e ArrowDown ArrowDown Enter', 'm:nld -'],
    ['at', 'n e Tab', 'm:nld -'],
    ['at', 'n e Space r Enter', 'm:nld recommendation'],
    ['closed', 'n e Space r Enter', 'm:nld recommendation'],
    ['closed', 'n e Space r Backspace Backspace Enter', 'm:nld -'],
    ['closed', 'Enter', 'm:nld -'],
    ['closed', 'Space r Enter', 'm:nld recommendation'],
    ['at', '@', 'm:fin -'],
    ['closed', '@', 'm:fin -'],
    ['correct', '@ Escape', 'leaves ""'],
    ['at', 'Backspace', 'closes'],
    ['at', 'n Backspace Backspace', 'closes'],
    ['at', 'n e Escape', 'leaves "@ne"'],
    ['closed', 'n e Escape', 'leaves "ne"'],
    ['correct', 'n e Escape', 'leaves ""'],
    ['at', 'n ArrowLeft', 'leaves "@n" and passes'],
    ['at', 'n Ctrl+c', 'passes'],
    ['at', 'Shift', 'passes'],
    ['at', 'A d a Space L o Enter', 'guest:Ada Lo -'],
    ['at', 'x Enter', 'takes'],
    ['closed', 'W e l l Enter', 'leaves "Well" and passes'],
    ['closed', 'W e l l Space', 'leaves "Well "'],
    ['closed', 'F i n l a n d Space i s', 'closed before s'],
    ['closed', 'W e l l ArrowDown Enter', 'guest:Well -'],
    ['correct', 'Enter', 'm:nld -'],
    ['correct', 'ArrowUp Enter', ' -'],
  ])('after %s: %s → %s', (trigger, names, expected) => {
    if (expected.startsWith('closed before'))
      expect(keys(open(trigger), names.slice(0, -2))).toBe('leaves "Finland i"')
    else expect(keys(open(trigger), names)).toBe(expected)
  })

  it('nobody to go back to: @@ is taken and does nothing', () => {
    const alone = { ...SOURCE, recent: [] }
    expect(stepSpeaker(open(), press('@'), alone)).toEqual({ does: 'nothing', passes: false })
  })
})

describe('the kind menu', () => {
  it.each<[KindCapture['trigger'], string, string]>([
    ['slash', 'r Space', 'recommendation'],
    ['slash', 'r Enter', 'recommendation'],
    ['slash', '5 Space', 'recommendation'],
    ['slash', '0 Enter', 'none'],
    ['slash', 'Enter', 'trend'],
    ['slash', 'ArrowDown Enter', 'good-practice'],
    ['slash', 'ArrowUp Enter', 'heading-1'],
    ['slash', 'h e a Enter', 'heading-1'],
    ['slash', 'g o o d Enter', 'good-practice'],
    ['slash', 'x', 'leaves "/x"'],
    ['slash', 'Space', 'leaves "/ "'],
    ['slash', 'r e x', 'leaves "/rex"'],
    ['slash', 'Escape', 'leaves "/"'],
    ['tag', 'Escape', 'leaves ""'],
    ['tag', 't Enter', 'trend'],
    ['slash', 'Backspace', 'closes'],
  ])('after %s: %s → %s', (trigger, names, expected) => {
    expect(keys(menu(trigger), names)).toBe(expected)
  })
})

describe('line mode', () => {
  it.each<[string, object]>([
    ['r', { does: 'kind', kind: 'recommendation' }],
    ['1', { does: 'kind', kind: 'trend' }],
    ['0', { does: 'kind', kind: null }],
    ['s', { does: 'correct' }],
    ['x', { does: 'cut' }],
    ['m', { does: 'join' }],
    ['ArrowDown', { does: 'move', step: 1, extends: false }],
    ['Shift+ArrowUp', { does: 'move', step: -1, extends: true }],
    ['ArrowLeft', { does: 'sentence', side: 'left' }],
    ['Enter', { does: 'go', to: { mode: 'text' } }],
    ['Escape', { does: 'go', to: { mode: 'text' } }],
    ['q', { does: 'nothing', passes: false }],
    ['Backspace', { does: 'nothing', passes: false }],
    ['Tab', { does: 'nothing', passes: true }],
    ['Ctrl+z', { does: 'nothing', passes: true }],
    ['Ctrl+Enter', { does: 'nothing', passes: true }],
  ])('%s', (name, expected) => {
    expect(stepLine(press(name))).toEqual(expected)
  })
})
