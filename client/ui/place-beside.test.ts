import { expect, test } from 'vitest'
import { placeBeside } from './place-beside.ts'

const view = { width: 1000, height: 600, isRtl: false }
const words = { left: 0, top: 0, width: 100, height: 20 }
const button = (left: number, top: number) => ({ left, top, width: 40, height: 40 })

test.each([
  ['under the middle of its element', button(400, 100), 'below', view, { left: 370, top: 146 }],
  ['inside the window at its edge', button(980, 100), 'below', view, { left: 892, top: 146 }],
  ['above where there is no room below', button(400, 550), 'below', view, { left: 370, top: 524 }],
  ['at the inline end', button(10, 100), 'after', view, { left: 56, top: 110 }],
  [
    'at the inline end in Arabic',
    button(950, 100),
    'after',
    { ...view, isRtl: true },
    { left: 844, top: 110 },
  ],
] as const)('words stand %s', (_, anchor, side, window, place) => {
  expect(placeBeside(anchor, words, side, window)).toEqual(place)
})
