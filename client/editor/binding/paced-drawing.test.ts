import { TextSelection } from '@tiptap/pm/state'
import type { Decoration, DecorationSet } from '@tiptap/pm/view'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { indexOf, showBlocks, shown } from '../../../shared/text/testing/flat-text.ts'
import { type Sight, UNSEEN_MS } from './binding-plugin.ts'
import type { RemoteCaret } from './caret-plugin.ts'
import { openView } from './testing/open-view.ts'

const PACE_MS = 100

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** A view in which others' words were drawn just now: what comes next waits for its turn. */
function openPaced(...given: [lines: readonly string[], source?: Parameters<typeof openView>[1]]) {
  const opened = openView(given[0], given[1], PACE_MS)
  opened.remote((other) => other.insert(indexOf(other, 'ne'), 'x'))
  expect(opened.view.state.doc.textContent).toBe('OxneTwo')
  return opened
}

/** A view of two lines, all drawn just now, in which only the lines that are said are in sight. */
function openPartly(seen: Set<string>, source?: Parameters<typeof openView>[1]) {
  const listeners = new Set<() => void>()
  const sight: Sight = {
    isSeen: (line) => seen.has(String(line.attrs['id'])),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const opened = openView(['a|One', 'b|Two'], source, PACE_MS, sight)
  const write = (before: string, letters: string): void => {
    opened.remote((other) => other.insert(indexOf(other, before), letters))
  }
  write('ne', 'x')
  expect(opened.view.state.doc.textContent).toBe('OxneTwo')
  const see = (...lines: string[]): void => {
    for (const line of lines) seen.add(line)
    for (const listener of listeners) listener()
  }
  const isWhole = (): boolean => {
    return JSON.stringify(showBlocks(opened.binding.blocks)) === JSON.stringify(shown(opened.text))
  }
  return { ...opened, write, see, isWhole }
}

/** Changes the first line as a whole. */
function makeLesson(text: Y.Text): void {
  const marker = text.toDelta()[0]?.insert as Y.Map<unknown>
  marker.set('kind', 'lesson')
}

function press(dom: EventTarget, key: string, ctrlKey = false): void {
  dom.dispatchEvent(Object.assign(new Event('keydown'), { key, ctrlKey, metaKey: false, altKey: false }))
}

/** The character that stands before `ne`. */
function lastOf(text: Y.Text): { client: number; clock: number } {
  const point = Y.createRelativePositionFromTypeIndex(text, indexOf(text, 'ne'), -1).item
  if (point === null) throw new Error('Nothing stands there.')
  return point
}

describe('where others’ words have a pace', () => {
  it('the first are shown at once, and those that follow are drawn together', () => {
    const { view, remote } = openPaced(['a|One', 'b|Two'])
    const dispatch = vi.spyOn(view, 'dispatch')
    for (const letter of 'abc') remote((other) => other.insert(indexOf(other, 'ne'), letter))
    expect(view.state.doc.textContent).toBe('OxneTwo')
    vi.advanceTimersByTime(PACE_MS)
    expect(view.state.doc.textContent).toBe('OxabcneTwo')
    expect(dispatch).toHaveBeenCalledTimes(1)
  })

  it('a letter is written and shown before them, in their very line too; undo takes it alone', () => {
    const { text, binding, undo, view, remote } = openPaced(['a|One', 'b|Two'])
    remote((other) => other.insert(indexOf(other, 'ne'), 'y'))
    view.dispatch(view.state.tr.insertText('!', 5))
    expect(view.state.doc.textContent).toBe('Oxne!Two')
    expect(shown(text)).toEqual(['a|Oxyne!', 'b|Two'])
    vi.advanceTimersByTime(PACE_MS)
    expect(view.state.doc.textContent).toBe('Oxyne!Two')
    expect(view.state.doc).toBe(binding.doc)
    expect(showBlocks(binding.blocks)).toEqual(shown(text))
    undo.undo()
    expect(view.state.doc.textContent).toBe('OxyneTwo')
  })

  it('a key that does more than add a letter finds them shown', () => {
    for (const [key, ctrlKey] of [
      ['Enter', false],
      ['Backspace', false],
      ['ArrowLeft', false],
      ['z', true],
    ] as const) {
      const { view, remote, dom } = openPaced(['a|One', 'b|Two'])
      remote((other) => other.insert(indexOf(other, 'ne'), 'y'))
      press(dom, 'k')
      expect(view.state.doc.textContent).toBe('OxneTwo')
      press(dom, key, ctrlKey)
      expect(view.state.doc.textContent, key).toBe('OxyneTwo')
    }
    const { view, remote, dom } = openPaced(['a|One', 'b|Two'])
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 1, 3)))
    remote((other) => other.insert(indexOf(other, 'ne'), 'y'))
    press(dom, 'k')
    expect(view.state.doc.textContent, 'over a selection').toBe('OxyneTwo')
  })

  it('lines that come, go or change as a whole are shown at once, with all that waited', () => {
    const { view, remote } = openPaced(['a|One', 'b|Two'])
    remote((other) => other.insert(indexOf(other, 'ne'), 'y'))
    expect(view.state.doc.textContent).toBe('OxneTwo')
    remote(makeLesson)
    expect(view.state.doc.textContent).toBe('OxyneTwo')
    expect(view.state.doc.child(0).attrs.attributes).toMatchObject({ kind: 'lesson' })
  })

  it('what the reader takes back or the page writes is shown at once', () => {
    const { text, undo, view, remote } = openPaced(['a|One', 'b|Two'])
    view.dispatch(view.state.tr.insertText('!', 5))
    remote((other) => other.insert(indexOf(other, 'ne'), 'y'))
    undo.undo()
    expect(view.state.doc.textContent).toBe('OxyneTwo')
    text.doc?.transact(() => text.insert(indexOf(text, 'wo'), 'v'))
    expect(view.state.doc.textContent).toBe('OxyneTvwo')
  })

  it('[TX13] a turn that comes during a composition in their line waits for its end', () => {
    const { view, remote, dom } = openPaced(['a|One', 'b|Two'])
    remote((other) => other.insert(indexOf(other, 'ne'), 'y'))
    dom.dispatchEvent(new Event('compositionstart'))
    view.composing = true
    vi.advanceTimersByTime(10 * PACE_MS)
    expect(view.state.doc.textContent).toBe('OxneTwo')
    dom.dispatchEvent(new Event('compositionend'))
    view.composing = false
    vi.runAllTimers()
    expect(view.state.doc.textContent).toBe('OxyneTwo')
  })

  it('[TX15] a caret amid words that wait stands there once they are shown', () => {
    const carets: RemoteCaret[] = []
    const { text, binding, view, remote } = openPaced(['a|One', 'b|Two'], {
      carets: () => carets,
      subscribe: () => () => {},
    })
    remote((other) => other.insert(indexOf(other, 'ne'), 'abc'))
    const [, plugin] = view.state.plugins
    const places = (): number[] => {
      const set = plugin?.props.decorations?.call(plugin as never, view.state)
      return (set as DecorationSet).find().map((each: Decoration) => each.from)
    }
    const { client, clock } = lastOf(text)
    const amid = { client, clock: clock - 1 }
    carets.push({ key: 'k', name: 'Ben', colour: '#123456', anchor: amid, head: amid })
    expect(binding.isBehind).toBe(true)
    view.dispatch(view.state.tr.setMeta('flatTextCarets', true))
    expect(view.state.doc.textContent).toBe('OxabcneTwo')
    expect(places()).toEqual([5])
  })

  it('[TX15] words that wait and carets that have moved are drawn in one go', () => {
    let carets: readonly RemoteCaret[] = []
    let refresh = (): void => {}
    const { text, binding, view, remote } = openPaced(['a|One', 'b|Two'], {
      carets: () => carets,
      subscribe: (listener) => {
        refresh = listener
        return () => {}
      },
    })
    remote((other) => other.insert(indexOf(other, 'ne'), 'abc'))
    const point = lastOf(text)
    carets = [{ key: 'k', name: 'Ben', colour: '#123456', anchor: point, head: point }]
    const dispatch = vi.spyOn(view, 'dispatch')
    refresh()
    expect(dispatch).toHaveBeenCalledTimes(1)
    expect(view.state.doc.textContent).toBe('OxabcneTwo')
    const [, plugin] = view.state.plugins
    const set = plugin?.props.decorations?.call(plugin as never, view.state) as DecorationSet
    expect(set.find().map(({ from }) => from)).toEqual([6])
    expect(binding.isBehind).toBe(false)
    vi.advanceTimersByTime(PACE_MS)
    expect(dispatch).toHaveBeenCalledTimes(1)
  })

  it('nothing is drawn in its turn once the view is gone', () => {
    const { view, remote, close } = openPaced(['a|One', 'b|Two'])
    remote((other) => other.insert(indexOf(other, 'ne'), 'y'))
    close()
    vi.runAllTimers()
    expect(view.state.doc.textContent).toBe('OxneTwo')
  })
})

