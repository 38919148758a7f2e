import { EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { keepFormatting } from '../../../shared/text/keep-formatting.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import {
  flatText,
  fork,
  indexOf,
  markerWith,
  shown,
  watchWrites,
  docOf as ydocOf,
} from '../../../shared/text/testing/flat-text.ts'
import { docOf, nodeOf, sameLine } from './block-node.ts'
import { dirtyBlocks, isSimple, keyOf, mergeDirty } from './dirty-blocks.ts'
import { locatePoint, placeIn, pointAt, positionIn } from './points.ts'
import { redraw, redrawLine } from './redraw.ts'
import { alone, three, two } from './testing/room.ts'
import { schema } from './testing/writer.ts'
import { TextBinding } from './text-binding.ts'

describe('a binding', () => {
  it('shows a text from the start, and needs one that has a document', () => {
    const binding = new TextBinding(flatText(['a|One', 'b gone|']), schema)
    expect(binding.doc.childCount).toBe(1)
    expect(binding.isBehind).toBe(false)
    expect(() => new TextBinding(new Y.Text(), schema)).toThrow('part of a document')
  })

  it('[TX6] [TX11] opening, selecting, pulling and closing write nothing', () => {
    const text = flatText(['|x', 'a|*One*', 'b gone|', 'c join=a|two{hologram}'])
    const writes = watchWrites(ydocOf(text))
    const before = writes()
    const binding = new TextBinding(text, schema)
    const state = EditorState.create({ doc: binding.doc })
    binding.pull(state, binding.caretMarker(state))
    binding.holdSelection(state)
    binding.destroy()
    expect(writes()).toEqual(before)
  })

  it('[TX6] receiving writes nothing, formats included', () => {
    const { room, ann, ben } = two(['a|One two'])
    ann.select('One').mark('bold')
    room.take()
    ben.receive()
    expect(ben.shows).toEqual(['a|*One* two'])
    expect(ben.outbox).toEqual([])
    expect(Y.encodeStateVector(ben.doc)).toEqual(Y.encodeStateVector(ydocOf(room.text)))
  })

  it('tells who listens when somebody else writes, and not of its own changes', () => {
    const { room, ann, ben } = two(['a|One'])
    let calls = 0
    const stop = ben.binding.onRemote(() => {
      calls++
    })
    ben.caret('One').type('x')
    expect(calls).toBe(0)
    ann.caret('On').type('y')
    room.exchange()
    expect(calls).toBe(1)
    stop()
    ann.type('z')
    room.exchange()
    expect(calls).toBe(1)
  })

  it('[TX9] a letter of somebody else redraws its own line only; the other nodes stay the same objects', () => {
    const { room, ann, ben } = two(['a|One', 'b|Two', 'c|Three'])
    const [first, , third] = [0, 1, 2].map((index) => ben.state.doc.child(index))
    ann.caret('Two').type('!')
    room.exchange()
    expect(ben.state.doc.child(0)).toBe(first)
    expect(ben.state.doc.child(2)).toBe(third)
  })

  it('[TX9] plain typing makes one item that continues the last, in one update each', () => {
    const { ann } = alone(['a|One'])
    ann.caret('One').type('a').type('b').type('c')
    expect(ann.outbox).toHaveLength(3)
    const inlines = renderBlocks(ann.text)[0]?.inlines
    expect(inlines).toHaveLength(2)
  })

  it('[TX9] a document replaced by the same writes nothing', () => {
    const { ann } = alone(['a|One', 'b|Two'])
    const { doc, tr } = ann.state
    ann.dispatch(tr.replaceWith(0, doc.content.size, doc.content))
    expect(ann.outbox).toEqual([])
  })

  it('[TX9] a line replaced by nearly the same keeps the authors of what stays', () => {
    const { room, ann } = alone(['a|One two three'])
    const { tr } = ann.state
    ann.dispatch(tr.replaceWith(1, 14, schema.text('One TWO three')))
    room.exchange()
    expect(room.authors('a')).toEqual(['server:One ', 'ann:TWO', 'server: three'])
  })
})

