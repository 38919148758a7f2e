import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { MoveMap } from '../../../shared/text/moves.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { passageOf } from '../../../shared/threads/passage-of.ts'
import { DraftPassages, type PassageThread } from './draft-passages.ts'
import { DraftWatch } from './draft-watch.ts'
import { putItem } from './testing/put-item.ts'

const WORDS = 'States should set out the mandate in an act.'

/** A draft of two items, with threads on words of the first. */
class Page {
  readonly doc = new Y.Doc()
  readonly text = putItem(this.doc, 'a', 'a0', WORDS)
  readonly watch = new DraftWatch(this.doc)
  readonly passages = new DraftPassages(this.watch)
  told = 0

  constructor() {
    putItem(this.doc, 'b', 'a1', WORDS)
    this.passages.subscribe(() => this.told++)
  }

  thread(id: string, words: string, more: Partial<PassageThread> = {}): PassageThread {
    const at = WORDS.indexOf(words)
    const [block] = renderBlocks(this.text)
    const passage = block === undefined ? null : passageOf(this.text, block, at, at + words.length)
    if (passage === null) throw new Error(`“${words}” is not in the item.`)
    return { id, item: 'a', passage, isMarked: true, isSelected: false, ...more }
  }

  show(...threads: PassageThread[]): this {
    this.passages.set(threads, new MoveMap(), true)
    return this
  }

  /** The marked words of an item, by thread. */
  marked(item = 'a'): string[] {
    const [block] = renderBlocks(this.text)
    const words = block?.inlines.map((inline) => ('text' in inline ? inline.text : '\uFFFC')).join('') ?? ''
    return this.passages
      .marksOf(item)
      .marks.map(({ thread, from, to }) => `${thread}: ${words.slice(from, to)}`)
  }
}

describe('[TH1] the passages of an item', () => {
  test('are marked on their words, and in no other item that reads the same', () => {
    const page = new Page()
    page.show(page.thread('x', 'the mandate'))
    expect([page.marked(), page.marked('b')]).toEqual([['x: the mandate'], []])
  })

  test('are on their words in the very text that is drawn, whoever has written before them', () => {
    const page = new Page()
    page.show(page.thread('x', 'the mandate'))
    page.text.insert(1, 'All ')
    page.passages.locate('a')
    expect(page.marked()).toEqual(['x: the mandate'])
  })

  test('that are gone have no mark and no place, and that is told', () => {
    const page = new Page()
    page.show(page.thread('x', 'the mandate'), page.thread('y', 'an act'))
    const before = page.told
    page.text.delete(1 + WORDS.indexOf('the mandate'), 'the mandate'.length)
    page.passages.locate('a')
    expect(page.marked()).toEqual(['y: an act'])
    expect([...page.passages.placed().keys()]).toEqual(['y'])
    expect(page.told).toBe(before + 1)
  })

  test('of resolved threads have a place and no mark', () => {
    const page = new Page()
    page.show(page.thread('x', 'the mandate', { isMarked: false }))
    expect([page.marked(), page.passages.placed().has('x')]).toEqual([[], true])
  })

  test('of threads that are no longer there are forgotten', () => {
    const page = new Page()
    page.show(page.thread('x', 'the mandate')).show()
    expect([page.marked(), page.passages.placed().size]).toEqual([[], 0])
  })

  test('are drawn again only where they are others', () => {
    const page = new Page()
    const thread = page.thread('x', 'the mandate')
    page.show(thread)
    const { marks } = page.passages.marksOf('a')
    page.text.insert(page.text.length - 1, ' Now.')
    page.passages.locate('a')
    expect(page.passages.marksOf('a').marks).toBe(marks)
    expect(page.told).toBe(1)
  })

  test('that are pressed name item and thread', () => {
    const page = new Page()
    page.show(page.thread('x', 'the mandate'))
    const pressed: string[] = []
    page.passages.onPress = (item, thread) => pressed.push(`${item} ${thread}`)
    page.passages.marksOf('a').press(['x'])
    expect(pressed).toEqual(['a x'])
  })
})
