import { describe, expect, it } from 'vitest'
import type { AttributionLevel, ProvenanceFact, SourceFact } from '../meeting/facts.ts'
import { readPassages } from '../notes/passage.ts'
import { renderBlocks } from '../text/render.ts'
import { flatText } from '../text/testing/flat-text.ts'
import { choose } from './choose.ts'
import type { Choice, MergePlan } from './merge-plan.ts'
import type { TopicNotes } from './new-passages.ts'
import { mergedPassages } from './passage-key.ts'
import { plan } from './plan.ts'
import { passageOf } from './proposal.ts'

function topic(id: string, lines: string[], cap: AttributionLevel = 'named'): TopicNotes {
  return { topic: id, cap, passages: readPassages(id, renderBlocks(flatText(lines))) }
}

function from(topicId: string, ...blocks: string[]): ProvenanceFact {
  const source: SourceFact = {
    topic: topicId,
    blocks,
    hash: 'h',
    speaker: null,
    attribution: 'named',
    merge: 1,
  }
  return { sources: [source], itemHash: 'h' }
}

function planned(notes: TopicNotes[], provenance: Record<string, ProvenanceFact> = {}): MergePlan {
  return plan({ notes, provenance: new Map(Object.entries(provenance)), items: [], taken: new Map() })
}

const newIn = ({ proposals }: MergePlan) =>
  proposals.flatMap((proposal) => (proposal.change === 'new' ? [proposal.passage] : []))

const told = ({ proposals }: MergePlan) =>
  proposals.map((proposal) =>
    proposal.change === 'new'
      ? `new ${proposal.section}/${proposal.passage.id}: ${proposal.passage.words}`
      : `${proposal.change} ${proposal.item.id}`,
  )

describe('[MG1] a plan', () => {
  it('proposes recommendations that no item comes from, in the order of agenda and notes', () => {
    const notes = [
      topic('t2', ['a kind=recommendation|Ratify', 'b|the treaty', 'c kind=trend|Not this']),
      topic('t1', ['d kind=recommendation|Train', 'e lead kind=recommendation|Fund']),
    ]
    expect(told(planned(notes))).toEqual([
      'new t2/a: Ratify\nthe treaty',
      'new t1/d: Train',
      'new t1/e: Fund',
    ])
  })

  it('counts those that items come from already, and does not propose them', () => {
    const notes = [topic('t1', ['a kind=recommendation|Ratify', 'b lead kind=recommendation|Train'])]
    const now = planned(notes, { i1: from('t1', 'a', 'x') })
    expect(told(now)).toEqual(['new t1/b: Train'])
    expect(now.unchanged).toBe(1)
  })

  it('tells a passage of one topic from one of the same name in another', () => {
    const notes = [topic('t1', ['a kind=recommendation|One']), topic('t2', ['a kind=recommendation|Two'])]
    expect(told(planned(notes, { i1: from('t1', 'a') }))).toEqual(['new t2/a: Two'])
  })

  it('counts recommendations of which words are withheld, and proposes none of them', () => {
    const notes = [
      topic('t1', [
        'a kind=recommendation|{withheld id=w}',
        'b|Late words',
        'c kind=recommendation|Train',
        'd kind=trend|{withheld id=v}',
      ]),
    ]
    const now = planned(notes)
    expect(told(now)).toEqual(['new t1/c: Train'])
    expect(now.withheld).toBe(1)
  })

  it('does not propose a recommendation without words', () => {
    expect(planned([topic('t1', ['a kind=recommendation|', 'b|  '])]).proposals).toEqual([])
  })

  it('says all that is needed to choose: blocks, speaker, level and language', () => {
    const lines = ['a lead speaker=m:fra kind=recommendation lang=fr|Ratifier', 'b speaker=m:fra|le traité']
    expect(planned([topic('t1', lines)]).proposals[0]).toEqual({
      change: 'new',
      section: 't1',
      passage: {
        topic: 't1',
        id: 'a',
        blocks: ['a', 'b'],
        hash: expect.stringMatching(/^[\w-]{22}$/),
        speaker: 'm:fra',
        attribution: 'named',
        lang: 'fr',
        words: 'Ratifier\nle traité',
      },
    })
  })

  it.each<[AttributionLevel, string, AttributionLevel]>([
    ['named', '', 'named'],
    ['region', '', 'region'],
    ['region', ' attribution=country', 'region'],
    ['country', ' attribution=none', 'none'],
  ])('a topic capped at %s and an intervention at "%s" make %s', (cap, own, expected) => {
    const notes = topic('t1', [`a lead kind=recommendation${own}|One`], cap)
    expect(newIn(planned([notes]))[0]?.attribution).toBe(expected)
  })

  it('[TX8] of a line that stands twice proposes the copy that nobody deleted', () => {
    const notes = topic('t1', [
      'a kind=recommendation gone|Old place',
      'a lead kind=recommendation|New place',
    ])
    expect(told(planned([notes]))).toEqual(['new t1/a: New place'])
  })

  it('is plain data: it travels as JSON and stays the same', () => {
    const now = planned([topic('t1', ['a kind=recommendation|One'])])
    expect(JSON.parse(JSON.stringify(now))).toEqual(now)
  })
})

describe('[MG3] choices', () => {
  const notes = [topic('t1', ['a kind=recommendation|Ratify', 'b lead kind=recommendation|Train'])]
  const now = planned(notes, { i1: from('t1', 'm') })
  const merged = mergedPassages(new Map([['i1', from('t1', 'm')]]))
  const hashOf = (id: string) => newIn(now).find((passage) => passage.id === id)?.hash ?? ''
  const choice = (passage: string, more: Partial<Choice> = {}): Choice => {
    return { topic: 't1', passage, hash: hashOf(passage), take: true, ...more }
  }

  it('are taken in the plan’s order', () => {
    const { taken, again } = choose(now, [choice('b'), choice('a')], merged)
    expect(taken.map(({ proposal }) => passageOf(proposal)[1])).toEqual(['a', 'b'])
    expect(again).toEqual([])
  })

  it('whose passage changed, is no recommendation any more or was merged come back; the others are taken', () => {
    const choices = [choice('a', { hash: 'other' }), choice('gone'), choice('m'), choice('b')]
    const { taken, again } = choose(now, choices, merged)
    expect(taken.map(({ proposal }) => passageOf(proposal)[1])).toEqual(['b'])
    expect(again).toEqual([
      { topic: 't1', passage: 'a', why: 'changed' },
      { topic: 't1', passage: 'gone', why: 'gone' },
      { topic: 't1', passage: 'm', why: 'merged' },
    ])
  })

  it('that name one passage twice count once', () => {
    const { taken, again } = choose(now, [choice('a'), choice('a', { words: 'Sign' })], merged)
    expect(taken.map(({ words }) => words)).toEqual([null])
    expect(again).toEqual([])
  })

  it('carry another wording only where it differs', () => {
    const choices = [choice('a', { words: 'Ratify' }), choice('b', { words: 'Train judges' })]
    expect(choose(now, choices, merged).taken.map(({ words }) => words)).toEqual([null, 'Train judges'])
  })
})
