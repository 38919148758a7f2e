import { Editor } from '@tiptap/core'
import type { Decoration, DecorationSet } from '@tiptap/pm/view'
import { describe, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import {
  flatText,
  fork,
  indexOf,
  showBlocks,
  shown,
  docOf as ydocOf,
} from '../../../shared/text/testing/flat-text.ts'
import { schemaExtensions } from '../schema/extensions.ts'
import type { CaretSource, RemoteCaret } from './caret-plugin.ts'
import { bindingOf, flatTextExtension } from './flat-text-extension.ts'
import { FlatUndo } from './flat-undo.ts'
import { openView } from './testing/open-view.ts'

describe('the plugin', () => {
  it('writes what is typed, once, and shows what others write', () => {
    const { text, binding, view, remote } = openView(['a|One'])
    let updates = 0
    ydocOf(text).on('update', () => {
      updates++
    })
    view.dispatch(view.state.tr.insertText('!', 4))
    expect(shown(text)).toEqual(['a|One!'])
    expect(updates).toBe(1)
    remote((other) => other.insert(indexOf(other, 'ne'), 'x'))
    expect(view.state.doc.textContent).toBe('Oxne!')
    expect(view.state.doc).toBe(binding.doc)
    expect(updates).toBe(2)
  })

  it('[TX12] serves undo, and lets it go when closed', () => {
    const { text, undo, view, close } = openView(['a|One'])
    view.dispatch(view.state.tr.insertText('!', 4))
    undo.undo()
    expect(shown(text)).toEqual(['a|One'])
    expect(view.state.doc.textContent).toBe('One')
    close()
    expect(undo.redo()).toEqual([])
  })

  it('a change of somebody else while an input method is at work in the line waits for its end', () => {
    const { text, view, remote, dom } = openView(['a|One', 'b|Two'])
    vi.useFakeTimers()
    dom.dispatchEvent(new Event('compositionstart'))
    view.composing = true
    remote((other) => other.insert(indexOf(other, 'ne'), 'x'))
    expect(view.state.doc.textContent).toBe('OneTwo')
    view.dispatch(view.state.tr.insertText('!', 4))
    expect(shown(text)).toEqual(['a|Oxne!', 'b|Two'])
    dom.dispatchEvent(new Event('compositionend'))
    view.composing = false
    // The editor has yet to read what the composition left: nothing may be shifted under it.
    remote((other) => other.insert(indexOf(other, 'ne'), 'y'))
    expect(view.state.doc.textContent).toBe('One!Two')
    vi.runAllTimers()
    expect(view.state.doc.textContent).toBe('Oxyne!Two')
    vi.useRealTimers()
  })

  it('a change in another line is shown during a composition', () => {
    const { view, remote } = openView(['a|One', 'b|Two'])
    view.composing = true
    remote((other) => other.insert(indexOf(other, 'wo'), 'x'))
    expect(view.state.doc.textContent).toBe('OneTxwo')
  })

  it('[TX13] holds no block for a reader who has put no caret anywhere', () => {
    for (const focuses of [false, true]) {
      const { binding, remote, dom } = openView(['a|One', 'b|Two'])
      if (focuses) dom.dispatchEvent(new Event('focus'))
      remote((other) => {
        const marker = other.toDelta()[0]?.insert as Y.Map<unknown>
        marker.set('gone', true)
        other.delete(1, 3)
      })
      expect(showBlocks(binding.blocks)).toEqual(focuses ? ['a held|', 'b|Two'] : ['b|Two'])
    }
  })

  it('a view that is gone is not drawn on', () => {
    const { view, remote } = openView(['a|One'])
    view.isDestroyed = true
    remote((other) => other.insert(1, 'x'))
    expect(view.state.doc.textContent).toBe('One')
  })
})

describe('[TX15] carets of others', () => {
  it('are drawn where their point stands, and follow the text', () => {
    let carets: readonly RemoteCaret[] = []
    let refresh = (): void => {}
    const source: CaretSource = {
      carets: () => carets,
      subscribe: (listener) => {
        refresh = listener
        return () => {}
      },
    }
    const { binding, view, remote } = openView(['a|One two'], source)
    const point = binding.pointOf(view.state.doc, 4)
    carets = [{ key: 'k', name: 'Ben', colour: '#123456', anchor: point, head: point }]
    refresh()
    const places = (): number[] => {
      const set = view.state.plugins[1]?.props.decorations?.call(view.state.plugins[1] as never, view.state)
      return (set as DecorationSet).find().map((each: Decoration) => each.from)
    }
    expect(places()).toEqual([4])
    remote((other) => other.insert(1, '>> '))
    refresh()
    expect(places()).toEqual([7])
    carets = [{ ...(carets[0] as RemoteCaret), anchor: binding.pointOf(view.state.doc, 4) }]
    refresh()
    expect(places().sort()).toEqual([4, 7])
  })

  it('draw no older selection over one that somebody who only reads has just made', () => {
    let move = (): void => {}
    const { view, page, close } = openView(['a|Netherlands'], {
      carets: () => [],
      subscribe: (listener) => {
        move = listener
        return () => {}
      },
    })
    const node = {} as Node
    page.selection = { anchorNode: node, anchorOffset: 1, focusNode: node, focusOffset: 7 }
    move()
    expect([view.state.selection.from, view.state.selection.to]).toEqual([1, 7])
    close()
  })

  it('that point at words still on their way stay where they were until the words are here', () => {
    let carets: readonly RemoteCaret[] = []
    let refresh = (): void => {}
    const source: CaretSource = {
      carets: () => carets,
      subscribe: (listener) => {
        refresh = listener
        return () => {}
      },
    }
    const { binding, view, remote } = openView(['a|One', 'b|Two'], source)
    const places = (): number[] => {
      const set = view.state.plugins[1]?.props.decorations?.call(view.state.plugins[1] as never, view.state)
      return (set as DecorationSet).find().map((each: Decoration) => each.from)
    }
    const last = { client: 12, clock: 0 }
    carets = [{ key: 'k', name: 'Ben', colour: '#123456', anchor: last, head: last }]
    refresh()
    expect(places()).toEqual([])
    const known = binding.pointOf(view.state.doc, 7)
    carets = [{ ...(carets[0] as RemoteCaret), anchor: known, head: known }]
    refresh()
    expect(places()).toEqual([7])
    carets = [{ ...(carets[0] as RemoteCaret), anchor: last, head: last }]
    refresh()
    expect(places()).toEqual([7])
    remote((other) => other.insert(2, 'x'))
    expect(places()).toEqual([3])
  })
})

describe('the extension', () => {
  it('gives an editor the text’s own lines, its keys and its plugins', () => {
    const text = fork(flatText(['a|One', 'b|Two']), 11)
    const undo = new FlatUndo(ydocOf(text), 0)
    const source: CaretSource = { carets: () => [], subscribe: () => () => {} }
    const flat = flatTextExtension({ text, undo, newId: () => 'n', carets: source })
    const editor = new Editor({ element: null, extensions: [...schemaExtensions(), flat], injectCSS: false })
    expect(editor.state.doc).toBe(bindingOf(editor).doc)
    expect(editor.state.doc.childCount).toBe(2)
    const keys = flat.config.addKeyboardShortcuts?.call({ editor } as never) ?? {}
    expect(Object.keys(keys)).toEqual(
      expect.arrayContaining(['Enter', 'Backspace', 'Delete', 'Mod-z', 'Shift-Mod-z', 'Mod-y']),
    )
    expect(flat.config.addProseMirrorPlugins?.call({ editor } as never)).toHaveLength(3)
  })

  it('an editor without it has no binding', () => {
    const content = { type: 'doc', content: [{ type: 'line' }] }
    const editor = new Editor({ element: null, extensions: schemaExtensions(), content, injectCSS: false })
    expect(() => bindingOf(editor)).toThrow('bound to no flat text')
  })
})
