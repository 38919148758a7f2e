import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Tokens = Record<string, string>

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const light = tokensOf("[data-theme='light'] {")
const dark = tokensOf("[data-theme='dark'] {")
const darkBySystem = tokensOf(':root:not([data-theme]) {')

function tokensOf(selector: string): Tokens {
  const start = css.indexOf(selector)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1], match[2]]),
  )
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(tokens: Tokens, front: string, ground: string): number {
  const [bright = 0, dim = 0] = [front, ground]
    .map((name) => luminance(tokens[name] ?? ''))
    .sort((a, b) => b - a)
  return Math.round(((bright + 0.05) / (dim + 0.05)) * 10) / 10
}

/** Front, ground, then the figure that the design names for light and for dark. */
const figures: [front: string, ground: string, light: number, dark: number][] = [
  ['ink', 'paper', 17.6, 15],
  ['ink', 'chrome', 16.4, 14],
  ['ink', 'sunken', 15.1, 12.4],
  ['ink-2', 'paper', 8.8, 9.2],
  ['ink-2', 'chrome', 8.2, 8.6],
  ['ink-2', 'sunken', 7.6, 7.6],
  ['ink-3', 'paper', 5.5, 6.5],
  ['ink-3', 'chrome', 5.1, 6],
  ['ink-3', 'sunken', 4.7, 5.3],
  ['control', 'paper', 3.4, 4.1],
  ['control', 'chrome', 3.2, 3.8],
  ['accent', 'paper', 8.4, 9.4],
  ['accent', 'chrome', 7.9, 8.7],
  ['accent', 'sunken', 7.3, 7.7],
  ['on-accent', 'accent', 8.4, 9.4],
  ['ink', 'tint', 15.6, 11.6],
  ['ink-3', 'tint', 4.8, 5],
  ['inserted', 'inserted-ground', 7.2, 8.4],
  ['deleted', 'deleted-ground', 7, 8.7],
  ['warning', 'warning-ground', 7.5, 9],
  ['ink', 'comment-ground', 15.3, 9.4],
]

describe('contrast', () => {
  test.each(figures)('%s on %s is %d in light and %d in dark', (front, ground, inLight, inDark) => {
    expect([contrast(light, front, ground), contrast(dark, front, ground)]).toEqual([inLight, inDark])
  })

  test.each([1, 2, 3, 4, 5, 6])('the colour of person %d can be read on paper, and paper on it', (person) => {
    expect(contrast(light, `person-${person}`, 'paper')).toBeGreaterThanOrEqual(6.1)
    expect(contrast(dark, `person-${person}`, 'paper')).toBeGreaterThanOrEqual(8.7)
  })
})

test('dark is the same whether the system or a person chose it', () => {
  expect(darkBySystem).toEqual(dark)
})

test('light and dark define the same tokens', () => {
  expect(Object.keys(dark)).toEqual(Object.keys(light))
})
