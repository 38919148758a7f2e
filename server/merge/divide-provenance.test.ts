import { expect, it } from 'vitest'
import { ATTRIBUTION_LEVELS, type AttributionLevel, type SourceFact } from '../../shared/meeting/facts.ts'
import { fullProvenance, hasWithheld } from '../../shared/meeting/full-provenance.ts'
import { TOPIC_READERS, type TopicReaders } from '../../shared/permissions/principal.ts'
import { divideProvenance } from './divide-provenance.ts'

function source(topic: string, attribution: AttributionLevel = 'named'): SourceFact {
  return { topic, blocks: ['b1', 'b2'], hash: 'hash', speaker: 'guest:Ms Roe', attribution, merge: 3 }
}

const READERS = new Map<string, TopicReaders>([
  ['open', 'all'],
  ['shut', 'drafting'],
])

const cases = TOPIC_READERS.flatMap((readers) =>
  ATTRIBUTION_LEVELS.map((level): [TopicReaders, AttributionLevel, boolean] => {
    return [readers, level, readers === 'all' && ['named', 'country'].includes(level)]
  }),
)

it.each(cases)(
  'a source of a topic that %s may read, told as %s: open to everybody is %s',
  (readers, level, open) => {
    const provenance = new Map([['i', { sources: [source('t', level)], itemHash: 'item' }]])
    const { ledger, drafting } = divideProvenance(provenance, new Map([['t', readers]]))
    const stub = { topic: 't', attribution: level, merge: 3, blocks: [], hash: null, speaker: null }
    expect(ledger.get('i')).toEqual({ sources: [open ? source('t', level) : stub], itemHash: 'item' })
    expect([...drafting]).toEqual(open ? [] : [['i', { sources: [source('t', level)] }]])
    expect(hasWithheld(ledger)).toBe(!open)
  },
)

it('a source of a topic that is not known is open to nobody else', () => {
  const provenance = new Map([['i', { sources: [source('gone')], itemHash: 'item' }]])
  expect(JSON.stringify([...divideProvenance(provenance, READERS).ledger])).not.toContain('Roe')
})

it('what was divided is whole again for whoever reads both rooms, in its order', () => {
  const provenance = new Map([
    ['open', { sources: [source('open')], itemHash: '1' }],
    ['both', { sources: [source('open'), source('shut'), source('open', 'none')], itemHash: '2' }],
  ])
  const { ledger, drafting } = divideProvenance(provenance, READERS)
  expect([...drafting.keys()]).toEqual(['both'])
  expect(ledger.get('both')?.sources.map(({ blocks }) => blocks.length)).toEqual([2, 0, 0])
  expect(fullProvenance(ledger, drafting)).toEqual(provenance)
})

it('an item that the ledger does not have comes from nowhere', () => {
  expect(fullProvenance(new Map(), new Map([['i', { sources: [source('shut')] }]])).size).toBe(0)
})
