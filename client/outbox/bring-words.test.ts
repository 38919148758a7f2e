import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { findDraftItem, itemWords } from '../../shared/draft/draft-item.ts'
import { END } from '../../shared/text/atom.ts'
import { putWords } from './bring-words.ts'

function draft(words: string): Y.Doc {
  const doc = new Y.Doc()
  const text = new Y.Text()
  const entries = Object.entries({ type: 'recommendation', section: 't1', rank: 'a0', text })
  doc.getMap('items').set('n', new Y.Map<unknown>(entries))
  text.insertEmbed(0, new Y.Map<unknown>([['id', 'line']]))
  text.insert(text.length, words)
  text.insertEmbed(text.length, END)
  return doc
}

function read(doc: Y.Doc): string | null {
  const item = findDraftItem(doc, 'n')
  return item === null ? null : itemWords(item)
}

it.each([
  ['an empty item', '', 'States should', 'States should'],
  ['an item in which somebody has written meanwhile', 'Others. ', 'States should', 'Others. States should'],
  ['several lines', '', 'One\n\nTwo', 'One\n\nTwo'],
])('[DR1] words are put into %s', (_, before, words, after) => {
  const doc = draft(before)
  expect(putWords(doc, 'n', words)).toBe(true)
  expect(read(doc)).toBe(after)
})

it('[DR1] words of an item that is not there go nowhere', () => {
  expect(putWords(draft(''), 'other', 'Words')).toBe(false)
})

it('[DR1] an item that somebody has removed meanwhile comes back with its words', () => {
  const doc = draft('')
  const entry = doc.getMap('items').get('n') as Y.Map<unknown>
  entry.set('gone', 'hash-of-nothing')
  putWords(doc, 'n', 'Words')
  expect(read(doc)).toBe('Words')
})
