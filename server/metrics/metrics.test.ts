import { expect, it } from 'vitest'
import { Metrics } from './metrics.ts'
import { MIN_FREE_BYTES, readiness } from './readiness.ts'

it('counts in the text format that Prometheus reads', () => {
  const metrics = new Metrics()
  metrics.addGauge({ name: 'minuta_rooms', help: 'Rooms in memory.', read: () => 3 })
  metrics.addTiming('minuta_tick_seconds', 'Ticks.')
  metrics.observe('minuta_tick_seconds', 2)
  metrics.observe('minuta_tick_seconds', 400)
  metrics.countRefusal('too-much')
  metrics.countRefusal('too-much')
  const lines = metrics.text().split('\n')
  expect(lines).toContain('minuta_rooms 3')
  expect(lines).toContain('minuta_refusals_total{code="too-much"} 2')
  expect(lines).toContain('minuta_tick_seconds_bucket{le="0.0025"} 1')
  expect(lines).toContain('minuta_tick_seconds_bucket{le="0.25"} 1')
  expect(lines).toContain('minuta_tick_seconds_bucket{le="+Inf"} 2')
  expect(lines).toContain('minuta_tick_seconds_count 2')
})

const fine = {
  dataDir: '/nowhere',
  journal: { commandResult: async () => null },
  inTrouble: () => false,
  freeBytes: async () => MIN_FREE_BYTES,
}

it.each<[string, Partial<typeof fine>, string[]]>([
  ['nothing is wrong', {}, []],
  ['a write failed', { inTrouble: () => true }, ['storage-trouble']],
  ['the disk has no room', { freeBytes: async () => MIN_FREE_BYTES - 1 }, ['disk-almost-full']],
  ['the folder is gone', { freeBytes: () => Promise.reject(new Error('ENOENT')) }, ['disk-almost-full']],
  [
    'the journal fails',
    { journal: { commandResult: () => Promise.reject(new Error('closed')) } },
    ['journal-failed'],
  ],
])('[SY7] ready says so when %s', async (_, change, expected) => {
  expect(await readiness({ ...fine, ...change })).toEqual(expected)
})
