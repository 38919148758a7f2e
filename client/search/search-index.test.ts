import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { flatText } from '../../shared/text/testing/flat-text.ts'
import { excerptOf } from './excerpt.ts'
import { entriesOfDraft, entriesOfNotes, type SearchEntry } from './search-entry.ts'
import { SearchIndex } from './search-index.ts'

const NOTES = flatText([
  'a lead speaker=m:fra|Les États doivent agir.',
  'b|Interpreters are needed in courts.',
  'c|',
  'd lead speaker=m:egy|اعتمدت الدولة إستراتيجية وطنية.',
  'e|See {break}courts again.',
])

function found(words: string, entries: readonly SearchEntry[] = entriesOfNotes('t1', NOTES)): string[] {
  const names: Record<string, string> = { 'm:fra': 'France', 'm:egy': 'Egypt' }
  return new SearchIndex(entries, (speaker) => names[speaker ?? ''] ?? '').find(words).map(({ id }) => id)
}

describe('finding words', () => {
  it.each([
    ['etats', ['t1/a']],
    ['ÉTATS AGIR', ['t1/a']],
    ['interp', ['t1/b']],
    ['interpretors', ['t1/b']],
    ['courts', ['t1/b', 't1/e']],
    ['courts interpreters', ['t1/b']],
    ['دولة', ['t1/d']],
    ['استراتيجيه', ['t1/d']],
    ['egypt', ['t1/d']],
    ['states', []],
    ['', []],
  ])('"%s" finds %j', (words, expected) => {
    expect(found(words)).toEqual(expected)
  })

  it('knows items of the draft', () => {
    const draft = new Y.Doc()
    const text = new Y.Text()
    draft.getMap('items').set(
      'i1',
      new Y.Map<unknown>([
        ['type', 'recommendation'],
        ['section', 't1'],
        ['rank', 'a0'],
        ['text', text],
      ]),
    )
    text.insert(0, 'Train judges.')
    expect(found('judges', entriesOfDraft(draft))).toEqual(['draft/i1'])
  })
})

describe('what a result shows', () => {
  it('sets apart each word that begins as one that was looked for', () => {
    expect(excerptOf('Les États doivent agir: l’État aussi.', 'etat')).toEqual([
      { text: 'Les ', isFound: false },
      { text: 'États', isFound: true },
      { text: ' doivent agir: l’', isFound: false },
      { text: 'État', isFound: true },
      { text: ' aussi.', isFound: false },
    ])
  })

  it('begins near the first such word of a long text', () => {
    const pieces = excerptOf(`${'word '.repeat(60)}needle ${'word '.repeat(60)}`, 'needle')
    expect(pieces[0]).toEqual({ text: '… ', isFound: false })
    expect(pieces.find(({ isFound }) => isFound)?.text).toBe('needle')
    expect(pieces.map(({ text }) => text).join('').length).toBeLessThan(160)
  })
})
