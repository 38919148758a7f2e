import { expect, test } from 'vitest'
import { inSight } from './lines-in-page.ts'

test('lines in sight are found without asking all of them where they stand', () => {
  let asked = 0
  const lines = Array.from({ length: 2000 }, (_, index) => ({
    getBoundingClientRect: () => {
      asked++
      return { top: index * 30 - 30_000, bottom: index * 30 - 29_970 }
    },
  }))
  const seen = inSight(lines, { top: 0, bottom: 900 })
  expect(seen.map((line) => lines.indexOf(line))).toEqual(
    Array.from({ length: 32 }, (_, index) => index + 999),
  )
  expect(asked).toBeLessThan(60)
})
