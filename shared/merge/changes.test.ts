import { describe, expect, it } from 'vitest'
import type { SourceFact } from '../meeting/facts.ts'
import { readPassages } from '../notes/passage.ts'
import { type Block, blockText } from '../text/block.ts'
import { renderBlocks } from '../text/render.ts'
import { flatText } from '../text/testing/flat-text.ts'
import { textHash } from '../text/text-hash.ts'
import { choose } from './choose.ts'
import type { Choice, MergePlan, PlannedItem, Proposal } from './merge-plan.ts'
import { plan } from './plan.ts'
import { itemOf, passageOf, proposalHash } from './proposal.ts'
import { isConflict, mergedWords } from './three-way.ts'

const REC = 'kind=recommendation'

const passagesOf = (lines: string[]) => readPassages('t1', renderBlocks(flatText(lines)))

/** The words of an item of one line, as a plan reads them. */
function drafted(line: string): { words: string; hash: string; blocks: Block[] } {
  const blocks = renderBlocks(flatText([`i|${line}`]))
  const words = blocks.map(blockText).join('\n')
  return { words, hash: textHash(words), blocks }
}

/** One item that came from line `a` of topic 1, which read `then`; the draft has `item`, the notes have `now`. */
function changed(
  then: string,
  item: string,
  now: string[],
  more: { source?: Partial<SourceFact>; item?: Partial<PlannedItem>; isOld?: boolean } = {},
): MergePlan {
  const [first] = passagesOf([`a ${REC}|${then}`])
  const source: SourceFact = {
    topic: 't1',
    blocks: ['a'],
    hash: first?.hash ?? null,
    speaker: null,
    attribution: 'named',
    merge: 1,
    ...more.source,
  }
  return plan({
    notes: [{ topic: 't1', cap: 'named', passages: passagesOf(now) }],
    provenance: new Map([['i1', { sources: [source], itemHash: textHash(then) }]]),
    items: [{ id: 'i1', ...drafted(item), isAdopted: false, ...more.item }],
    taken: more.isOld === true ? new Map() : new Map([['i1', { 't1/a': first?.words ?? '' }]]),
  })
}

function told(proposal: Proposal | undefined): string {
  if (proposal === undefined) return 'nothing'
  switch (proposal.change) {
    case 'new':
      return `new ${proposal.passage.id}`
    case 'withdrawn':
      return `withdrawn ${proposal.why}`
    case 'attribution':
      return `attribution ${proposal.was.speaker} ${proposal.was.attribution} > ${proposal.passage.speaker} ${proposal.passage.attribution}`
    default:
      return `${proposal.change} ${mergedWords(proposal.parts) ?? `${proposal.parts.filter(isConflict).length} to decide`}`
  }
}

const first = (made: MergePlan): string => told(made.proposals[0])