describe('[TX15] carets', () => {
  it('stay between their neighbours while others write before, in and after the line', () => {
    const { room, ann, ben, cem } = three(['a|One', 'b|two three', 'c|End'])
    ben.caret('two')
    ann.caret('One').enter().type('more')
    cem.caret(['b', 0]).type('>> ')
    room.exchange()
    expect(ben.selection).toBe('b:6')
    ben.type('!')
    expect(room.exchange()).toContain('b|>> two! three')
  })

  it('a selection goes on around its words', () => {
    const { room, ann, ben } = two(['a|One two three'])
    ben.select('two')
    ann.caret('One').type(' and')
    room.exchange()
    ben.delete()
    expect(room.exchange()).toEqual(['a|One and  three'])
  })

  it('a caret whose neighbour was deleted falls back to what stood before', () => {
    const { room, ann, ben } = two(['a|One two three'])
    ben.caret('two')
    ann.delete(' two')
    room.exchange()
    expect(ben.selection).toBe('a:3')
  })

  it('a point stands in the same place whichever block it is looked for in first', () => {
    const text = flatText(['a|One', 'b|Two', 'c|Six'])
    const blocks = renderBlocks(text)
    for (const [block, each] of blocks.entries()) {
      for (const offset of [0, 1, 3]) {
        for (const first of [undefined, 0, 1, 2, 9]) {
          const found = locatePoint(ydocOf(text), blocks, pointAt(each, offset), () => first)
          expect(found).toEqual({ block, offset })
        }
      }
    }
  })

  it('a point is a character, or a block’s marker at its start', () => {
    const text = flatText(['a|One', 'b|Two'])
    const blocks = renderBlocks(text)
    const doc = docOf(schema, blocks)
    for (const [block, offset] of [
      [0, 0],
      [0, 2],
      [1, 0],
      [1, 3],
    ] as const) {
      const point = pointAt(blocks[block] as never, offset)
      expect(locatePoint(ydocOf(text), blocks, point)).toEqual({ block, offset })
      expect(placeIn(doc, positionIn(doc, { block, offset }))).toEqual({ block, offset })
    }
    expect(locatePoint(ydocOf(text), blocks, null)).toEqual({ block: 0, offset: 0 })
    expect(locatePoint(ydocOf(text), blocks, { client: 99, clock: 3 })).toEqual({ block: 0, offset: 0 })
    expect(placeIn(doc, 0)).toEqual({ block: 0, offset: 0 })
    expect(placeIn(doc, 999)).toEqual({ block: 1, offset: 3 })
  })

  it('a place past a line’s end is its end', () => {
    const doc = docOf(schema, renderBlocks(flatText(['a|One', 'b|Two'])))
    expect(positionIn(doc, { block: 0, offset: 99 })).toBe(4)
  })
})

describe('what a remote change touches', () => {
  function dirtyOf(lines: readonly string[], write: (text: Y.Text) => void): string[] | 'all' {
    const text = flatText(lines)
    const other = fork(text, 2)
    let found: string[] | 'all' = []
    keepFormatting(ydocOf(text))
    ydocOf(text).on('afterTransaction', (transaction) => {
      const dirty = dirtyBlocks(transaction, text)
      const names = new Map(
        renderBlocks(text).map(({ id, marker }) => [marker === null ? '' : keyOf(marker), id]),
      )
      found = dirty === 'all' ? 'all' : [...dirty.keys()].map((key) => names.get(key) ?? key)
    })
    ydocOf(other).transact(() => write(other))
    Y.applyUpdate(ydocOf(text), Y.encodeStateAsUpdate(ydocOf(other)), 'remote')
    return found
  }

  it.each<[string, (text: Y.Text) => void, string[] | 'all']>([
    ['typing: its block', (text) => text.insert(indexOf(text, 'wo'), 'x'), ['b']],
    ['a deletion: its block', (text) => text.delete(indexOf(text, 'wo'), 1), ['b']],
    ['an atom: its block', (text) => text.insertEmbed(indexOf(text, 'wo'), { t: 'break' }), ['b']],
    [
      'a format: everything, for it may run on',
      (text) => text.format(indexOf(text, 'wo'), 1, { bold: true }),
      'all',
    ],
    ['a marker: everything', (text) => text.insertEmbed(0, new Y.Map([['id', 'n']])), 'all'],
    ['an attribute: everything', (text) => markerWith(text, 'a').set('lang', 'fr'), 'all'],
    ['text before any marker: everything', (text) => text.insert(0, 'x'), 'all'],
  ])('%s', (_title, write, expected) => {
    expect(dirtyOf(['a|One', 'b|Two'], write)).toEqual(expected)
  })

  it('adds up', () => {
    const a = new Map([['1:0', { client: 1, clock: 0 }]])
    const b = new Map([['1:9', { client: 1, clock: 9 }]])
    expect(mergeDirty(null, a)).toBe(a)
    expect(mergeDirty(a, 'all')).toBe('all')
    expect(mergeDirty('all', a)).toBe('all')
    expect([...(mergeDirty(a, b) as Map<string, unknown>).keys()]).toEqual(['1:0', '1:9'])
  })

  it('a block can be read alone when nothing is joined or restored and it has a marker', () => {
    const simple = (lines: readonly string[]) => renderBlocks(flatText(lines)).map(isSimple)
    expect(simple(['a|1', 'b join=a|2', 'c|3', 'd gone|4'])).toEqual([false, true, false])
    expect(simple(['|x'])).toEqual([false])
  })
})

