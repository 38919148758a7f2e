import { useMemo, useSyncExternalStore } from 'react'
import { lengthUpTo } from './comment-passage.ts'
import { useDraft } from './draft-context.ts'

/** A place in the text of an item: where the caret stands, or where somebody clicked who may only read. */
export interface TextPlace {
  readonly item: string
  /** Which of its lines. */
  readonly line: number
  readonly offset: number
}

/** Longer than the pause between two keys. */
const REST_MS = 200

/**
 * Knows the last place in the draft's text, with an editor and without: it stays when the focus goes to the item or to
 * the panel. What is about it is read off the page, so it is one for all.
 */
class SentencePlaces {
  readonly #listeners = new Set<() => void>()
  #caret: { readonly node: Node; readonly offset: number } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #place: TextPlace | null = null
  #asked: TextPlace | null = null

  readonly place = (): TextPlace | null => this.#place

  /** The place about which somebody asked; null: nobody does now. */
  readonly asked = (): TextPlace | null => this.#asked

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) document.addEventListener('selectionchange', this.#handle)
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) document.removeEventListener('selectionchange', this.#handle)
    }
  }

  /** Asks about the last place, if it is in this item. */
  ask(item: string): boolean {
    // Where nobody has listened yet, the caret is where it was.
    this.#look()
    this.#find()
    if (this.#place?.item !== item) return false
    this.#set(this.#place, this.#place)
    return true
  }

  close(): void {
    this.#set(this.#place, null)
  }

  /** Counting characters takes longer than a key: not at every one. */
  readonly #handle = (): void => {
    if (!this.#look()) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#find(), REST_MS)
  }

  /** Looks whether the caret stands in an item's text. */
  #look(): boolean {
    const selection = document.getSelection()
    if (selection?.focusNode == null || itemAround(selection.focusNode) === null) return false
    this.#caret = { node: selection.focusNode, offset: selection.focusOffset }
    return true
  }

  #find(): void {
    clearTimeout(this.#timer)
    const caret = this.#caret
    this.#caret = null
    if (caret === null || !caret.node.isConnected) return
    const place = placeOf(caret.node, caret.offset)
    if (place !== null && !isSame(place, this.#place)) this.#set(place, this.#asked)
  }

  #set(place: TextPlace | null, asked: TextPlace | null): void {
    this.#place = place
    this.#asked = asked
    for (const listener of [...this.#listeners]) listener()
  }
}

export const sentencePlaces = new SentencePlaces()

/** Gives the ways to ask where a sentence comes from. */
export function useSentences(): { show(item: string): void } {
  const { acts } = useDraft()
  return useMemo(
    () => ({
      show: (item) => {
        if (!sentencePlaces.ask(item)) acts.openPanel(item)
      },
    }),
    [acts],
  )
}

/** Gives the last place in an item's text; null: it is in another, or there was none. */
export function useTextPlace(item: string): TextPlace | null {
  const place = useSyncExternalStore(sentencePlaces.subscribe, sentencePlaces.place)
  return place?.item === item ? place : null
}

/** Gives the item that the caret stands in; null: it is in none. */
export function itemAtCaret(): string | null {
  const node = document.getSelection()?.focusNode ?? null
  return node === null ? null : itemAround(node)
}

function lineAround(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest('.draft-text [data-line]') ?? null
}

function itemAround(node: Node): string | null {
  return lineAround(node)?.closest<HTMLElement>('article[data-item]')?.dataset['item'] ?? null
}

function placeOf(node: Node, offset: number): TextPlace | null {
  const line = lineAround(node)
  const item = itemAround(node)
  if (line === null || item === null) return null
  const lines = [...(line.closest('.draft-text')?.querySelectorAll('[data-line]') ?? [])]
  return { item, line: lines.indexOf(line), offset: lengthUpTo(line, node, offset) }
}

function isSame(one: TextPlace, other: TextPlace | null): boolean {
  return one.item === other?.item && one.line === other.line && one.offset === other.offset
}
