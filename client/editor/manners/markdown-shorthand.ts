import type { Transaction } from '@tiptap/pm/state'
import { type BlockChoice, setBlock } from './blocks.ts'

/** What the last characters of a line stand for in Markdown. Offsets are counted from the line's start. */
type Shorthand =
  /** The signs before the caret make the line a heading or part of a list. */
  | { readonly does: 'block'; readonly block: BlockChoice; readonly length: number }
  /** The words between two pairs of signs are set apart. */
  | {
      readonly does: 'mark'
      readonly mark: 'bold' | 'italic'
      readonly from: number
      readonly to: number
      readonly signs: number
    }
  | {
      readonly does: 'link'
      readonly from: number
      readonly to: number
      readonly words: number
      readonly href: string
    }

/** What a line can become, by the signs at its start. */
export type BlockSigns = Readonly<Record<string, BlockChoice>>

/** The signs of a list, in every text. */
export const LIST_SIGNS: BlockSigns = { '-': 'bullet', '*': 'bullet' }

// Nothing begins in the middle of a word, or before a space: "5 * 3 * 2", "5*3*2" and "a_b_c" are as they were typed.
const BOLD = /(?<![*\p{L}\p{N}])\*\*(?=[^\s*])[^*]*(?<=[^\s*])\*\*$/u
const ITALIC = /(?<![*\p{L}\p{N}])\*(?=[^\s*])[^*]*(?<=[^\s*])\*$/u
const ITALIC_TOO = /(?<![_\p{L}\p{N}])_(?=[^\s_])[^_]*(?<=[^\s_])_$/u
const LINK = /\[([^[\]]+)\]\(((?:https:\/\/|mailto:)[^\s()]+)\)$/i

/**
 * Reads what a character that is being typed completes; `before` is what stands between the line's start and it, `blocks`
 * what the line can become.
 */
export function readShorthand(before: string, typed: string, blocks: BlockSigns): Shorthand | null {
  const text = before + typed
  const to = text.length
  switch (typed) {
    case ' ': {
      // What is typed may be called as something that every object has.
      const block = Object.hasOwn(blocks, before) ? blocks[before] : undefined
      return block === undefined ? null : { does: 'block', block, length: to }
    }
    case '*': {
      const bold = BOLD.exec(text)
      if (bold !== null) return { does: 'mark', mark: 'bold', from: bold.index, to, signs: 2 }
      return italic(ITALIC.exec(text), to)
    }
    case '_':
      return italic(ITALIC_TOO.exec(text), to)
    case ')': {
      const link = LINK.exec(text)
      if (link === null) return null
      const [, words = '', href = ''] = link
      return { does: 'link', from: link.index, to, words: words.length, href }
    }
    default:
      return null
  }
}

/** Turns what was typed into what it stands for, in the line that starts at a place. */
export function carryOutShorthand(transaction: Transaction, start: number, shorthand: Shorthand): void {
  const { marks } = transaction.doc.type.schema
  if (shorthand.does === 'block') {
    const index = transaction.doc.resolve(start).index(0)
    transaction.delete(start, start + shorthand.length)
    setBlock(transaction, { from: index, to: index + 1 }, shorthand.block)
    return
  }
  const from = start + shorthand.from
  const to = start + shorthand.to
  const [name, head, words] =
    shorthand.does === 'link'
      ? ['link', 1, shorthand.words]
      : [shorthand.mark, shorthand.signs, to - from - 2 * shorthand.signs]
  const type = marks[name]
  if (type === undefined) return
  const value = shorthand.does === 'link' ? { value: JSON.stringify({ href: shorthand.href }) } : null
  // From behind, so that the places before stay what they are.
  transaction.delete(from + head + words, to)
  transaction.delete(from, from + head)
  transaction.addMark(from, from + words, type.create(value))
  // What is typed next is as it was before.
  transaction.removeStoredMark(type)
}

function italic(found: RegExpExecArray | null, to: number): Shorthand | null {
  return found === null ? null : { does: 'mark', mark: 'italic', from: found.index, to, signs: 1 }
}
