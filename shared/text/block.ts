import type { Atom } from './atom.ts'

/** Names one character or embed for ever: the client that made it and that client's clock (Yjs `ID`). */
export interface CharId {
  readonly client: number
  readonly clock: number
}

/** Formatting in force on a piece of text. Values are primitives; a link is a JSON string (TX10). */
export type Formats = Readonly<Record<string, FormatValue>>
export type FormatValue = string | number | boolean

/** What a marker says of its block, without `id`, `v`, `gone` and `join`. Unknown keys are kept (TX6). */
export type Attributes = Readonly<Record<string, unknown>>

/** A piece of text whose characters were made one after the other by one client, under the same formats. */
export interface TextInline {
  readonly at: CharId
  readonly text: string
  readonly formats: Formats
}

/** One inline atom. */
export interface AtomInline {
  readonly at: CharId
  readonly atom: Atom
  readonly formats: Formats
}

export type Inline = TextInline | AtomInline

/** Where the text of a joined block begins inside the block that shows it (TX14). */
export interface Seam {
  readonly offset: number
  readonly id: string
  readonly marker: CharId
}

/**
 * One block as a reader sees it (TX2). `restored`: somebody deleted it and text stands in it all the same.
 * `held`: deleted by somebody else while this reader's caret stands in it (TX13).
 */
export interface Block {
  readonly id: string
  /** The marker's own id in the Y document; null for the implicit root block (TX7). */
  readonly marker: CharId | null
  readonly attributes: Attributes
  readonly state: 'shown' | 'restored' | 'held'
  readonly inlines: readonly Inline[]
  readonly seams: readonly Seam[]
  /** Formats in force just after the marker. */
  readonly formats: Formats
}

/** The reserved id of the text before the first marker (TX7). */
export const ROOT_ID = 'root'

/** Counts what an inline takes in the text: UTF-16 units, or 1 for an atom. */
export function inlineLength(inline: Inline): number {
  return 'text' in inline ? inline.text.length : 1
}

/** Counts the visible units of a block. */
export function blockLength(block: Block): number {
  let length = 0
  for (const inline of block.inlines) length += inlineLength(inline)
  return length
}

/** Gives the plain text of a block; an atom reads as U+FFFC, a line break as a newline. */
export function blockText({ inlines }: Block): string {
  const [first] = inlines
  // As nearly every line is, and thousands are read at once.
  if (inlines.length === 1 && first !== undefined && 'text' in first) return first.text
  return inlines
    .map((inline) => ('text' in inline ? inline.text : inline.atom.t === 'break' ? '\n' : '\uFFFC'))
    .join('')
}

/** Gives the type of a block; an absent one is a paragraph. */
export function blockType(attributes: Attributes): string {
  return typeof attributes.type === 'string' ? attributes.type : 'paragraph'
}

/** Tells whether two sets of formats or attributes say the same. Values are compared as primitives. */
export function sameRecord(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): boolean {
  if (a === b) return true
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  for (const key of keys) if (!Object.is(a[key], b[key]) || !(key in b)) return false
  return true
}