describe('[MG1] a passage that an item comes from', () => {
  it('is not proposed while it says what it said', () => {
    const made = changed('Train judges.', 'Train all judges.', [`a ${REC}|Train judges.`])
    expect(made).toMatchObject({ proposals: [], unchanged: 1 })
  })

  it.each([
    [
      'changed in the notes alone',
      'Train judges.',
      'Train judges.',
      'Train all judges.',
      'update Train all judges.',
    ],
    [
      'changed in notes and draft in different places',
      'Train judges.',
      'States should train judges.',
      'Train judges and police.',
      'three-way States should train judges and police.',
    ],
    ['changed in one place', 'Train judges.', 'Train lawyers.', 'Train police.', 'conflict 1 to decide'],
    [
      'changed to what the draft says',
      'Train judges.',
      'Train police.',
      'Train police.',
      'three-way Train police.',
    ],
  ])('%s', (_, then, item, now, expected) => {
    expect(first(changed(then, item, [`a ${REC}|${now}`]))).toBe(expected)
  })

  it('taken before its words were kept is an update', () => {
    const made = changed('Train judges.', 'Train judges.', [`a ${REC}|Train all judges.`], { isOld: true })
    expect(first(made)).toBe('update Train all judges.')
  })

  it('taken before its words were kept, and edited since, is for a person', () => {
    const made = changed('Train judges.', 'Train clerks.', [`a ${REC}|Train police.`], { isOld: true })
    expect(first(made)).toBe('conflict 1 to decide')
  })

  it('that names somebody else is an update, though its words read alike; where the draft was edited too, a person decides', () => {
    const [fra, chl] = [
      '{mention of=mechanism id=fra label=France}',
      '{mention of=mechanism id=chl label=Chile}',
    ]
    const now = [`a ${REC}|As ${chl} says.`]
    expect(told(changed(`As ${fra} says.`, `As ${fra} says.`, now).proposals[0])).toContain('update')
    expect(told(changed(`As ${fra} says.`, `So ${fra} says.`, now).proposals[0])).toBe('conflict 1 to decide')
    expect(told(changed(`As ${fra} says.`, `As ${chl} says.`, now).proposals[0])).toContain('three-way')
  })

  it.each([
    ['no line any more', ['b|Something else.'], 'withdrawn gone'],
    ['of another kind', ['a kind=trend|Train judges.'], 'withdrawn other-kind'],
    ['without words', [`a ${REC}|`], 'withdrawn no-words'],
    ['kept for the drafting group since', [`a ${REC}|{withheld id=w}`], 'withdrawn withheld'],
  ])('that is %s is withdrawn', (_, now, expected) => {
    expect(first(changed('Train judges.', 'Train judges.', now))).toBe(expected)
  })

  it('that was let go of is not proposed to be withdrawn again', () => {
    const made = changed('Train judges.', 'Train judges.', ['b|Other.'], { source: { isLetGo: true } })
    expect(made.proposals).toEqual([])
  })

  it('with another speaker or level says who was named', () => {
    const made = changed('Train judges.', 'Train judges.', [
      `a lead speaker=m:fra attribution=region ${REC}|Train judges.`,
    ])
    expect(first(made)).toBe('attribution null named > m:fra region')
  })

  it('of a topic that was not read is left alone', () => {
    const made = changed('Train judges.', 'Train judges.', [`a ${REC}|Train all.`], {
      source: { topic: 't2' },
    })
    expect(made.proposals.map(told)).toEqual(['new a'])
  })

  it('of an item that was removed from the draft is not proposed', () => {
    const [passage] = passagesOf([`a ${REC}|Train all.`])
    const source = {
      topic: 't1',
      blocks: ['a'],
      hash: 'x',
      speaker: null,
      attribution: 'named',
      merge: 1,
    } as const
    const made = plan({
      notes: [{ topic: 't1', cap: 'named', passages: passage === undefined ? [] : [passage] }],
      provenance: new Map([['i1', { sources: [source], itemHash: 'x' }]]),
      items: [],
      taken: new Map(),
    })
    expect(made.proposals).toEqual([])
  })
})

describe('[MG3] choices about items', () => {
  const choiceOf = (proposal: Proposal | undefined, more: Partial<Choice> = {}): Choice => {
    const given = proposal as Proposal
    const [topic, passage] = passageOf(given)
    return { topic, passage, item: itemOf(given), hash: proposalHash(given), take: true, ...more }
  }
  const made = changed('Train judges.', 'Train lawyers.', [`a ${REC}|Train police.`])

  it('come back where the draft has changed since', () => {
    const later = changed('Train judges.', 'Train clerks.', [`a ${REC}|Train police.`])
    const { again } = choose(later, [choiceOf(made.proposals[0], { words: 'x' })], new Set(['t1/a']))
    expect(again).toEqual([{ topic: 't1', passage: 'a', item: 'i1', why: 'changed' }])
  })

  it('about a conflict need the words that are to stand, or that the draft stays', () => {
    expect(choose(made, [choiceOf(made.proposals[0])], new Set()).taken).toEqual([])
    const both = choose(
      made,
      [choiceOf(made.proposals[0], { words: 'Train lawyers and police.' })],
      new Set(),
    )
    expect(both.taken).toMatchObject([{ take: true, words: 'Train lawyers and police.' }])
    expect(choose(made, [choiceOf(made.proposals[0], { take: false })], new Set()).taken).toMatchObject([
      { take: false, words: null },
    ])
  })

  it('[MG2] never touch an adopted item; that it stays can be said', () => {
    const adopted = changed('Train judges.', 'Train judges.', [`a ${REC}|Train police.`], {
      item: { isAdopted: true },
    })
    const choice = choiceOf(adopted.proposals[0])
    expect(choose(adopted, [choice], new Set()).again).toMatchObject([{ why: 'adopted' }])
    expect(choose(adopted, [{ ...choice, take: false }], new Set()).taken).toHaveLength(1)
  })
})