describe('redrawing', () => {
  function redrawn(before: readonly string[], after: readonly string[]): { same: boolean; steps: number } {
    const doc = docOf(schema, renderBlocks(flatText(before)))
    const { tr } = EditorState.create({ doc })
    const blocks = renderBlocks(flatText(after))
    redraw(tr, schema, blocks)
    return { same: tr.doc.eq(docOf(schema, blocks)), steps: tr.steps.length }
  }

  it.each<[string, string[], string[]]>([
    ['one word', ['a|One', 'b|Two'], ['a|One', 'b|Twoo']],
    ['two lines apart', ['a|1', 'b|2', 'c|3'], ['a|1x', 'b|2', 'c|3x']],
    ['a repeated letter', ['a|oo'], ['a|ooo']],
    ['a repeated letter gone', ['a|ooo'], ['a|oo']],
    ['an attribute', ['a|One'], ['a lang=fr|One']],
    ['a new line', ['a|1', 'b|2'], ['a|1', 'n|x', 'b|2']],
    ['a line gone', ['a|1', 'n|x', 'b|2'], ['a|1', 'b|2']],
    ['a format', ['a|One two'], ['a|One *two*']],
    ['an atom', ['a|One two'], ['a|One{break} two']],
    ['lines in another order', ['a|1', 'b|2', 'c|3'], ['c|3', 'a|1', 'b|2']],
    ['two lines of one id', ['a|1', 'a|2'], ['a|1x', 'a|2', 'a|3']],
    ['everything', ['a|1', 'b|2'], ['c|3']],
  ])('%s: what is asked for is shown', (_title, before, after) => {
    expect(redrawn(before, after).same).toBe(true)
  })

  it('nothing where nothing differs', () => {
    expect(redrawn(['a lang=fr|One', 'b|Two'], ['a lang=fr|One', 'b|Two']).steps).toBe(0)
  })

  it('[TX9] a word in a line whose attributes are the same is one step', () => {
    expect(redrawn(['a lang=fr|One', 'b|Two'], ['a lang=fr|One!', 'b|Two']).steps).toBe(1)
  })

  it('one line touches only the stretch that differs', () => {
    const doc = docOf(schema, renderBlocks(flatText(['a|One two three'])))
    const [block] = renderBlocks(flatText(['a|One TWO three']))
    const { tr } = EditorState.create({ doc })
    redrawLine(tr, 0, doc.child(0), nodeOf(schema, block as never))
    tr.steps[0]?.getMap().forEach((from, to) => {
      expect([from, to]).toEqual([5, 8])
    })
    expect(tr.doc.textContent).toBe('One TWO three')
  })

  it('lines say the same when id, attributes and text do', () => {
    const node = (line: string) => nodeOf(schema, renderBlocks(flatText([line]))[0] as never)
    expect(sameLine(node('a lang=fr|x'), node('a lang=fr|x'))).toBe(true)
    for (const other of ['b lang=fr|x', 'a|x', 'a lang=fr|y', 'a lang=fr|*x*'])
      expect(sameLine(node('a lang=fr|x'), node(other))).toBe(false)
  })
})

describe('[TX8] mending', () => {
  it('pasted lines get ids of their own, also when they carry one that is taken', () => {
    const { room, ann } = alone(['a|One', 'b|Two'])
    const slice = ann.select('One', 'Two').state.selection.content()
    ann.caret('Two').paste(slice)
    const ids = room.exchange().map((line) => line.split('|')[0])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.slice(0, 2)).toEqual(['a', 'b'])
  })

  it('a duplicate made by two people is left alone by who edits elsewhere', () => {
    const { room, ann } = alone(['a|One', 'a|Two', 'b|x'])
    ann.caret('x').type('!')
    expect(room.exchange()).toEqual(['a|One', 'a|Two', 'b|x!'])
    expect(shown(ann.text)).toEqual(['a|One', 'a|Two', 'b|x!'])
  })
})
