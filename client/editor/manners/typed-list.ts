import { type EditorState, Plugin, type PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { REMOTE } from '../binding/binding-plugin.ts'
import { LINE_NODE } from '../binding/block-node.ts'

/** A sign in the text that is being followed by what is looked for. All of it stands in the text all the while. */
export interface TypedList {
  /** Where the sign stands. */
  readonly from: number
  readonly words: string
  readonly active: number
}

/** What a list is opened by, and what it offers. */
interface ListRules<Item> {
  readonly key: PluginKey<TypedList | null>
  readonly sign: '@' | '/' | '#'
  /** Whether a sign asks for the list after these characters of its line; an atom is U+FFFC. */
  readonly opensAfter: (before: string) => boolean
  /** What is looked for has no more words; after them the sentence goes on. */
  readonly mostWords: number
  readonly items: (words: string) => readonly Item[]
  readonly pick: (view: EditorView, item: Item) => void
  readonly mayWrite: () => boolean
  /** Whether a change is a command's own, and no typing. */
  readonly isCommand?: (transaction: Transaction) => boolean
}

/** What a transaction asks of the list: another item, or to go. */
type Ask = { readonly active: number } | 'close'

/**
 * Offers a list for a sign that is typed. It only reads the text, whatever wrote it: keys, a virtual keyboard or an input
 * method, which is never broken off.
 */
export function typedListPlugin<Item>(rules: ListRules<Item>): Plugin<TypedList | null> {
  const { key, items, mayWrite } = rules
  return new Plugin<TypedList | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, before) => follow(transaction, before, rules),
    },
    props: {
      handleKeyDown: (view, event) => {
        const now = listOf(view.state, key)
        if (now === null || view.composing || event.isComposing || event.key === 'Process') return false
        if (event.ctrlKey || event.metaKey || event.altKey || !mayWrite()) return false
        return act(view, event.key, now, items(now.words), rules)
      },
    },
  })
}

/** Gives what is being looked for in an editor now; null: nothing. */
export function listOf(state: EditorState, key: PluginKey<TypedList | null>): TypedList | null {
  return key.getState(state) ?? null
}

/** Has a transaction close the list. */
export function closeList(transaction: Transaction, key: PluginKey<TypedList | null>): Transaction {
  return transaction.setMeta(key, 'close' satisfies Ask)
}

function act<Item>(
  view: EditorView,
  pressed: string,
  { active }: TypedList,
  items: readonly Item[],
  { key, pick }: ListRules<Item>,
): boolean {
  const item = items[Math.min(active, items.length - 1)]
  if (item === undefined) return false
  const ask = (what: Ask): true => {
    view.dispatch(view.state.tr.setMeta(key, what))
    return true
  }
  switch (pressed) {
    case 'ArrowDown':
      return ask({ active: (active + 1) % items.length })
    case 'ArrowUp':
      return ask({ active: (active + items.length - 1) % items.length })
    case 'Escape':
      return ask('close')
    case 'Enter':
    case 'Tab':
      pick(view, item)
      return true
    default:
      return false
  }
}

function follow<Item>(
  transaction: Transaction,
  before: TypedList | null,
  rules: ListRules<Item>,
): TypedList | null {
  const ask = transaction.getMeta(rules.key) as Ask | undefined
  if (ask === 'close') return null
  if (before === null) return opened(transaction, rules)
  if (ask !== undefined) return { ...before, active: ask.active }
  if (!transaction.docChanged && !transaction.selectionSet) return before
  const from = transaction.mapping.map(before.from, 1)
  const words = wordsFrom(transaction, from, rules)
  if (words === null) return null
  if (from === before.from && words === before.words) return before
  return { from, words, active: words === before.words ? before.active : 0 }
}

/** Only a sign that was written just now, by this reader and at the caret, opens a list. */
function opened<Item>(transaction: Transaction, rules: ListRules<Item>): TypedList | null {
  const isOwn = transaction.getMeta(REMOTE) !== true && rules.isCommand?.(transaction) !== true
  const { head, $head } = transaction.selection
  if (!transaction.docChanged || !isOwn || head < 2 || $head.parent.type.name !== LINE_NODE) return null
  let written = -1
  for (const map of transaction.mapping.maps)
    map.forEach((_fromA, _toA, fromB, toB) => {
      written = toB === head ? toB - fromB : -1
    })
  const words = written === 1 ? wordsFrom(transaction, head - 1, rules) : null
  if (words !== '') return null
  const before = $head.parent.textBetween(0, $head.parentOffset - 1, '', '\uFFFC')
  return rules.opensAfter(before) ? { from: head - 1, words: '', active: 0 } : null
}

/** Reads what stands between the sign at a place and the caret; null: nothing is looked for any more. */
function wordsFrom<Item>(
  { doc, selection }: Transaction,
  from: number,
  { sign, mostWords }: ListRules<Item>,
): string | null {
  const { $head, head, empty } = selection
  if (!empty || head <= from || $head.parent.type.name !== LINE_NODE || from < $head.start()) return null
  const text = doc.textBetween(from, head, '\n', '\uFFFC')
  const words = text.slice(1)
  if (text[0] !== sign || words.startsWith(' ') || /[\n\uFFFC]/.test(words) || words.includes(sign))
    return null
  return words.split(' ').length > mostWords ? null : words
}