describe('where only some lines are in sight', () => {
  it('those have the pace; what others write in the rest is drawn together, about once a second', () => {
    const { view, write, isWhole } = openPartly(new Set(['a']))
    const dispatch = vi.spyOn(view, 'dispatch')
    write('wo', 'y')
    write('ne', 'y')
    vi.advanceTimersByTime(PACE_MS)
    expect(view.state.doc.textContent).toBe('OxyneTwo')
    for (const letter of 'abc') {
      write('wo', letter)
      vi.advanceTimersByTime(PACE_MS)
    }
    expect(dispatch).toHaveBeenCalledTimes(1)
    expect(isWhole()).toBe(false)
    vi.advanceTimersByTime(UNSEEN_MS)
    expect(view.state.doc.textContent).toBe('OxyneTyabcwo')
    expect(dispatch).toHaveBeenCalledTimes(2)
    expect(isWhole()).toBe(true)
  })

  it('a line that comes into sight has all its words at once', () => {
    const { view, write, see } = openPartly(new Set())
    write('wo', 'y')
    vi.advanceTimersByTime(PACE_MS)
    expect(view.state.doc.textContent).toBe('OxneTwo')
    see('b')
    expect(view.state.doc.textContent).toBe('OxneTywo')
  })

  it('a letter does not wait for them; whatever else a key does finds them shown', () => {
    const { view, dom, write, binding, isWhole } = openPartly(new Set(['a']))
    write('wo', 'y')
    view.dispatch(view.state.tr.insertText('!', 5))
    expect(view.state.doc.textContent).toBe('Oxne!Two')
    vi.advanceTimersByTime(PACE_MS)
    expect(view.state.doc.textContent).toBe('Oxne!Two')
    press(dom, 'Enter')
    expect(view.state.doc.textContent).toBe('Oxne!Tywo')
    expect(view.state.doc).toBe(binding.doc)
    expect(isWhole()).toBe(true)
  })

  it('lines that come, go or change as a whole bring all with them', () => {
    const { view, write, remote } = openPartly(new Set(['a']))
    write('wo', 'y')
    remote(makeLesson)
    expect(view.state.doc.textContent).toBe('OxneTywo')
    expect(view.state.doc.child(0).attrs.attributes).toMatchObject({ kind: 'lesson' })
  })

  it('[TX15] carets are drawn in sight alone, where their words are', () => {
    let carets: readonly RemoteCaret[] = []
    let tell = (): void => {}
    const { text, view, write, see } = openPartly(new Set(['a']), {
      carets: () => carets,
      subscribe: (listener) => {
        tell = listener
        return () => {}
      },
    })
    const [, plugin] = view.state.plugins
    const places = (): number[] => {
      const set = plugin?.props.decorations?.call(plugin as never, view.state) as DecorationSet
      return set.find().map(({ from }) => from)
    }
    write('wo', 'abc')
    const point = Y.createRelativePositionFromTypeIndex(text, indexOf(text, 'wo'), -1).item
    if (point === null) throw new Error('Nothing stands there.')
    carets = [{ key: 'k', name: 'Ben', colour: '#123456', anchor: point, head: point }]
    const dispatch = vi.spyOn(view, 'dispatch')
    tell()
    expect(dispatch).not.toHaveBeenCalled()
    expect(places()).toEqual([])
    see('b')
    expect(view.state.doc.textContent).toBe('OxneTabcwo')
    expect(places()).toEqual([11])
  })
})
