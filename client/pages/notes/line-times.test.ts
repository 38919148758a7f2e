import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LineTimes, type TimesAnswer } from './line-times.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('asks once for all lines, and again for a new one when something was written since', async () => {
  let answer: TimesAnswer = { a: { first: 1, last: 2 } }
  const ask = vi.fn(async () => answer)
  const times = new LineTimes(ask)
  times.subscribe(() => {})
  expect(times.first('a')).toBeNull()
  times.first('b')
  await vi.advanceTimersByTimeAsync(0)
  expect([times.first('a'), times.last('a')]).toEqual([1, 2])
  expect(times.first('b')).toBeNull()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ask).toHaveBeenCalledTimes(1)

  answer = { ...answer, b: { first: 3, last: 3 } }
  times.written()
  await vi.advanceTimersByTimeAsync(2000)
  expect(ask).toHaveBeenCalledTimes(2)
  expect(times.first('b')).toBe(3)
})

it('is not asked at every key, however long a line stays without words', async () => {
  const ask = vi.fn(async () => ({}))
  const times = new LineTimes(ask)
  times.subscribe(() => times.first('a'))
  times.first('a')
  for (let key = 0; key < 100; key++) {
    times.written()
    await vi.advanceTimersByTimeAsync(200)
  }
  expect(ask.mock.calls.length).toBeLessThan(7)
})

it('a failed answer is asked for again with the next thing written', async () => {
  const ask = vi.fn<() => Promise<TimesAnswer>>().mockRejectedValueOnce(new Error('offline'))
  ask.mockResolvedValue({ a: { first: 1, last: 1 } })
  const times = new LineTimes(ask)
  times.subscribe(() => {})
  times.first('a')
  await vi.advanceTimersByTimeAsync(0)
  times.written()
  await vi.advanceTimersByTimeAsync(6000)
  expect(times.first('a')).toBe(1)
})
