import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { afterEndOfRun, seamsOf } from './raw-run.ts'
import { readRuns } from './runs.ts'
import { isEmptyRun, nearestBefore, settle } from './settle.ts'
import { docOf, flatText, raw, shown, watchWrites } from './testing/flat-text.ts'

function items(text: Y.Text, ...ids: string[]): Set<Y.Item> {
  return new Set(readRuns(text).flatMap(({ item, id }) => (item !== null && ids.includes(id) ? [item] : [])))
}

function itemOf(text: Y.Text, id: string): Y.Item {
  return [...items(text, id)][0] as Y.Item
}

interface Asked {
  readonly from?: string
  readonly shown: readonly string[]
  /** What the changed lines were made of; all markers, when it isn't said. */
  readonly members?: readonly string[]
  readonly next?: string
}

function settled(lines: readonly string[], asked: Asked): { lines: string[]; updates: number } {
  const text = flatText(lines)
  const writes = watchWrites(docOf(text))
  const all = readRuns(text).map(({ id }) => id)
  docOf(text).transact(() => {
    settle(text, {
      start: asked.from === undefined ? null : itemOf(text, asked.from),
      shown: items(text, ...asked.shown),
      members: items(text, ...(asked.members ?? all)),
      next: asked.next === undefined ? null : itemOf(text, asked.next),
    })
  })
  return { lines: raw(text), updates: writes().updates }
}

describe('[TX3] settle', () => {
  it.each<[string, string[], Asked, string[]]>([
    ['an empty marker that is not shown is gone', ['a|One', 'b|'], { shown: ['a'] }, ['a|One', 'b gone|']],
    ['one with text is joined to its neighbour', ['a|1', 'b|2'], { shown: ['a'] }, ['a|1', 'b join=a|2']],
    [
      'a chain names its neighbours',
      ['a|1', 'b|2', 'c|3'],
      { shown: ['a'] },
      ['a|1', 'b join=a|2', 'c join=b|3'],
    ],
    ['a hidden one is passed over', ['a|1', 'b|', 'c|3'], { shown: ['a'] }, ['a|1', 'b gone|', 'c join=a|3']],
    ['what is shown loses gone', ['a gone|1'], { shown: ['a'] }, ['a|1']],
    [
      'what is shown loses a join that would hide it',
      ['a|1', 'b join=a|2'],
      { shown: ['a', 'b'] },
      ['a|1', 'b|2'],
    ],
    [
      'it keeps a join that hides nothing',
      ['a|1', 'b join=zz|2'],
      { shown: ['a', 'b'] },
      ['a|1', 'b join=zz|2'],
    ],
    ['text before all that is shown is joined to the root', ['a|1'], { shown: [] }, ['a join=root|1']],
    [
      'markers of other lines keep what they say, though this editor may not see them',
      ['a|1', 'x join=a|2', 'y gone|', 'b|3'],
      { shown: ['a'], members: ['a', 'b'] },
      ['a|1', 'x join=a|2', 'y gone|', 'b join=x|3'],
    ],
    [
      'the line that follows loses a join that would pull it in now',
      ['a|1', 'b|', 'c join=a|3', 'd|'],
      { from: 'b', shown: [], members: ['b'], next: 'c' },
      ['a|1', 'b gone|', 'c|3', 'd|'],
    ],
    [
      'the line that follows keeps a join that hides nothing',
      ['a|1', 'b|', 'c join=zz|3'],
      { from: 'b', shown: [], members: ['b'], next: 'c' },
      ['a|1', 'b gone|', 'c join=zz|3'],
    ],
  ])('%s', (_title, lines, asked, expected) => {
    expect(settled(lines, asked).lines).toEqual(expected)
  })

  it('writes nothing where all is settled', () => {
    const lines = ['a|1', 'b gone|', 'c join=a|3']
    expect(settled(lines, { shown: ['a'] })).toEqual({ lines, updates: 0 })
  })
})

describe('[TX2] the neighbour a join names', () => {
  it.each<[string[], string]>([
    [['x|1'], 'root'],
    [['a|1', 'x|2'], 'a'],
    [['a|1', 'h gone|', 'x|2'], 'a'],
    [['a|1', 'h gone|t', 'x|2'], 'h'],
    [['a|1', 'b join=a|2', 'x|3'], 'b'],
    [['h gone|', 'x|3'], 'root'],
  ])('%j: %s', (lines, expected) => {
    const text = flatText(lines)
    expect(nearestBefore(itemOf(text, 'x'))).toBe(expected)
  })

  it('a run is empty when nothing visible stands before the next marker', () => {
    const text = flatText(['a|', 'b|x', 'c|{t}', 'd|'])
    expect(['a', 'b', 'c', 'd'].map((id) => isEmptyRun(itemOf(text, id)))).toEqual([true, false, false, true])
  })
})

describe('raw runs', () => {
  it('a run ends before the next marker of any state', () => {
    const text = flatText(['|x', 'a|One', 'b gone|'])
    expect(afterEndOfRun(text, itemOf(text, 'a'))?.right).toBe(itemOf(text, 'b'))
    expect(afterEndOfRun(text, null)?.right).toBe(itemOf(text, 'a'))
    expect(afterEndOfRun(text, itemOf(text, 'b'))?.right).toBeNull()
  })

  it('[TX14] the seams of a written block are those that a fresh reading finds', () => {
    const text = flatText(['a|One', 'h gone|', 'b join=a|two', 'c join=b|', 'd|x'])
    const seams = seamsOf(text, itemOf(text, 'a'), items(text, 'a', 'd'))
    expect(seams.map(({ id, offset }) => [id, offset])).toEqual([
      ['b', 3],
      ['c', 6],
    ])
    expect(shown(text)[0]).toBe('a|One¦b¦two¦c¦')
  })
})
