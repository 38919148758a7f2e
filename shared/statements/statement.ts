// A written statement as it comes out of a file: what the server has read, and what the page puts into the notes.

/** Largest file that is read: a statement is some 50 kB, with its letterhead a megabyte. */
export const MAX_STATEMENT_BYTES = 5 * 1024 * 1024

/** A stretch of text in one look. `text` holds no line break; `break` ends a line inside its paragraph. */
export interface StatementRun {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly underline?: true
  readonly strike?: true
  /** http, https or mailto. */
  readonly link?: string
  readonly break?: true
}

/** One paragraph of a statement: it becomes one line of the notes. */
export interface StatementBlock {
  readonly type: 'paragraph' | 'heading' | 'bullet'
  /** Of a heading: 1 to 3. */
  readonly level?: number
  /** Of a bullet: 0 to 5. */
  readonly depth?: number
  /** The paragraph's number as it is printed, such as `4.` or `(b)`, whether Word counted it or somebody typed it. */
  readonly number?: string
  readonly runs: readonly StatementRun[]
}

/** What of a file does not come along, or not as it looked. */
export const LEFT_OUT = [
  'images',
  'drawings',
  'tables',
  'comments',
  'deletions',
  'hidden',
  'headers',
  'symbols',
  'links',
  'encoding',
  'definitions',
  'other',
] as const

/** One kind of thing that was left, how often, and its words where it had any of the statement's. */
export interface LeftOut {
  readonly what: (typeof LEFT_OUT)[number]
  readonly count: number
  readonly words?: string
}

/** A statement that was read. */
export interface Statement {
  readonly blocks: readonly StatementBlock[]
  readonly left: readonly LeftOut[]
}

/** Why a file can't be read; the page has a sentence for each. */
export const UNREADABLE = [
  'format',
  'legacy',
  'encrypted',
  'damaged',
  'too-much',
  'too-long',
  'too-slow',
  'empty',
] as const
export type Unreadable = (typeof UNREADABLE)[number]
