import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { REMOTE } from '../binding/binding-plugin.ts'
import { ATOM_NODE, LINE_NODE } from '../binding/block-node.ts'
import { focusEditor } from '../binding/caret-trust.ts'
import { type CaptureOptions, captureKey } from './capture-options.ts'

/** Somebody who can be mentioned, as the list shows them. */
export interface MentionItem {
  readonly of: 'member' | 'mechanism'
  readonly id: string
  /** What stands in the text. */
  readonly label: string
  readonly name: string
  readonly detail: string
}

/** An `@` inside a line that is being followed by a name. The words stand in the text all the while. */
export interface Mentioning {
  /** Where the `@` stands. */
  readonly from: number
  readonly words: string
  readonly active: number
}

export type FindMentions = (words: string) => readonly MentionItem[]

/** What a transaction asks of the list: another item, or to go. */
type Ask = { readonly active: number } | 'close'

const mentionKey = new PluginKey<Mentioning | null>('notesMention')

/** A name has no more words; after them the sentence goes on. */
const MOST_WORDS = 4

/** Gives what is being mentioned in an editor now; null: nobody. */
export function mentionOf(state: EditorState): Mentioning | null {
  return mentionKey.getState(state) ?? null
}

/**
 * Offers people and mechanisms for an `@` inside a line. It only reads the text, whatever wrote it: keys, a virtual
 * keyboard or an input method, which is never broken off.
 */
export function mentionPlugin(capture: CaptureOptions, find: () => FindMentions): Plugin<Mentioning | null> {
  return new Plugin<Mentioning | null>({
    key: mentionKey,
    state: {
      init: () => null,
      apply: (transaction, before) => follow(transaction, before),
    },
    props: {
      handleKeyDown: (view, event) => {
        const now = mentionOf(view.state)
        if (now === null || view.composing || event.isComposing || event.key === 'Process') return false
        if (event.ctrlKey || event.metaKey || event.altKey || !capture.mayWrite()) return false
        return act(view, event.key, now, find()(now.words), capture)
      },
    },
  })
}

/** Puts a mention where its `@` and first letters stand. Undo gives these back. */
export function pickMention(view: EditorView, item: MentionItem, { undo, tell }: CaptureOptions): void {
  const now = mentionOf(view.state)
  const type = view.state.schema.nodes[ATOM_NODE]
  if (now === null || type === undefined) return
  const { head, $head } = view.state.selection
  const { of, id, label } = item
  const atom = type.create({ atom: { t: 'mention', of, id, label } }, null, $head.marks())
  const { tr, schema } = view.state
  undo.stopCapturing()
  tr.replaceWith(now.from, head, atom)
  const after = tr.selection.$head.nodeAfter?.text ?? ''
  if (!/^[\s\p{P}]/u.test(after)) tr.insert(now.from + 1, schema.text(' '))
  view.dispatch(tr.setMeta(mentionKey, 'close' satisfies Ask).scrollIntoView())
  undo.stopCapturing()
  tell({ did: 'mention', label })
  focusEditor(view)
}

function act(
  view: EditorView,
  key: string,
  { active }: Mentioning,
  items: readonly MentionItem[],
  capture: CaptureOptions,
): boolean {
  const item = items[Math.min(active, items.length - 1)]
  if (item === undefined) return false
  const ask = (what: Ask): true => {
    view.dispatch(view.state.tr.setMeta(mentionKey, what))
    return true
  }
  switch (key) {
    case 'ArrowDown':
      return ask({ active: (active + 1) % items.length })
    case 'ArrowUp':
      return ask({ active: (active + items.length - 1) % items.length })
    case 'Escape':
      return ask('close')
    case 'Enter':
    case 'Tab':
      pickMention(view, item, capture)
      return true
    default:
      return false
  }
}

function follow(transaction: Transaction, before: Mentioning | null): Mentioning | null {
  const ask = transaction.getMeta(mentionKey) as Ask | undefined
  if (ask === 'close') return null
  if (before === null) return opened(transaction)
  if (ask !== undefined) return { ...before, active: ask.active }
  if (!transaction.docChanged && !transaction.selectionSet) return before
  const from = transaction.mapping.map(before.from, 1)
  const words = wordsFrom(transaction, from)
  if (words === null) return null
  if (from === before.from && words === before.words) return before
  return { from, words, active: words === before.words ? before.active : 0 }
}

/** Only an `@` that was written just now, by this reader and at the caret, opens a list. */
function opened(transaction: Transaction): Mentioning | null {
  const isOwn = transaction.getMeta(REMOTE) !== true && transaction.getMeta(captureKey) === undefined
  const { head, $head } = transaction.selection
  if (!transaction.docChanged || !isOwn || head < 2 || $head.parent.type.name !== LINE_NODE) return null
  let written = -1
  for (const map of transaction.mapping.maps)
    map.forEach((_fromA, _toA, fromB, toB) => {
      written = toB === head ? toB - fromB : -1
    })
  const words = written === 1 ? wordsFrom(transaction, head - 1) : null
  if (words !== '') return null
  // In the middle of a word it is an address of e-mail or a handle.
  const letter = $head.parent.textBetween(0, $head.parentOffset - 1, '', '\uFFFC').at(-1) ?? ''
  return /[\p{L}\p{N}]/u.test(letter) ? null : { from: head - 1, words: '', active: 0 }
}

/** Reads what stands between the `@` at a place and the caret; null: nobody is being mentioned any more. */
function wordsFrom({ doc, selection }: Transaction, from: number): string | null {
  const { $head, head, empty } = selection
  if (!empty || head <= from || $head.parent.type.name !== LINE_NODE || from < $head.start()) return null
  const text = doc.textBetween(from, head, '\n', '\uFFFC')
  const words = text.slice(1)
  if (text[0] !== '@' || words.startsWith(' ') || /[\n\uFFFC@]/.test(words)) return null
  return words.split(' ').length > MOST_WORDS ? null : words
}
