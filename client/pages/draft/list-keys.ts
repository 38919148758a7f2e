import type { KeyboardEvent } from 'react'
import { commandOf, type KeyPress } from '../../editor/notes/command-key.ts'
import { setBrackets } from './bracket-acts.ts'
import type { DraftActs } from './draft-context.ts'
import type { DraftDesk } from './draft-desk.ts'
import { neighbour } from './outline.ts'

interface ListKeys {
  readonly order: readonly string[]
  readonly desk: DraftDesk
  readonly acts: DraftActs
  readonly mayWrite: boolean
  /** Begins a thread; null: the reader may not. */
  readonly comment: ((item: string) => void) | null
  /** Goes to the next thread, or to the one before. */
  readonly toThread: (item: string, step: 1 | -1) => void
  /** Shows where the sentence at the caret's last place in an item comes from; else the whole item. */
  readonly sources: (item: string) => void
}

/**
 * Reads the keys of the draft (ui.md §7) while an item itself has the focus: never while somebody types, nor on a
 * button. `J K` and arrows go on, `Enter` shows the sources, `O` those of the sentence, `C` comments, `N` goes to the next thread, `E` puts the caret into the text.
 */
export function listKeyHandler({ order, desk, acts, mayWrite, comment, toThread, sources }: ListKeys) {
  return (event: KeyboardEvent): void => {
    const item = event.target instanceof HTMLElement ? event.target.dataset['item'] : undefined
    if (item === undefined || event.getModifierState('AltGraph')) return
    const act = mayWrite ? (writing(event, item, desk, acts) ?? reading(event, item)) : reading(event, item)
    if (act === null) return
    event.preventDefault()
    act()
  }

  function reading(event: KeyboardEvent, item: string): (() => void) | null {
    if (event.ctrlKey || event.metaKey || event.altKey) return null
    if (commandOf(event) === 'n') return () => toThread(item, event.shiftKey ? -1 : 1)
    if (event.shiftKey) return null
    const go = (step: 1 | -1) => () => {
      const next = neighbour(order, item, step)
      if (next !== null) acts.focusItem(next)
    }
    if (event.key === 'ArrowDown') return go(1)
    if (event.key === 'ArrowUp') return go(-1)
    if (event.key === 'Enter') return () => acts.openPanel(item)
    switch (commandOf(event)) {
      case 'j':
        return go(1)
      case 'k':
        return go(-1)
      case 'c':
        return comment === null ? null : () => comment(item)
      case 'o':
        return () => sources(item)
      default:
        return null
    }
  }
}

function writing(event: KeyboardEvent, item: string, desk: DraftDesk, acts: DraftActs): (() => void) | null {
  const isMod = event.ctrlKey || event.metaKey
  if (event.altKey) {
    if (isMod || event.shiftKey) return null
    if (event.key === 'ArrowUp') return () => acts.moveStep(item, -1)
    return event.key === 'ArrowDown' ? () => acts.moveStep(item, 1) : null
  }
  if (isMod) {
    if (event.key === 'Enter') return () => acts.newAfter(item)
    const letter = commandOf(withoutMod(event))
    if (letter === 'z') return () => desk.editors.undo(event.shiftKey ? 'redo' : 'undo')
    return letter === 'y' ? () => desk.editors.undo('redo') : null
  }
  if (event.shiftKey) return null
  const letter = commandOf(event)
  // All of the text where no words are selected in it.
  if (letter === 'b') return () => desk.manners.done(setBrackets(desk, item, true))
  return letter === 'e' ? () => desk.editors.enter(item, 'last') : null
}

/** The key alone: which letter it is does not depend on what is held down with it. */
export function withoutMod({ key, code, shiftKey }: Pick<KeyPress, 'key' | 'code' | 'shiftKey'>): KeyPress {
  return { key, code, shiftKey, ctrlKey: false, metaKey: false, altKey: false, getModifierState: () => false }
}
