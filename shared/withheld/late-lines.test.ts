import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { renderBlocks } from '../text/render.ts'
import { docOf, flatText, fork, sync } from '../text/testing/flat-text.ts'
import { isWithin, lateLines } from './late-lines.ts'
import type { WithheldFact, WithheldSpan } from './withheld-fact.ts'

const LINES = ['a kind=lesson|Nine girls', 'b|were here', 'c kind=trend|Others']

/** The notes, as somebody offline has them too, and the first line's words gone from the notes alone. */
function keptBack(): { notes: Y.Text; away: Y.Text; fact: WithheldFact } {
  const notes = flatText(LINES)
  const away = fork(notes, 7)
  const [line] = renderBlocks(notes)
  const spans = (line?.inlines ?? []).map(
    ({ at, ...inline }): WithheldSpan => [at.client, at.clock, 'text' in inline ? inline.text.length : 1],
  )
  const known = [...Y.decodeStateVector(Y.encodeStateVector(docOf(notes)))]
  // A marker, then ten letters.
  notes.delete(1, 10)
  notes.insertEmbed(1, { t: 'withheld', id: 'w' })
  const fact = {
    topic: 't1',
    blocks: [],
    quotes: [],
    reason: 'victims',
    words: '',
    by: 'ann',
    at: 1,
    spans,
    known,
  }
  return { notes, away, fact: fact as WithheldFact }
}

const late = (text: Y.Text, fact: WithheldFact): string[] => lateLines(docOf(text), renderBlocks(text), fact)

describe('words that come late for a passage that was kept back', () => {
  it.each<[string, number]>([
    ['at its end', 11],
    ['in its middle', 5],
    ['at its beginning', 1],
  ])('typed %s stand in its line', (_, at) => {
    const { notes, away, fact } = keptBack()
    away.insert(at, ' late')
    sync(notes, away)
    expect(late(notes, fact)).toEqual(['a'])
  })

  it('are none where whoever sees the stub types beside it, or in another line', () => {
    const { notes, away, fact } = keptBack()
    notes.insert(2, 'beside')
    away.insert(14, 'elsewhere ')
    sync(notes, away)
    expect(late(notes, fact)).toEqual([])
  })

  it('are none where only blanks were typed, or the fact does not say what it held', () => {
    const { notes, away, fact } = keptBack()
    away.insert(5, '  ')
    sync(notes, away)
    expect(late(notes, fact)).toEqual([])
    const { spans: _spans, known: _known, ...old } = fact
    away.insert(5, 'late')
    sync(notes, away)
    expect(late(notes, old)).toEqual([])
  })
})

it('a character is within spans from the first to the last of each', () => {
  const spans: WithheldSpan[] = [
    [1, 5, 3],
    [2, 0, 1],
  ]
  const within = [4, 5, 7, 8].map((clock) => isWithin(spans, { client: 1, clock }))
  expect([...within, isWithin(spans, { client: 2, clock: 0 })]).toEqual([false, true, true, false, true])
})
